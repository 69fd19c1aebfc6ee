// From a call that is online to an application that is sent: on the stack as it runs, with a call and a holder of the tests' own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { heading, newHolder, send, told } from "./people.mjs";

const TITLE = `Appel d’essai ${process.pid}-${Date.now()}`;
const field = (id, type, label, more = {}) => ({ id, type, label, ...more });
/** One field of each kind that matters here; what hangs on another one comes after it. */
const FORM = {
  sections: [
    {
      id: "project", title: "Le projet",
      fields: [
        field("title", "text", "Titre du projet", { required: "at_submission", purpose: "title", max_length: 150 }),
        field("contact", "email", "Adresse de contact", { required: "at_submission", purpose: "contact_email" }),
        field("has_story", "boolean", "Y a-t-il une histoire ?"),
        field("story", "long_text", "Laquelle ?", { condition: { field: "has_story", operator: "is", value: true } }),
        field("theme", "choice", "Thème", { options: [{ value: "health", label: "Santé" }, { value: "other", label: "Autres sciences" }] }),
      ],
    },
    {
      id: "place", title: "Où et quand",
      fields: [
        field("commune", "commune", "Commune du projet", { required: "at_submission", purpose: "commune" }),
        field("sessions", "sessions", "Séances", { required: "at_submission", purpose: "sessions", min_rows: 1 }),
        field("is_free", "boolean", "Est-ce gratuit ?", { required: "at_submission", purpose: "is_free" }),
      ],
    },
    {
      id: "budget", title: "Le budget",
      fields: [
        field("expenses", "repetition", "Dépenses", { purpose: "budget_expenses", fields: [field("what", "text", "Poste"), field("cost", "amount", "Montant")] }),
        field("requested", "amount", "Soutien demandé", { purpose: "requested_amount" }),
        field("plan", "file", "Plan du lieu", { required: "at_submission", media_types: ["application/pdf"], max_size_bytes: 1_000_000 }),
      ],
    },
  ],
};
let browser;
let call;
let holder;

before(async () => {
  browser = await openBrowser();
  const team = await openPage(browser);
  await signIn(team.page, "coordinator");
  const api = async (method, path, data, headers = {}) => {
    const response = await team.page.context().request.fetch(`${BASE}/api/v1${path}`, { method, data, headers: { Origin: BASE, ...headers } });
    assert.ok(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`);
    return { data: await response.json(), etag: response.headers().etag };
  };
  const { items: editions } = await read(team.page, "/editions");
  const edition = editions.toSorted((one, other) => other.year - one.year)[0];
  const day = (shift) => new Date(Date.now() + shift * 86_400_000).toISOString();
  ({ data: call } = await api("POST", "/calls", { edition: edition.year, title: TITLE, opens_at: day(-1), closes_at: day(0.5) }));
  const draft = await api("GET", `/calls/${call.id}/form/draft`);
  await api("PUT", `/calls/${call.id}/form/draft`, { definition: FORM }, { "If-Match": draft.etag });
  await api("POST", `/calls/${call.id}/publish`);
  call.edition = edition;
  await team.close();
  holder = await newHolder(browser, "Aglaé Vermandois");
});
/** Nobody else's page lists the call of this file afterwards. */
after(async () => {
  if (call) {
    const team = await openPage(browser);
    await signIn(team.page, "coordinator");
    await send(team.page, "POST", `/calls/${call.id}/archive`);
  }
  await browser?.close();
});

/** Opens the form of an application in another window of the same person. */
async function openForm(id) {
  const page = await holder.page.context().newPage();
  await page.goto(`${BASE}/espace/dossiers/${id}/formulaire`);
  await page.getByLabel("Titre du projet").waitFor();
  return page;
}
const saved = (page) => page.locator(".savebar").getByText(/^Enregistré à/).waitFor();
const idOf = (page) => new URL(page.url()).pathname.split("/")[3];
const answers = async (id) => (await read(holder.page, `/applications/${id}`)).answers;

test("the calls that are online are read by anybody, on a phone too", async () => {
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  await visit(page, "/appels");
  await page.getByRole("region", { name: "Ouverts en ce moment" }).getByRole("link", { name: TITLE, exact: true }).click();
  await heading(page, TITLE);
  await page.getByText("Où et quand").click();
  await page.getByText("Plan du lieu (fichier)").or(page.getByText("Commune du projet")).first().waitFor();
  await settled(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await photograph(page, "call-phone", { fullPage: true });
  await visit(page, "/appels/00000000-0000-7000-8000-000000000000");
  await heading(page, "Cet appel n’est pas en ligne.");
  assert.deepEqual(faults, []);
  await close();
});

test("an application saves itself, holds out without network, settles two windows, and is sent", async () => {
  const { page, faults } = holder;
  await visit(page, `/espace/dossiers?appel=${call.id}`);
  // The directory tells the service of a new organisation a moment after it was made.
  for (let tries = 0; tries < 40 && !page.url().endsWith("/formulaire"); tries += 1) {
    await page.getByRole("button", { name: "Ouvrir le dossier" }).click();
    await page.getByLabel("Titre du projet").or(page.getByRole("alert")).first().waitFor();
  }
  const id = idOf(page);
  await page.getByLabel("Titre du projet").fill("La nuit des couleurs");
  await page.getByLabel("Adresse de contact").fill("aglae@");
  await page.getByRole("group", { name: /Y a-t-il une histoire/ }).or(page.getByRole("radiogroup", { name: /Y a-t-il une histoire/ })).getByLabel("Oui").check();
  await page.getByLabel("Laquelle ?").fill("Celle du safran");
  await saved(page);
  assert.deepEqual(await answers(id), { title: "La nuit des couleurs", has_story: true, story: "Celle du safran" }, "what is not fit waits, and keeps nothing else waiting");
  await page.locator(".savebar").getByText(/1 rubrique n’est pas encore enregistrée/).waitFor();
  await page.getByLabel("Adresse de contact").fill("aglae@exemple.fr");
  await saved(page);
  await settled(page);
  await expectAccessible(page);

  const train = await openForm(id);
  await train.context().setOffline(true);
  await train.getByLabel("Laquelle ?").fill("Celle du safran, écrite dans le train");
  await train.locator(".savebar").getByText(/Hors connexion/).waitFor();
  await photograph(train, "form-offline");
  await train.close();
  await page.context().setOffline(false);
  await page.reload();
  await page.getByLabel("Laquelle ?").waitFor();
  // Taken over by this window as soon as the other is gone, which is a moment after it was closed.
  const deadline = Date.now() + 20_000;
  while ((await answers(id)).story !== "Celle du safran, écrite dans le train") {
    if (Date.now() > deadline) {
      assert.fail(`lost; on this device: ${await page.evaluate(async () => JSON.stringify([{ ...localStorage }, await navigator.locks.query()]))}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  assert.equal(await page.getByLabel("Laquelle ?").inputValue(), "Celle du safran, écrite dans le train");
  await saved(page);

  const other = await openForm(id);
  await other.getByLabel("Titre du projet").fill("Titre de l’autre fenêtre");
  await saved(other);
  await other.close();
  await page.getByLabel("Titre du projet").fill("Titre de cette fenêtre");
  await page.getByRole("group", { name: /Une rubrique a deux versions/ }).or(page.getByRole("radiogroup", { name: /Une rubrique a deux versions/ })).getByText("Titre de l’autre fenêtre").waitFor();
  assert.equal(await page.getByLabel("Titre du projet").inputValue(), "Titre de cette fenêtre", "what was typed was lost");
  await page.getByRole("button", { name: "Garder le mien" }).click();
  await saved(page);
  assert.equal((await answers(id)).title, "Titre de cette fenêtre");

  await fillTheRest(page);
  await page.getByRole("button", { name: "Déposer le dossier" }).click();
  await page.getByText("Un point à corriger avant de déposer").waitFor();
  await page.getByRole("link", { name: "Plan du lieu" }).click();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "file", "the link leads to the question");
  await attach(page);
  await page.getByText("Rien ne manque.").waitFor();
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "form-whole", { fullPage: true });
  await page.getByRole("button", { name: "Déposer le dossier" }).click();
  await page.getByRole("dialog").getByText("1 séance").waitFor();
  await page.getByRole("button", { name: "Déposer maintenant" }).click();
  await told(page, "Le dossier est déposé.");
  assert.equal((await read(page, `/applications/${id}`)).status, "submitted");
  await visit(page, "/espace/dossiers");
  await page.getByRole("list", { name: "Déposés" }).getByText("Titre de cette fenêtre").waitFor();
  await expectAccessible(page);
  await visit(page, `/espace/dossiers/${id}/formulaire`);
  await page.getByText("Ce dossier ne se modifie pas").waitFor();
  assert.deepEqual(faults, []);
});

/** The commune by keyboard, a session in the official dates, a budget that adds up. */
async function fillTheRest(page) {
  const commune = page.getByRole("combobox", { name: "Commune du projet" });
  await commune.fill("amien");
  await page.getByRole("option", { name: "Amiens (80)" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Ajouter une séance" }).click();
  await page.getByLabel("Jour", { exact: true }).fill(call.edition.starts_on);
  await page.getByLabel("De", { exact: true }).fill("14:00");
  await page.getByLabel("à", { exact: true }).fill("18:00");
  await page.getByRole("group", { name: /Est-ce gratuit/ }).or(page.getByRole("radiogroup", { name: /Est-ce gratuit/ })).getByLabel("Oui").check();
  const add = page.getByRole("group", { name: /^Dépenses/ }).getByRole("button", { name: "Ajouter une ligne" });
  for (const [number, cost] of ["1 200,50", "99,50"].entries()) {
    await add.click();
    await page.getByLabel("Montant").nth(number).fill(cost);
  }
  await page.getByLabel("Soutien demandé").fill("1300");
  await page.getByRole("region", { name: "Ce que donne votre budget" }).getByText("équilibré").waitFor();
}

/** A file that is not what is asked for is refused in words; the right one is kept. */
async function attach(page) {
  const chooser = page.locator("input[type=file]");
  await chooser.setInputFiles({ name: "plan.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
  await page.locator(".files__bad", { hasText: "Ce type de fichier n’est pas demandé ici." }).waitFor();
  await page.getByRole("button", { name: "Retirer « plan.png »" }).click();
  await chooser.setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("this is no PDF at all") });
  await page.locator(".files__bad").waitFor();
  await page.getByRole("button", { name: "Retirer « plan.pdf »" }).click();
  await chooser.setInputFiles({ name: "plan.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n") });
  await page.getByRole("link", { name: "plan.pdf" }).waitFor();
}

test("when the call closes meanwhile, what was typed stays", async () => {
  const { page } = holder;
  const begun = await page.context().request.post(`${BASE}/api/v1/applications`, { data: { call_id: call.id, organisation_id: holder.id }, headers: { Origin: BASE } });
  const { id } = await begun.json();
  const late = await openForm(id);
  await late.route((url) => url.pathname === `/api/v1/applications/${id}`, (route) => (route.request().method() === "PATCH"
    ? route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify({ code: "call_closed", detail: "L’appel est clos." }) })
    : route.fallback()));
  await late.getByLabel("Titre du projet").fill("Écrit une minute trop tard");
  await late.getByRole("region", { name: "Vos dernières modifications ne sont pas enregistrées." }).getByRole("textbox", { name: "Code d’accès tardif" }).waitFor();
  assert.equal(await late.getByLabel("Titre du projet").inputValue(), "Écrit une minute trop tard");
  await late.unrouteAll();
  await late.reload();
  await saved(late);
  assert.equal((await answers(id)).title, "Écrit une minute trop tard");
  await late.close();
});
