// What becomes of loans: a year in figures whose numbers open their rows, what contributors tell, remarks followed up, tables taken in, an edition frozen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, DESK, PHONE, answer, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, settled, signIn, visit, wear } from "./browser.mjs";
import { heading, part, told } from "./people.mjs";

// The year before: its loans are over, and no other test makes any there.
const YEAR = new Date().getFullYear() - 1;
const MARK = `${process.pid}-${Date.now()}`;
let browser;
let desk;

before(async () => {
  browser = await openBrowser();
  desk = await openPage(browser);
  await signIn(desk.page, "lender");
});
after(() => browser?.close());

/** A number as French pages write it. */
const french = (n) => new Intl.NumberFormat("fr-FR").format(n);

test("a year of loans: plots with their tables, numbers that open what they count, and a workbook", async () => {
  const { page, faults } = desk;
  const { loans, by_month: months } = await read(page, `/reports/loans/${YEAR}`);
  assert.ok(loans.loans > 0 && months[0].loans > 0, "the demonstration lent the year before");
  await visit(page, `/espace/prets/chiffres?annee=${YEAR}`);
  await page.getByRole("link", { name: `${french(loans.days_out)} jours` }).waitFor();
  const workbook = await page.context().request.get(BASE + await page.getByRole("link", { name: `Classeur Excel de ${YEAR}` }).getAttribute("href"));
  assert.match(workbook.headers()["content-type"], /spreadsheetml/);
  const plot = page.getByRole("figure", { name: "Mois par mois" });
  await plot.locator("summary").click();
  await expectAccessible(page);
  await photograph(page, "loan-figures");
  await plot.getByRole("row", { name: /^Janvier/ }).getByRole("link").click();
  await heading(page, `Prêts, ${YEAR}, Janvier`);
  await settled(page);
  assert.equal(await page.getByRole("row").count() - 1, months[0].loans);
  await page.getByRole("link", { name: "Revenir aux chiffres" }).click();
  await heading(page, "Chiffres des prêts");
  await page.getByRole("link", { name: `${french(loans.loans)} prêts` }).click();
  await heading(page, `Prêts, ${YEAR}`);
  await page.getByRole("status").filter({ hasText: french(loans.loans) }).waitFor();
  await page.setViewportSize(PHONE);
  await page.getByRole("link", { name: "Revenir aux chiffres" }).click();
  await heading(page, "Chiffres des prêts");
  await settled(page);
  await expectNoSidewaysScroll(page);
  await wear(page, "dark");
  await expectAccessible(page, { rules: ["color-contrast"] });
  await photograph(page, "loan-figures-phone-dark");
  await page.setViewportSize(DESK);
  await wear(page, "light");
  assert.deepEqual(faults, []);
});

test("contributors tell two numbers, keep what they typed when the service is away, and read what all say", async () => {
  const { page, close } = await openPage(browser);
  await signIn(page, "seaside");
  const mine = (await read(page, `/contributor-returns?year=${YEAR}`)).items.find(({ loans }) => loans > 0);
  await visit(page, "/espace/prets/bilans");
  const all = part(page, "Ensemble");
  // 21 of 39 have answered; 15 of them lent.
  assert.equal((await all.locator("p").first().innerText()).replaceAll(/\s/g, " "), "21 sur 39 ont répondu (53,8 %). 15 structures ont prêté : 316 prêts, 4 754 jours en tout. Un prêt dure en moyenne 15 jours.");
  // 220 items of 38 contributors, and what other tests add to them.
  const [shared, contributors] = (await page.getByText("Le catalogue commun réunit").innerText()).match(/\d+/g).map(Number);
  assert.ok(shared >= 220 && contributors >= 38, `${shared} items of ${contributors} contributors`);
  await page.getByRole("button", { name: `Corriger la réponse de ${mine.contributor.name}` }).click();
  await page.getByLabel(/Combien de jours/).fill("1");
  await page.getByLabel("Un mot, si vous voulez").fill(`Deux tournées ${MARK}`);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByText("Un prêt dure un jour au moins.").first().waitFor();
  await expectAccessible(page);
  await page.getByLabel(/Combien de jours/).fill(String(mine.days));
  await answer(page, `/contributor-returns/${mine.id}`, {}, 503);
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByText("Rien de ce que vous avez écrit n’est perdu").waitFor();
  assert.equal(await page.getByLabel("Un mot, si vous voulez").inputValue(), `Deux tournées ${MARK}`);
  await page.unrouteAll();
  await page.getByRole("button", { name: "Envoyer" }).click();
  await told(page, "Merci, c’est noté.");
  await page.getByText(`Deux tournées ${MARK}`).waitFor();
  await close();
});

test("a remark is followed up, and a questionnaire is read", async () => {
  const { page, faults } = desk;
  await visit(page, "/espace/prets/remarques");
  const line = page.getByRole("list", { name: "Remarques" }).getByRole("listitem").last();
  const remark = await line.locator("blockquote").innerText();
  await line.getByRole("button", { name: /^Suivre/ }).click();
  await page.getByLabel("Note de suivi").fill(`Le panneau est refait ${MARK}`);
  await page.getByRole("form").getByRole("button", { name: "Suivre" }).click();
  await told(page, "La remarque est à jour.");
  await page.getByRole("button", { name: /^En cours/ }).click();
  await page.getByRole("listitem").filter({ hasText: remark }).getByText(`Le panneau est refait ${MARK}`).waitFor();
  await visit(page, `/espace/prets/evaluations?annee=${YEAR}`);
  await page.getByText("Lire la réponse").first().click();
  await page.getByText("Dans l’ensemble").first().waitFor();
  assert.deepEqual(faults, []);
});

test("a table is checked, mended, taken in, and changes nothing the second time", async () => {
  const { page } = desk;
  const choose = (rows) => page.getByLabel("Fichier CSV ou XLSX").setInputFiles({ name: "outils.csv", mimeType: "text/csv", buffer: Buffer.from(`item_id;title;category;format;added_on;retired_on\n${rows}\n`) });
  const row = (day) => `essai-${MARK};Essai ${MARK};kit;case;${day};02/01/1999`;
  await visit(page, "/espace/prets/import");
  await choose(row("32/01/1999"));
  await page.getByRole("button", { name: "Vérifier" }).click();
  await page.getByRole("heading", { name: "1 cellule à corriger avant de reprendre" }).waitFor();
  await page.getByRole("cell", { name: "added_on" }).waitFor();
  await expectAccessible(page);
  await choose(row("01/01/1999"));
  await page.getByRole("button", { name: "Vérifier" }).click();
  await page.getByText("1 ligne nouvelle.").waitFor();
  await page.getByRole("button", { name: "Reprendre pour de bon" }).click();
  await page.getByRole("heading", { name: "C’est repris" }).waitFor();
  await page.getByRole("button", { name: "Vérifier" }).click();
  await page.getByText("Tout est déjà là").waitFor();
});

test("the catalogue is frozen, and everybody may take the edition away", async () => {
  const { page, faults } = desk;
  const title = `Catalogue d’essai ${MARK}`;
  await visit(page, "/espace/prets/catalogues");
  await page.getByRole("button", { name: "Figer une édition" }).click();
  await page.getByLabel("Titre").fill(title);
  await page.getByRole("button", { name: "Figer le catalogue" }).click();
  const line = page.getByRole("listitem").filter({ hasText: title });
  await line.waitFor();
  const files = await line.getByRole("link").all();
  assert.equal(files.length, 3);
  const content = await fetch(BASE + await page.getByRole("link", { name: `JSON de « ${title} »` }).getAttribute("href"));
  assert.equal((await content.json()).title, title);
  assert.deepEqual(faults, []);
});
