// A call for projects as the coordination makes it: begun, set, its form written by two at once, its texts and codes, put online, archived.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { HOSTILE, heading, part, send, told } from "./people.mjs";

const TITLE = `Appel d’essai ${process.pid} ${HOSTILE}`;
let browser;
/** The call that the first test begins: its address in the workspace. */
let call;
before(async () => { browser = await openBrowser(); });
after(() => browser?.close());

/** A page of someone of the demonstration, at `path`. */
async function as(key, path, options) {
  const opened = await openPage(browser, options);
  await signIn(opened.page, key);
  await visit(opened.page, path);
  return opened;
}

const idOf = (path) => path.split("/")[3];
const field = (page, label) => page.locator(".call-field").filter({ has: page.locator(".call-field__label", { hasText: label }) }).first();
const isKept = (page) => page.locator(".call-toolbar__said > [aria-hidden]", { hasText: /^Enregistré à/ }).waitFor();

test("a call is begun with all that the festival has, and its settings are changed", async () => {
  const { page, faults, close } = await as("coordinator", "/espace/appels");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Commencer un appel" }).click();
  await page.getByLabel("Titre").fill(TITLE);
  await page.getByRole("button", { name: "Commencer", exact: true }).click();
  await heading(page, TITLE);
  call = new URL(page.url()).pathname;
  await part(page, "Mise en ligne").getByText("Rien ne manque").waitFor();
  await page.getByLabel("Une personne labellise").check();
  await page.getByLabel("Clôture", { exact: true }).fill("2020-01-01T12:00");
  await page.getByRole("button", { name: "Enregistrer les réglages" }).click();
  await page.getByRole("alert").getByText("La clôture vient après l’ouverture.").waitFor();
  await page.getByLabel("Clôture", { exact: true }).fill("2031-05-14T12:00");
  await page.getByRole("button", { name: "Enregistrer les réglages" }).click();
  await told(page, "C’est enregistré");
  const { has_committee: hasCommittee, has_scoring: hasScoring, closes_at: closes } = await read(page, `/calls/${idOf(call)}/settings`);
  assert.deepEqual({ hasCommittee, hasScoring, closes: Date.parse(closes) }, { hasCommittee: false, hasScoring: false, closes: Date.parse("2031-05-14T10:00:00Z") });
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "call-settings");
  assert.deepEqual(faults, []);
  await close();
});

test("the form keeps itself while one writes, also when the service does not answer", async () => {
  const { page, faults, close } = await as("coordinator", `${call}/formulaire`);
  const project = page.getByRole("region", { name: "Le projet", exact: true });
  await project.getByRole("button", { name: "Ajouter une rubrique" }).click();
  await project.getByLabel("Intitulé").fill("Faut-il une autorisation ?");
  await page.keyboard.press("Enter");
  const added = field(page, "Faut-il une autorisation ?");
  const condition = added.getByRole("group", { name: "Quand est-elle montrée ?" });
  await condition.getByRole("combobox", { name: "Quand est-elle montrée ?" }).click();
  await page.getByRole("option", { name: "Si toutes ces conditions sont vraies" }).click();
  await condition.getByRole("combobox", { name: "Rubrique" }).click();
  await page.getByRole("option", { name: "Format", exact: true }).click();
  await condition.getByRole("combobox", { name: "Valeur" }).click();
  await page.getByRole("option", { name: /^Multi-animations/ }).click();
  await isKept(page);
  await added.getByText(/montrée si «\sFormat\s» est Multi-animations/).waitFor();
  await expectAccessible(page);
  await photograph(page, "call-form", { fullPage: false });
  await page.route("**/form/draft", (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
  await added.getByLabel("Aide").fill(HOSTILE);
  await page.getByText("Pas enregistré : le service ne répond pas.").first().waitFor();
  assert.equal(await added.getByLabel("Aide").inputValue(), HOSTILE, "what was typed is lost");
  await page.unroute("**/form/draft");
  await isKept(page);
  await added.getByRole("button", { name: "Monter « Faut-il une autorisation ? »" }).press("Enter");
  await page.getByRole("button", { name: "Annuler", exact: true }).click();
  await page.getByRole("button", { name: "Rétablir", exact: true }).click();
  await isKept(page);
  await settled(page);
  const { definition } = await read(page, `/calls/${idOf(call)}/form/draft`);
  const { fields } = definition.sections.find(({ title }) => title === "Le projet");
  const place = fields.findIndex(({ label }) => label === "Faut-il une autorisation ?");
  assert.deepEqual({ from: fields.length - 1 - place, help: fields[place].help, required: fields[place].required }, { from: 1, help: HOSTILE, required: "never" });
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.deepEqual(faults, []);
  await close();
});

test("two coordinators write at once: both are shown, nothing is lost", async () => {
  const { page, faults, close } = await as("coordinator", `${call}/formulaire`);
  const other = await as("administrator", "/espace");
  const draft = `/calls/${idOf(call)}/form/draft`;
  const { definition, version } = await read(other.page, draft);
  const title = definition.sections.flatMap(({ fields }) => fields).find(({ id }) => id === "title");
  title.label = "Titre, dit l’autre";
  definition.sections[0].title = "Qui êtes-vous ?";
  const answered = await other.page.context().request.put(`${BASE}/api/v1${draft}`, { data: { definition }, headers: { Origin: BASE, "If-Match": `"v${version}"` } });
  assert.equal(answered.status(), 200);
  await page.getByRole("button", { name: "Modifier « Titre du projet »" }).click();
  await field(page, "Titre du projet").getByLabel("Intitulé").fill("Titre, dis-je");
  const clash = page.getByRole("form").filter({ hasText: "Quelqu’un a enregistré entre-temps" });
  await clash.getByText("Titre, dit l’autre").waitFor();
  await clash.getByText("Titre, dis-je").first().waitFor();
  await expectAccessible(page);
  await photograph(page, "call-form-clash");
  await clash.getByLabel(/^Ce qui vient d’être enregistré/).check();
  await clash.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await page.getByRole("region", { name: "Qui êtes-vous ?", exact: true }).waitFor();
  await field(page, "Titre, dit l’autre").waitFor();
  assert.deepEqual([...faults, ...other.faults], []);
  await other.close();
  await close();
});

test("a text names nothing unknown, a code lets in late, criteria weigh", async () => {
  const { page, faults, close } = await as("coordinator", `${call}/textes`, { viewport: PHONE });
  await expectAccessible(page);
  await page.getByRole("list", { name: "Courriels" }).getByRole("link", { name: "Projet labellisé" }).click();
  const text = page.getByRole("textbox", { name: "Texte" });
  await text.fill("Bonjour, {{ titre }}");
  await page.getByText("« titre » : ce nom n’est pas connu.").first().waitFor();
  await text.fill("Bonjour, ");
  await page.getByRole("button", { name: "titre du projet" }).click();
  await page.getByRole("region", { name: "Tel qu’il partirait" }).getByText("Bonjour, Le ciel au bout des doigts").waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Enregistrer le texte" }).click();
  await told(page, "Le texte est enregistré");
  await visit(page, `${call}/codes`);
  await page.getByRole("button", { name: "Faire un code" }).click();
  await page.getByLabel("Pour qui, ou pourquoi").fill(HOSTILE);
  await page.getByRole("button", { name: "Faire le code" }).click();
  await page.getByRole("list", { name: "En service" }).getByText(HOSTILE).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Finir le code/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Finir le code/ }).click();
  await told(page, "Le code est fini");
  await visit(page, `${call}/criteres`);
  await page.getByLabel("Poids").first().fill("9");
  await page.getByText("56 % de la note", { exact: true }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Enregistrer les critères" }).click();
  await told(page, "C’est enregistré");
  assert.deepEqual(faults, []);
  await close();
});

test("the call goes online; what a new version of its form takes away is said before; it is archived", async () => {
  const { page, faults, close } = await as("coordinator", call);
  await page.getByRole("button", { name: "Mettre en ligne" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Mettre en ligne" }).click();
  await told(page, "L’appel est en ligne");
  await page.getByRole("navigation", { name: "Parties de l’appel" }).getByRole("link", { name: "Formulaire" }).click();
  await page.getByRole("button", { name: "Modifier « Sa fonction »" }).click();
  await page.getByRole("button", { name: "Retirer « Sa fonction »" }).click();
  await isKept(page);
  await page.getByText(/^Publier/).click();
  const changes = page.getByRole("list", { name: "Changements" });
  await changes.getByText("Sa fonction").waitFor();
  await changes.getByText(/ancien champ/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Publier la version 2" }).click();
  await page.getByRole("dialog").getByText("Une rubrique disparaît.").waitFor();
  await page.getByRole("dialog").getByRole("button", { name: "Publier la version 2" }).click();
  await told(page, "La version 2 est publiée");
  await page.getByText("Versions", { exact: true }).click();
  await page.getByRole("button", { name: "Lire la version 1" }).click();
  await page.getByRole("list", { name: "Versions du formulaire" }).getByText("Sa fonction").waitFor();
  await send(page, "POST", `/calls/${idOf(call)}/archive`, {});
  await visit(page, call);
  await part(page, "Mise en ligne").getByText("Cet appel est archivé").waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("who is not of the coordination is told so", async () => {
  const { page, close } = await as("holder", call);
  await page.getByText("Cette page n’est pas pour votre rôle.").waitFor();
  await close();
});
