// From call to programme, as its people live it: opened, applied to by three, read, decided, told, entered, published, found by anybody.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, ask, expectAccessible, mailTo, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { heading, newHolder, newPerson, part, send, told } from "./people.mjs";
import { granted, newCall, newDraft, write } from "./season.mjs";

const FORM = {
  sections: [{
    id: "projet", title: "Le projet", fields: [
      { id: "titre", type: "text", label: "Titre", purpose: "title", required: "at_submission" },
      { id: "resume", type: "long_text", label: "Résumé", purpose: "summary", required: "at_submission" },
      { id: "contact", type: "text", label: "Contact", purpose: "contact_name" },
      { id: "courriel", type: "email", label: "Courriel", purpose: "contact_email", required: "at_submission" },
    ],
  }],
};
const WORD = `Z${Math.random().toString(36).slice(2, 9)}`;
const TITLES = { early: `Le phare ${WORD}`, asked: `La digue ${WORD}`, late: `La bouée ${WORD}` };
let browser;
let team;
let call;
let edition;
/** Who applies: in time, asked for more, too late; each with the `dossier` that they send. */
let early;
let asked;
let late;

const addressOf = (holder) => `${holder.word}@${WORD.toLowerCase()}.example`;
const answersOf = (word) => ({ titre: TITLES[word], resume: "On y voit loin.", contact: "Ada Porteuse", courriel: addressOf({ word }) });
const dossier = (holder) => `/espace/dossiers/${holder.dossier}`;
const day = (n) => new Date(Date.parse(`${edition.starts_on}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);

before(async () => {
  browser = await openBrowser();
  team = await openPage(browser);
  await signIn(team.page, "coordinator");
  [early, asked, late] = await Promise.all(Object.keys(TITLES).map(async (word) => ({ word, ...await newHolder(browser, `Ada ${word}`) })));
  call = await newCall(team.page, `Appel de la saison ${WORD}`, FORM, { closing_policy: "lock", grace_minutes: 0, contact_email: "capucine@demo.ombelle.example", reviews_per_application: 1 });
  edition = (await read(team.page, "/editions")).items.toSorted((one, other) => other.year - one.year)[0];
});
after(async () => {
  if (call) await send(team.page, "POST", `/calls/${call}/archive`, {});
  await browser?.close();
});

test("three organisations apply: one in time, one by a code, one asked for more", async () => {
  const { page } = early;
  await visit(page, `/appels/${call}`);
  await heading(page, `Appel de la saison ${WORD}`);
  early.dossier = await newDraft(early, call, {});
  await visit(page, `${dossier(early)}/formulaire`);
  for (const [label, value] of [["Titre", TITLES.early], ["Résumé", "On y voit loin."], ["Contact", "Ada Porteuse"], ["Courriel", addressOf(early)]]) await page.getByRole("textbox", { name: new RegExp(`^${label}`) }).fill(value);
  await page.locator(".savebar").getByText(/^Enregistré à/).waitFor();
  await page.getByRole("button", { name: "Déposer le dossier" }).click();
  await page.getByRole("button", { name: "Déposer maintenant" }).click();
  await told(page, "Le dossier est déposé.");

  asked.dossier = await newDraft(asked, call, answersOf("asked"));
  await send(asked.page, "POST", `/applications/${asked.dossier}/submit`);
  await send(team.page, "POST", `/applications/${asked.dossier}/request-changes`, { reason: "incomplete", message: "Loin, c’est où ?", field_ids: ["resume"] });
  assert.match((await mailTo(addressOf(asked))).text, /Loin, c’est où/);
  await write(asked.page, "PATCH", `/applications/${asked.dossier}`, `/applications/${asked.dossier}`, { answers: { resume: "Jusqu’à Douvres." } });
  await visit(asked.page, dossier(asked));
  await asked.page.getByLabel("Un mot avec votre réponse").fill("À Douvres.");
  await asked.page.getByRole("button", { name: "Renvoyer le dossier" }).click();
  await told(asked.page, "Le dossier est renvoyé");

  late.dossier = await newDraft(late, call, answersOf("late"));
  const { code } = await send(team.page, "POST", `/calls/${call}/access-codes`, { label: "Tempête", expires_at: new Date(Date.now() + 86_400_000).toISOString() });
  await write(team.page, "PATCH", `/calls/${call}`, `/calls/${call}/settings`, { closes_at: new Date().toISOString() });
  await visit(late.page, `${dossier(late)}/formulaire`);
  await late.page.getByRole("textbox", { name: "Code d’accès tardif" }).fill(code.toLowerCase());
  await late.page.getByRole("button", { name: "Utiliser ce code" }).click();
  await told(late.page, "Le code est accepté");
  await late.page.getByRole("button", { name: "Déposer le dossier" }).click();
  await late.page.getByRole("button", { name: "Déposer maintenant" }).click();
  await told(late.page, "Le dossier est déposé.");
});

test("it is read by who may, and not by who works for one that applies", async () => {
  const administrator = await openPage(browser);
  await signIn(administrator.page, "administrator");
  const [reader, bound] = await Promise.all([newPerson(browser, `Rose ${WORD}`), newPerson(browser, `Paul ${WORD}`)]);
  for (const each of [reader, bound]) {
    each.account = (await read(each.page, "/me")).account.id;
    await send(administrator.page, "PUT", `/accounts/${each.account}/roles/reviewer`, {});
  }
  await seat([{ account_id: reader.account, is_chair: true }, { account_id: bound.account, organisation_ids: [asked.id] }]);
  const pairs = [[early, bound], [asked, reader], [late, reader]].map(([{ dossier: id }, { account }]) => ({ application_id: id, account_id: account }));
  await send(team.page, "POST", `/calls/${call}/assignments`, { assignments: pairs });
  await visit(bound.page, `/espace/evaluations/${asked.dossier}`);
  await heading(bound.page, "Ce dossier ne vous est pas confié, ou ne l’est plus.");
  await visit(bound.page, "/espace/evaluations");
  await bound.page.getByRole("link", { name: TITLES.early }).click();
  await heading(bound.page, TITLES.early);
  for (const group of await bound.page.locator(".criterion").all()) await group.getByRole("radio", { name: "5" }).check({ force: true });
  await bound.page.getByLabel("Commentaire").fill("On voit Douvres.");
  await bound.page.getByRole("radio", { name: "Labelliser", exact: true }).check();
  await bound.page.getByRole("button", { name: "Rendre mon avis" }).click();
  await told(bound.page, "Votre avis est rendu");
  await visit(team.page, `/espace/appels/${call}/instruction`);
  await team.page.getByText("1 avis rendu sur 3.").waitFor();
  await Promise.all([administrator, reader, bound].map(({ close }) => close()));
});

/** Seats a committee, once the service of the programme has heard of everybody. */
async function seat(items) {
  const { request } = team.page.context();
  const deadline = Date.now() + 20_000;
  for (;;) {
    const { version } = await read(team.page, `/calls/${call}/committee`);
    const answer = await request.put(`${BASE}/api/v1/calls/${call}/committee`, { data: { items }, headers: { Origin: BASE, "If-Match": `"v${version}"` } });
    if (answer.ok()) return;
    assert.ok(Date.now() < deadline, await answer.text());
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

test("a batch is prepared, read again and applied; letters and mails are there", async () => {
  const { page, faults } = team;
  const batch = await send(page, "POST", "/decision-batches", { call_id: call, title: `Séance ${WORD}` });
  await visit(page, `/espace/decisions/${batch.id}`);
  for (const [n, verdict] of [[1, "Label"], [2, "Liste"], [3, "Refus"]]) await page.getByRole("group", { name: `Décision sur le dossier n° ${n}` }).getByText(verdict, { exact: true }).click();
  await page.getByLabel("Motif de la décision sur le dossier n° 3").fill("Une bouée, mais pour qui ?");
  await page.getByLabel("Motif de la décision sur le dossier n° 3").blur();
  await page.getByText(/^Enregistré à|^Tout est enregistré/).first().waitFor();
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "season-batch");
  await page.getByRole("button", { name: "Relire avant d’appliquer" }).or(page.getByRole("link", { name: "Relire avant d’appliquer" })).click();
  await page.getByText("Rien n’est encore parti.").waitFor();
  await page.getByRole("button", { name: "Appliquer 3 décisions" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: /^Appliquer/ }).click();
  await page.getByText("C’est fait : 3 décisions.").first().waitFor();
  const minutes = await page.context().request.get(`${BASE}/api/v1/decision-batches/${batch.id}/minutes.pdf`);
  assert.equal((await minutes.body()).subarray(0, 5).toString(), "%PDF-");
  for (const [holder, words] of [[early, /labellisé/], [asked, /complémentaire/], [late, /Une bouée, mais pour qui/]]) {
    assert.match((await mailTo(addressOf(holder))).text, words);
    const letter = await holder.page.context().request.get(`${BASE}/api/v1/applications/${holder.dossier}/letter.pdf`);
    assert.equal((await letter.body()).subarray(0, 5).toString(), "%PDF-");
  }
  await visit(late.page, dossier(late));
  await part(late.page, "Où il en est").getByText("Non retenu").first().waitFor();
  assert.deepEqual(faults, []);
});

test("what is labelled is confirmed, entered and published: anybody finds it, and its calendar", async () => {
  const { page } = early;
  const [{ id }] = (await read(page, "/projects")).items;
  await visit(page, `/espace/projets/${id}`);
  await page.getByRole("button", { name: "Confirmer notre participation" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Oui, nous participons" }).click();
  await told(page, "Votre participation est confirmée");
  const venue = await send(team.page, "POST", "/venues", { name: `Cale ${WORD}`, insee: "80021" });
  const session = { starts_at: `${day(2)}T14:00:00+02:00`, ends_at: `${day(2)}T16:00:00+02:00`, venue_id: venue.id };
  const { event } = await granted(page, "POST", "/events", {
    organisation_id: early.id, project_id: id, title: TITLES.early, description: "On monte, on regarde.", activity_type: "visit", theme: "environment", audience: ["general_public"], free: true, publication: "ready", sessions: [session],
  });
  await visit(team.page, `/espace/projets/${id}`);
  await team.page.getByRole("button", { name: "Publier…" }).click();
  await team.page.getByRole("dialog").getByRole("button", { name: "Publier 1 événement" }).click();
  await told(team.page, "Un événement est publié");

  const anybody = await openPage(browser, { viewport: PHONE });
  const listed = await ask(`/agenda?from=${day(2)}&to=${day(2)}&q=${WORD}`);
  assert.deepEqual(listed.items.map(({ slug }) => slug), [event.slug]);
  await visit(anybody.page, `/agenda/${event.slug}`);
  await heading(anybody.page, TITLES.early);
  await expectAccessible(anybody.page);
  const calendar = await (await fetch(`${BASE}/api/v1/agenda/${event.slug}.ics`)).text();
  assert.ok(calendar.includes(`DTSTART:${day(2).replaceAll("-", "")}T120000Z`), calendar);
  for (const { faults } of [team, early, asked, late, anybody]) assert.deepEqual(faults, []);
});
