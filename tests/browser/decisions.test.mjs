// Decisions, and the programme that comes of them: the one table worked in by keyboard, kept without a network, read again, applied once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, read, settled, signIn, visit } from "./browser.mjs";
import { heading, newHolder, part, send, told } from "./people.mjs";
import { newCall, newDraft } from "./season.mjs";

const WORD = `D${Math.random().toString(36).slice(2, 9)}`;
const FORM = {
  sections: [{
    id: "projet", title: "Le projet", fields: [
      { id: "titre", type: "text", label: "Titre", purpose: "title", required: "at_submission" },
      { id: "courriel", type: "email", label: "Courriel", purpose: "contact_email" },
      { id: "demande", type: "amount", label: "Montant demandé", purpose: "requested_amount" },
    ],
  }],
};
const NAMES = ["Phare", "Digue", "Bouée"];
let browser;
let team;
let other;
let call;

const ADDRESS = `porteur@${WORD.toLowerCase()}.example`;
const decision = (page, number) => page.getByRole("group", { name: `Décision sur le dossier n° ${number}`, exact: true });
const verdict = (page, number, name) => decision(page, number).getByRole("button", { name, exact: true });
const isPressed = (button) => button.and(button.page().locator("[aria-pressed=true]")).waitFor();
const saved = (page) => page.locator(".totals").getByText(/^Enregistré à/).waitFor();

before(async () => {
  browser = await openBrowser();
  [team, other] = await Promise.all(["coordinator", "administrator"].map(async (key) => {
    const opened = await openPage(browser);
    await signIn(opened.page, key);
    return opened;
  }));
  const holder = await newHolder(browser, "Ada Porteuse");
  call = await newCall(team.page, `Appel à décider ${WORD}`, FORM, { has_scoring: false, has_committee: false });
  for (const name of NAMES) {
    const id = await newDraft(holder, call, { titre: `${name} ${WORD}`, courriel: ADDRESS, demande: 120_000 });
    await send(holder.page, "POST", `/applications/${id}/submit`);
  }
  await holder.close();
});
after(async () => {
  if (call) await send(team.page, "POST", `/calls/${call}/archive`, {});
  await browser?.close();
});

test("one person decides by keyboard; nothing is lost without a network, nor when two decide of the same", async () => {
  const { page, faults } = team;
  await visit(page, "/espace/decisions");
  await page.getByRole("button", { name: "Préparer un lot" }).click();
  await page.getByRole("combobox", { name: "Appel" }).click();
  await page.getByRole("option", { name: new RegExp(`Appel à décider ${WORD}`) }).click();
  await page.getByLabel("Nom du lot").fill(`Séance ${WORD}`);
  await page.getByRole("button", { name: "Préparer le lot" }).click();
  await heading(page, `Séance ${WORD}`);
  await verdict(page, 1, "Label").focus();
  for (const key of ["l", "ArrowDown", "c", "ArrowDown", "n"]) await page.keyboard.press(key);
  await Promise.all([[1, "Label"], [2, "Liste"], [3, "Refus"]].map(([number, name]) => isPressed(verdict(page, number, name))));
  await page.getByLabel("Montant accordé au dossier n° 1, en euros").fill("1250,50");
  await page.keyboard.press("Enter");
  await saved(page);

  await page.context().setOffline(true);
  await page.getByLabel("Motif de la décision sur le dossier n° 3").fill("Hors du champ de l’appel.");
  await page.getByLabel("Chercher").focus();
  await page.getByText("1 ligne attend le réseau").waitFor();
  await page.context().setOffline(false);
  await saved(page);
  const id = page.url().split("/").at(-1);
  const kept = await read(page, `/decision-batches/${id}`);
  assert.deepEqual(kept.items.map((item) => [item.number, item.decision, item.amount_cents, item.rank, item.motivation]), [
    [1, "labelled", 125_050, null, ""], [2, "waitlisted", null, 1, ""], [3, "not_labelled", null, null, "Hors du champ de l’appel."],
  ]);

  const { application_id: first, version } = kept.items[0];
  await send(other.page, "POST", `/decision-batches/${id}/items`, { items: [{ application_id: first, decision: "labelled", amount_cents: 90_000, version }] });
  await page.getByLabel("Montant accordé au dossier n° 1, en euros").fill("1300");
  await page.keyboard.press("Enter");
  await page.getByText("Anselme Hautefeuille a décidé autre chose entre-temps").waitFor();
  await page.getByRole("button", { name: /^Garder la mienne/ }).click();
  await saved(page);
  assert.equal((await read(page, `/decision-batches/${id}`)).items[0].amount_cents, 130_000);
  await expectAccessible(page);
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  assert.deepEqual(faults, []);
});

test("a batch is read again and applied once; its papers are there, and a later batch calls up whoever waited", async () => {
  const { page, faults } = team;
  await page.getByRole("button", { name: "Relire avant d’appliquer" }).click();
  await heading(page, "Ce qui va se passer");
  await part(page, "Courriels et lettres").getByText(ADDRESS).waitFor();
  await expectAccessible(page);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const { items } = await read(page, `/decision-batches/${id}`);
  // Somebody else writes a motive after one has read: it is told, and read again, before anything leaves.
  await send(other.page, "POST", `/decision-batches/${id}/items`, { items: [{ application_id: items[1].application_id, decision: "waitlisted", rank: 1, motivation: "De justesse.", version: items[1].version }] });
  await page.getByRole("button", { name: "Appliquer 3 décisions" }).click();
  const sure = page.getByRole("dialog");
  await sure.getByText("3 courriels partent tout de suite").waitFor();
  await sure.getByRole("button", { name: "Appliquer 3 décisions" }).click();
  await page.getByText("Le lot a changé depuis que vous l’avez relu").waitFor();
  await page.getByText("motif rien → De justesse.").waitFor();
  await page.getByRole("button", { name: "Relire maintenant" }).click();
  await page.getByText("Le lot a changé depuis").waitFor({ state: "detached" });
  await settled(page);
  await page.getByRole("button", { name: "Appliquer 3 décisions" }).click();
  await sure.getByRole("button", { name: "Appliquer 3 décisions" }).click();
  await told(page, "C’est fait : 3 décisions. 3 courriels, 3 lettres, 1 projet ouvert.");
  for (const name of ["Procès-verbal (PDF)", "Les 3 lettres (PDF)"]) {
    const answer = await page.context().request.get(new URL(await page.getByRole("link", { name }).getAttribute("href"), BASE).href);
    assert.deepEqual([answer.status(), answer.headers()["content-type"]], [200, "application/pdf"]);
  }
  await expectAccessible(page);

  const later = await send(page, "POST", "/decision-batches", { call_id: call, title: `Suite ${WORD}` });
  await visit(page, `/espace/decisions/${later.id}`);
  await page.getByText("Liste complémentaire, rang 1").waitFor();
  await page.getByRole("button", { name: "Abandonner le lot" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Abandonner le lot" }).click();
  await told(page, "Le lot est abandonné.");
  assert.deepEqual(faults, []);
});

test("the programme of the edition: what is labelled is reminded as previewed, and each view is for everybody", async () => {
  const { page, faults } = team;
  const { year } = (await read(page, "/editions")).items.toSorted((one, two) => two.year - one.year)[0];
  await visit(page, `/espace/programme?annee=${year}&vue=projets`);
  const waiting = part(page, "À confirmer par leurs porteurs");
  await waiting.getByRole("link", { name: `Phare ${WORD}` }).waitFor();
  await expectAccessible(page);
  await waiting.getByRole("button", { name: /^Relancer/ }).click();
  const mails = page.getByRole("dialog");
  await mails.getByText("Tels qu’ils partiraient").waitFor();
  await mails.getByLabel("Votre mot").fill(`Un mot ${WORD}`);
  await mails.getByRole("button", { name: "Revoir les courriels" }).click();
  await mails.locator(".mail__paper").getByText(`Un mot ${WORD}`).waitFor();
  await page.keyboard.press("Escape");
  for (const view of ["publier", "modifications", "reglages"]) {
    await visit(page, `/espace/programme?annee=${year}&vue=${view}`);
    await expectAccessible(page);
  }
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectNoSidewaysScroll(page);
  assert.deepEqual(faults, []);
});
