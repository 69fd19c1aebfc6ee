// The instruction of a call: a committee is composed, a plan applied, dossiers are read and scored, a conflict of interest hides one.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, expectAccessible, expectNoSidewaysScroll, mailTo, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { HOSTILE, heading, newHolder, newPerson, part, send, told } from "./people.mjs";

const FORM = {
  sections: [{
    id: "projet", title: "Le projet", fields: [
      { id: "titre", type: "text", label: "Titre", purpose: "title", required: "at_submission" },
      { id: "resume", type: "long_text", label: "Résumé", purpose: "summary" },
      { id: "courriel", type: "email", label: "Courriel", purpose: "contact_email" },
    ],
  }],
};
const DAY = 86_400_000;
let browser;
let coordinator;
/** Who reads: Ada everything, Bruno works for the first holder. */
let ada;
let bruno;
/** The call's address in the workspace, and the two dossiers. */
let call;
let tied;
let free;

const of = (page) => page.context().request;
/** Sends on the version that is there now. */
async function write(page, method, path, from, data) {
  const etag = (await of(page).get(`${BASE}/api/v1${from}`)).headers()["etag"];
  const answer = await of(page).fetch(`${BASE}/api/v1${path}`, { method, data, headers: { Origin: BASE, "If-Match": etag } });
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

async function newCall(page, title) {
  const years = (await read(page, "/editions")).items.map(({ year }) => year);
  const at = (days) => new Date(Date.now() + days * DAY).toISOString();
  const { id } = await send(page, "POST", "/calls", { edition: Math.max(...years), title, opens_at: at(-2), closes_at: at(9) });
  await write(page, "PATCH", `/calls/${id}`, `/calls/${id}/settings`, { charter_rules: [], reviews_per_application: 2 });
  await write(page, "PUT", `/calls/${id}/form/draft`, `/calls/${id}/form/draft`, { definition: FORM });
  await write(page, "POST", `/calls/${id}/publish`, `/calls/${id}/settings`, {});
  return id;
}

/** Asks until it is granted: what it needs comes round from another service a little later. */
async function granted(ask) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer.ok()) return answer.json();
    assert.ok(Date.now() < deadline, await answer.text());
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

async function apply(holder, callId, title) {
  const begun = await granted(() => of(holder.page).post(`${BASE}/api/v1/applications`, { data: { call_id: callId, organisation_id: holder.id }, headers: { Origin: BASE } }));
  await write(holder.page, "PATCH", `/applications/${begun.id}`, `/applications/${begun.id}`, { answers: { titre: title, resume: HOSTILE, courriel: "porteur@atelier.example" } });
  await send(holder.page, "POST", `/applications/${begun.id}/submit`);
  return { id: begun.id, title };
}

/** A new person of the agency who may sit, once the service of the programme has heard of it. */
async function newReviewer(admin, name, callId) {
  const person = await newPerson(browser, name);
  const { account } = await read(person.page, "/me");
  await send(admin.page, "PUT", `/accounts/${account.id}/roles/reviewer`, {});
  await granted(async () => {
    const { version } = await read(coordinator.page, `/calls/${callId}/committee`);
    return of(coordinator.page).put(`${BASE}/api/v1/calls/${callId}/committee`, { data: { items: [{ account_id: account.id }] }, headers: { Origin: BASE, "If-Match": `"v${version}"` } });
  });
  return { ...person, account: account.id };
}

before(async () => {
  browser = await openBrowser();
  coordinator = await openPage(browser);
  await signIn(coordinator.page, "coordinator");
  const admin = await openPage(browser);
  await signIn(admin.page, "administrator");
  const id = await newCall(coordinator.page, `Appel à lire ${process.pid}`);
  call = `/espace/appels/${id}/instruction`;
  const holders = await Promise.all([newHolder(browser, "Porteuse Une"), newHolder(browser, "Porteur Deux")]);
  tied = { ...(await apply(holders[0], id, `La mare aux étoiles ${HOSTILE}`)), organisation: holders[0].title };
  free = await apply(holders[1], id, "Le chant des machines");
  ada = await newReviewer(admin, `Ada Lectrice ${process.pid}`, id);
  bruno = await newReviewer(admin, `Bruno Lecteur ${process.pid}`, id);
  const { version } = await read(coordinator.page, `/calls/${id}/committee`);
  await of(coordinator.page).put(`${BASE}/api/v1/calls/${id}/committee`, { data: { items: [] }, headers: { Origin: BASE, "If-Match": `"v${version}"` } });
  await Promise.all([admin, ...holders].map(({ close }) => close()));
});
after(() => browser?.close());

async function seat(page, person, more) {
  await page.getByRole("button", { name: "Ajouter une personne" }).click();
  await settled(page); // focus is where it goes, and those who may sit are there: a field that loses focus forgets what is typed
  await page.getByRole("combobox", { name: "Personne" }).fill(person.name);
  await page.getByRole("option", { name: person.name }).click();
  await more?.();
  await page.getByRole("button", { name: "Faire siéger" }).click();
  await told(page, `${person.name} siège au comité`);
}

test("the coordination composes a committee, sees a plan and its mails, and applies it", async () => {
  const { page, faults } = coordinator;
  await visit(page, call);
  await page.getByRole("link", { name: "Composer le comité" }).click();
  await seat(page, ada, () => page.getByLabel("Préside le comité").check());
  await seat(page, bruno, async () => {
    await page.getByRole("combobox", { name: "Travaille aussi pour" }).fill(tied.organisation);
    await page.getByRole("option", { name: tied.organisation }).click();
  });
  await settled(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Répartition" }).click();
  await page.getByRole("button", { name: "Proposer une répartition" }).click();
  await part(page, "Qui est laissé de côté, et pourquoi").getByText(/lien d’intérêt avec 1.dossier.: n°.1 La mare/).waitFor();
  await part(page, "Dossiers qui manquent de lecteurs").getByText("il en manque 1").waitFor();
  await settled(page); // what comes takes focus, once
  await page.getByLabel("Ajouter un mot").fill("Bonne lecture !");
  await page.getByRole("button", { name: "Voir les courriels" }).click();
  await page.getByText("2 courriels partiront").waitFor();
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "review-plan", { fullPage: true });
  await page.getByRole("button", { name: "Confier 3 lectures et prévenir" }).click();
  await told(page, "3 lectures sont confiées");
  const mail = await mailTo(ada.email);
  assert.equal(mail.subject, "2 dossiers vous sont confiés");
  assert.match(mail.text, /Bonne lecture !/);
  assert.deepEqual(faults, []);
});

const COMMENT = "Le son attire, la science retient.";
/** Waits until the comment is there: a page takes over what another has left once that one is gone. */
const commented = (page) => page.waitForFunction((text) => [...document.querySelectorAll("textarea")].some(({ value }) => value === text), COMMENT).catch(() => assert.fail("what was typed is lost"));

test("a reviewer scores a dossier: kept when the service does not answer, submitted once whole", async () => {
  const { page, faults } = ada;
  const path = `/api/v1/applications/${free.id}/reviews/mine`;
  const away = (url) => url.pathname === path;
  await page.context().route(away, (route) => (route.request().method() === "PUT" ? route.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" }) : route.continue()));
  const earlier = await page.context().newPage();
  await earlier.goto(`${BASE}/espace/evaluations/${free.id}`);
  await earlier.getByLabel("Commentaire").fill(COMMENT);
  await earlier.getByText("gardé ici, nouvel essai").waitFor();
  await visit(page, "/espace/evaluations");
  await page.getByText("2 dossiers attendent votre avis.").waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: free.title }).click();
  await heading(page, free.title);
  await page.getByRole("region", { name: "Le projet" }).getByText(HOSTILE).waitFor();
  await settled(page);
  assert.equal(await page.getByLabel("Commentaire").inputValue(), "", "another page that is open has it");
  await earlier.close();
  await commented(page);
  await page.getByRole("group", { name: /^Qualité scientifique/ }).getByRole("radio", { name: "4" }).check({ force: true });
  await page.keyboard.press("ArrowRight");
  await page.getByText("gardé ici, nouvel essai").waitFor();
  await page.reload();
  await heading(page, free.title);
  await commented(page);
  await page.context().unroute(away);
  // Sent again by itself; or it got through as the page closed.
  await page.getByText(/^(Enregistré à|Votre brouillon est là)/).waitFor();
  const kept = await read(page, `/applications/${free.id}/reviews/mine`);
  assert.deepEqual([Object.values(kept.scores), kept.comment], [[5], COMMENT]);
  await page.getByRole("button", { name: "Rendre mon avis" }).click();
  await page.getByRole("alert").getByRole("link", { name: "dire ce que vous recommandez" }).waitFor();
  for (const group of await page.locator(".criterion").all()) await group.getByRole("radio", { name: "5" }).check({ force: true });
  await page.getByRole("radio", { name: "Labelliser", exact: true }).check();
  await page.getByRole("button", { name: "Rendre mon avis" }).click();
  await told(page, "Votre avis est rendu");
  await part(page, "Ce qu’en pense le comité").getByText("seul à avoir rendu un avis").waitFor();
  await settled(page);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await photograph(page, "review-phone", { fullPage: true });
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.deepEqual(faults, []);
});

test("a conflict of interest hides the dossier; declaring one hides another", async () => {
  const { page, faults } = bruno;
  await visit(page, "/espace/evaluations");
  await page.getByText("1 dossier attend votre avis.").waitFor();
  assert.equal(await page.getByText("La mare aux étoiles").count(), 0);
  await visit(page, `/espace/evaluations/${tied.id}`);
  await heading(page, "Ce dossier ne vous est pas confié, ou ne l’est plus.");
  await visit(page, `/espace/evaluations/${free.id}`);
  await page.getByRole("button", { name: "Déclarer un lien d’intérêt" }).click();
  const dialogue = page.getByRole("dialog");
  await dialogue.getByLabel("Pourquoi ?").fill("Ma sœur y travaille.");
  await dialogue.getByRole("button", { name: "Déclarer ce lien" }).click();
  await heading(page, "Évaluations");
  await page.getByText("Aucun dossier ne vous est confié.").waitFor();
  assert.deepEqual(faults, []);
});

test("the coordination sees how far it is, sorts, reads one dossier’s reviews, dismisses and reminds", async () => {
  const { page, faults } = coordinator;
  await visit(page, call);
  // A reader with a conflict of interest is no reader any more: two are left, of Ada's.
  await page.getByText("1 avis rendu sur 2.").waitFor();
  await page.getByRole("button", { name: "Moyenne" }).click();
  assert.deepEqual(await page.getByRole("table", { name: "Notes et avis" }).getByRole("link").allTextContents(), [free.title, tied.title]);
  await settled(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Relancer" }).click();
  await page.getByRole("button", { name: "Voir les courriels" }).click();
  await page.getByText("« Un dossier attend votre avis »").waitFor();
  await page.getByRole("button", { name: "Envoyer 1 rappel" }).click();
  await told(page, "1 rappel part");
  await page.getByRole("link", { name: free.title }).click();
  await part(page, "Notes et avis").getByText(COMMENT).waitFor();
  const conflicts = part(page, "Liens d’intérêts");
  await conflicts.getByText("Ma sœur y travaille.").waitFor();
  await settled(page);
  await expectAccessible(page);
  await conflicts.getByRole("button", { name: "Écarter" }).click();
  await page.getByRole("dialog").getByLabel("Pourquoi ?").fill("Une autre sœur.");
  await page.getByRole("dialog").getByRole("button", { name: "Écarter ce lien" }).click();
  await conflicts.getByText(/^écarté .*Une autre sœur/).waitFor();
  assert.deepEqual(faults, []);
});
