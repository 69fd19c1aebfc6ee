// Projects and their events: confirmed, written, published, moved, called off; stands offered and taken; on the stack as it runs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, ask, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { heading, newHolder, part, told } from "./people.mjs";

const FORM = {
  sections: [{
    id: "projet", title: "Le projet",
    fields: [
      { id: "titre", type: "text", label: "Titre", required: "at_submission", purpose: "title" },
      { id: "contact", type: "text", label: "Contact", required: "never", purpose: "contact_name" },
      { id: "courriel", type: "email", label: "Courriel", required: "never", purpose: "contact_email" },
    ],
  }],
};
const WORD = `Z${Math.random().toString(36).slice(2, 9)}`;
const TITLE = `Les étoiles ${WORD}`;
let browser;
let team;
let holder;
let edition;
/** Addresses of what the tests make. */
let project;
let event;
before(async () => {
  browser = await openBrowser();
  team = await openPage(browser);
  await signIn(team.page, "coordinator");
  holder = await newHolder(browser, "Ursule Portée");
  [edition] = (await read(team.page, "/editions?limit=1")).items;
  project = `/espace/projets/${await labelled(holder)}`;
});
after(() => browser?.close());

/** Writes over whatever version is there; a name that another service has not told yet is waited for. */
async function write(page, method, path, data = {}) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const response = await page.context().request.fetch(`${BASE}/api/v1${path}`, { method, data, headers: { Origin: BASE, "If-Match": "*" } });
    if (response.ok()) return response.json();
    const said = await response.text();
    assert.ok(/(account_not_told_yet|organisation_unknown)/.test(said) && Date.now() < deadline, `${method} ${path}: ${response.status()} ${said}`);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

/** The id of a project of this holder, by a call of its own: open, answered, decided. */
async function labelled({ page, id }) {
  const call = await write(team.page, "POST", "/calls", { edition: edition.year, title: `Appel ${WORD}` });
  const path = `/calls/${call.id}`;
  await write(team.page, "PUT", `${path}/form/draft`, { definition: FORM });
  await write(team.page, "PATCH", path, { opens_at: "2026-01-01T08:00:00Z", closes_at: "2099-01-01T08:00:00Z", charter_rules: [], has_scoring: false, has_committee: false, contact_email: "appel@demo.ombelle.example" });
  await write(team.page, "POST", `${path}/publish`);
  const application = await write(page, "POST", "/applications", { call_id: call.id, organisation_id: id });
  await write(page, "PATCH", `/applications/${application.id}`, { answers: { titre: TITLE, contact: "Ursule Portée", courriel: "ursule@portee.example" } });
  await write(page, "POST", `/applications/${application.id}/submit`);
  const batch = await write(team.page, "POST", "/decision-batches", { call_id: call.id, title: WORD });
  await write(team.page, "PUT", `/decision-batches/${batch.id}/items/${application.id}`, { decision: "labelled" });
  const { version } = await write(team.page, "POST", `/decision-batches/${batch.id}/preview`);
  await write(team.page, "POST", `/decision-batches/${batch.id}/apply`, { version });
  await write(team.page, "POST", `${path}/archive`);
  return (await read(page, "/projects")).items[0].id;
}

const save = (page) => page.getByRole("form", { name: "La fiche" }).getByRole("button", { name: "Enregistrer" }).click();
const day = (n) => new Date(Date.parse(`${edition.starts_on}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

test("a holder confirms, begins an event, and loses nothing of it when the service does not answer", async () => {
  const { page, faults } = holder;
  await visit(page, "/espace");
  await page.getByText(`« ${TITLE} » est labellisé : confirmez votre participation`).waitFor();
  await visit(page, "/espace/projets");
  await expectAccessible(page);
  await page.getByRole("link", { name: TITLE }).click();
  await heading(page, TITLE);
  await settled(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirmer notre participation" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Oui, nous participons" }).click();
  await told(page, "Votre participation est confirmée");
  await page.getByRole("button", { name: "Ajouter un événement" }).click();
  await page.getByRole("radio", { name: /Multi-animations/ }).check();
  await page.getByRole("button", { name: "Créer et écrire la suite" }).click();
  await page.waitForURL(/\/espace\/evenements\//);
  await settled(page);
  event = new URL(page.url()).pathname;
  await page.getByLabel("En une phrase").fill("Regarder loin, ensemble.");
  await page.getByLabel("Conditions").fill("Couvrez-vous.");
  await page.route("**/api/v1/events/*", (route) => (route.request().method() === "PATCH" ? route.abort() : route.fallback()));
  await save(page);
  await page.getByRole("alert").getByText("Rien de ce que vous avez écrit n’est perdu").waitFor();
  assert.equal(await page.getByLabel("Conditions").inputValue(), "Couvrez-vous.");
  await page.locator(".event-whose").getByRole("link", { name: TITLE }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Rester ici" }).click();
  assert.equal(await page.getByLabel("En une phrase").inputValue(), "Regarder loin, ensemble.");
  await page.unrouteAll();
  await save(page);
  await told(page, "L’événement est enregistré");
  assert.deepEqual(faults, []);
});

test("a place that is not known is added, sessions repeat over days, and it is said ready", async () => {
  const { page, faults } = holder;
  await page.getByRole("button", { name: "Choisir un lieu" }).click();
  await page.getByRole("combobox", { name: "Chercher un lieu" }).fill(`Dôme ${WORD}`);
  await page.getByText("Aucun lieu connu ne ressemble à cela").waitFor();
  await page.getByRole("button", { name: "Ajouter un lieu" }).click();
  const dialog = page.getByRole("dialog");
  await expectAccessible(page);
  await dialog.getByRole("combobox", { name: "Commune" }).fill("amien");
  await page.getByRole("option", { name: "Amiens (80)" }).click();
  await dialog.getByRole("button", { name: "Ajouter un lieu" }).click();
  await page.getByText(`Dôme ${WORD}`).waitFor();
  await save(page);
  await told(page, "L’événement est enregistré");
  await page.getByRole("button", { name: "Ajouter des séances" }).click();
  const form = page.getByRole("form", { name: "Ajouter des séances" });
  await form.getByLabel("Jour", { exact: true }).fill(day(1));
  await form.getByLabel("De", { exact: true }).fill("21:00");
  await form.getByLabel("À", { exact: true }).fill("23:30");
  await form.getByRole("combobox", { name: "Répéter" }).click();
  await page.getByRole("option", { name: "Chaque jour" }).click();
  await form.getByLabel("Jusqu’au").fill(day(3));
  await form.getByRole("checkbox").nth(1).uncheck();
  await settled(page);
  await expectAccessible(page);
  await form.getByRole("button", { name: "Ajouter les 2 séances" }).click();
  await told(page, "2 séances sont ajoutées");
  const lines = page.getByRole("list", { name: "Séances" }).getByRole("listitem");
  await lines.nth(1).waitFor();
  assert.equal(await lines.count(), 2);
  await page.getByRole("button", { name: "Dire que c’est prêt" }).click();
  await told(page, "la coordination peut le publier");
  await photograph(page, "event-1280", { fullPage: true });
  assert.deepEqual(faults, []);
});

test("a stand is offered, taken and written by another organisation", async () => {
  const other = await newHolder(browser, "Gontran Stand", { viewport: PHONE });
  const { page } = holder;
  await page.getByRole("button", { name: "Inviter une structure" }).click();
  const form = page.getByRole("form", { name: "Inviter une structure" });
  await form.getByRole("combobox", { name: "Structure" }).fill(other.title.split(" ").at(-1));
  await page.getByRole("option", { name: new RegExp(other.title) }).click();
  await form.getByLabel("Nom du stand").fill(`Lentilles ${WORD}`);
  await form.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await told(page, "L’invitation est envoyée");
  await page.getByRole("list", { name: "Invitations en attente" }).getByText(other.title).waitFor();
  await visit(other.page, "/espace/projets");
  await expectNoSidewaysScroll(other.page);
  await expectAccessible(other.page);
  await other.page.getByRole("button", { name: `Prendre le stand « Lentilles ${WORD} »` }).click();
  await other.page.getByRole("dialog").getByRole("button", { name: "Prendre le stand" }).click();
  await heading(other.page, `Lentilles ${WORD}`);
  await settled(other.page);
  await expectNoSidewaysScroll(other.page);
  assert.deepEqual([...holder.faults, ...other.faults], []);
  await other.close();
});

test("the coordination publishes it; a session is put off, the public reads why; a new title waits for approval", async () => {
  await visit(team.page, project);
  await team.page.getByRole("button", { name: "Publier…" }).click();
  const dialog = team.page.getByRole("dialog");
  await dialog.getByText("restera").waitFor();
  await expectAccessible(team.page);
  await dialog.getByRole("button", { name: "Publier 1 événement" }).click();
  await told(team.page, "Un événement est publié");
  const { page, faults } = holder;
  await visit(page, event);
  const line = page.getByRole("list", { name: "Séances" }).getByRole("listitem").first();
  await line.getByRole("button", { name: /^Autre chose/ }).click();
  await page.getByRole("menuitem", { name: "Reporter sans date" }).click();
  await page.getByLabel("Pourquoi").fill("Le ciel est couvert.");
  await part(page, "Séances").getByText("Le ciel est couvert.").last().waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Reporter la séance" }).click();
  await told(page, "La séance est reportée");
  await page.getByLabel("Titre", { exact: true }).fill(`${TITLE} filantes`);
  await save(page);
  await told(page, "la coordination va regarder");
  const proposals = page.getByRole("list", { name: "Modifications proposées" });
  await proposals.getByText(`${TITLE} filantes`).waitFor();
  await settled(page);
  await expectAccessible(page);
  const { slug, title } = await read(page, event.replace("/espace/evenements", "/events"));
  assert.equal(title, TITLE);
  const shown = await ask(`/agenda/${slug}`);
  assert.deepEqual(shown.sessions.map(({ status, status_reason: why }) => [status, why]), [["postponed", "Le ciel est couvert."], ["scheduled", null]]);
  assert.deepEqual([...faults, ...team.faults], []);
});

test("a project is cancelled, once one has read who is told; the public sees it at once", async () => {
  const { page, faults, close } = holder;
  await visit(page, project);
  await page.getByRole("button", { name: "Annuler le projet…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Un courriel part au contact du projet : Ursule Portée.").waitFor();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Annuler le projet et ses événements" }).click();
  await dialog.getByText("Dites pourquoi.").first().waitFor();
  await dialog.getByLabel("Pourquoi").fill("Le télescope est cassé.");
  await dialog.getByRole("button", { name: "Annuler le projet et ses événements" }).click();
  await told(page, "Le projet est annulé");
  const { slug } = await read(page, event.replace("/espace/evenements", "/events"));
  const { status, status_reason: why } = await ask(`/agenda/${slug}`);
  assert.deepEqual([status, why], ["cancelled", "Le télescope est cassé."]);
  assert.deepEqual(faults, []);
  await close();
  await team.close();
});
