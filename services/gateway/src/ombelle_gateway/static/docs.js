// Renders the merged OpenAPI document. Every text is set as text, never as HTML.

const PLACES = { query: "adresse", path: "chemin", header: "en-tête", cookie: "cookie" };
const TYPES = {
  string: "texte", integer: "entier", number: "nombre", boolean: "oui ou non", object: "objet", null: "rien",
  date: "jour", "date-time": "instant", uuid: "identifiant", uri: "adresse web",
};
const routesElement = document.getElementById("routes");
const search = document.getElementById("search");
const count = document.getElementById("count");

/** Makes an element; children are elements or texts. */
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function typeOf(schema) {
  if (!schema) return "";
  if (schema.$ref) return schema.$ref.split("/").pop();
  if (schema.enum) return schema.enum.join(" | ");
  if (schema.const !== undefined) return String(schema.const);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return [...new Set(several.map(typeOf))].join(" | ");
  if (schema.type === "array") return `liste de ${typeOf(schema.items) || "valeurs"}`;
  const bounds = [];
  if (schema.minimum !== undefined) bounds.push(`≥ ${schema.minimum}`);
  if (schema.maximum !== undefined) bounds.push(`≤ ${schema.maximum}`);
  if (schema.default !== undefined) bounds.push(`${JSON.stringify(schema.default)} par défaut`);
  const type = schema.format ?? schema.type ?? "";
  return [TYPES[type] ?? type, ...bounds].filter(Boolean).join(", ");
}

function table(headings, rows) {
  const head = make("thead", {}, make("tr", {}, ...headings.map((text) => make("th", { scope: "col" }, text))));
  const body = make("tbody", {}, ...rows.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, cell)))));
  return make("div", { class: "scroll", role: "region", "aria-label": headings.join(", "), tabindex: "0" }, make("table", {}, head, body));
}

function parametersOf(route) {
  const rows = route.parameters.map((one) => [
    make("code", {}, one.name),
    PLACES[one.in] ?? one.in,
    typeOf(one.schema),
    `${one.required ? "obligatoire. " : ""}${one.description ?? one.schema?.description ?? ""}`,
  ]);
  return rows.length ? [make("h3", {}, "Paramètres"), table(["Nom", "Où", "Valeur", "Sens"], rows)] : [];
}

function schemaOf(name, components) {
  const properties = components?.[name]?.properties;
  if (!properties) return null;
  const rows = Object.entries(properties).map(([field, schema]) => [
    make("code", {}, field), typeOf(schema), schema.description ?? "",
  ]);
  return make("details", {}, make("summary", {}, name), make("div", { class: "route" }, table(["Champ", "Valeur", "Sens"], rows)));
}

function answersOf(route, components) {
  const shown = new Set();
  const rows = Object.entries(route.responses).map(([status, answer]) => {
    const kinds = Object.entries(answer.content ?? {}).map(([media, content]) => {
      const type = typeOf(content.schema);
      if (components?.[type]) shown.add(type);
      return `${media}${type ? ` : ${type}` : ""}`;
    });
    return [make("code", {}, status), answer.description ?? "", kinds.join(", ")];
  });
  const schemas = [...shown].map((name) => schemaOf(name, components));
  return [make("h3", {}, "Réponses"), table(["Statut", "Sens", "Contenu"], rows), ...schemas];
}

function exampleOf(route, server) {
  const address = `${server}${route.path}`;
  const lines = route.method === "get" ? [`curl '${address}'`] : [`curl -X ${route.method.toUpperCase()} '${address}'`];
  if (route.signedIn) lines.push(`  -H "Authorization: Bearer $(./ombelle token)"`);
  if (route.requestBody) lines.push("  -H 'Content-Type: application/json' -d '{…}'");
  return [make("h3", {}, "Exemple"), make("pre", { tabindex: "0" }, lines.join(" \\\n"))];
}

function routeElement(route, document_) {
  const components = document_.components?.schemas;
  const title = make("summary", {},
    make("span", { class: "method" }, route.method.toUpperCase()), make("code", {}, route.path), " ",
    make("span", { class: "words" }, route.summary ?? "", route.signedIn ? " · avec jeton" : ""));
  const element = make("details", { id: route.operationId }, title);
  // Filled when first opened: a hundred tables at once would make the page slow.
  element.addEventListener("toggle", () => {
    element.append(make("div", { class: "route" },
      route.description ? make("p", {}, route.description) : null,
      ...parametersOf(route),
      ...(route.requestBody ? [make("h3", {}, "Corps"), bodyOf(route, components)] : []),
      ...answersOf(route, components),
      ...exampleOf(route, document_.servers[0].url)));
  }, { once: true });
  return element;
}

function bodyOf(route, components) {
  const [media, content] = Object.entries(route.requestBody.content)[0];
  const type = typeOf(content.schema);
  return make("div", {}, make("p", {}, `${media} : ${type}`), schemaOf(type, components));
}

function routesOf(document_) {
  return Object.entries(document_.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.responses)
      .map(([method, operation]) => ({
        ...operation, path, method,
        tag: operation.tags?.[0] ?? "autres",
        parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])],
        signedIn: Boolean(operation.security?.length),
      })));
}

function show(document_) {
  const wanted = search.value.trim().toLowerCase();
  const routes = routesOf(document_).filter((route) =>
    `${route.method} ${route.path} ${route.summary ?? ""} ${route.description ?? ""}`.toLowerCase().includes(wanted));
  count.textContent = routes.length > 1 ? `${routes.length} routes` : `${routes.length} route`;
  const tags = [...new Set(routes.map((route) => route.tag))].sort();
  routesElement.replaceChildren(...tags.map((tag) => make("section", {}, make("h2", {}, tag),
    ...routes.filter((route) => route.tag === tag).map((route) => routeElement(route, document_)))));
}

function openLinked() {
  const linked = document.getElementById(location.hash.slice(1));
  if (linked instanceof HTMLDetailsElement) {
    linked.open = true;
    linked.scrollIntoView();
  }
}

try {
  const answer = await fetch("/api/openapi.json");
  if (!answer.ok) throw new Error(String(answer.status));
  const document_ = await answer.json();
  search.addEventListener("input", () => show(document_));
  show(document_);
  openLinked();
} catch {
  routesElement.replaceChildren(make("p", {}, "La description de l’API n’a pas pu être lue. Rechargez la page."));
}
