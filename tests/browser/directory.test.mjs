// Who does what where: found in a list and on a map, corrected by anybody, decided by the team; a year of the association in figures.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, DESK, PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, settled, signIn, visit, wear } from "./browser.mjs";
import { heading } from "./people.mjs";

const YEAR = new Date().getFullYear() - 1;
const MARK = `${process.pid}-${Date.now()}`;
let browser;

before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

test("the directory is searched, filtered, seen on a map and read on a phone", async () => {
  const { page, faults, close } = await openPage(browser);
  await visit(page, "/annuaire");
  const { total } = await read(page, "/directory?limit=1");
  await page.locator(".total", { hasText: `${total} structures` }).waitFor();
  await page.getByLabel("Nom ou commune").fill("marmite savante");
  await page.getByRole("button", { name: "Chercher" }).click();
  await page.locator(".total", { hasText: "1 structure" }).waitFor();
  assert.equal(await page.locator(".entry-row").count(), 1);
  await page.getByRole("button", { name: "Tout effacer" }).first().click();
  await page.getByRole("checkbox", { name: /Bibliothèque, médiathèque/ }).check();
  await page.getByRole("button", { name: "Retirer le filtre Bibliothèque, médiathèque" }).waitFor();
  await expectAccessible(page);
  await photograph(page, "directory");
  await page.getByRole("button", { name: "Carte" }).click();
  await page.getByRole("group", { name: "Communes de la carte" }).getByRole("button").first().click();
  await page.getByRole("heading", { level: 2, name: /structure/ }).first().waitFor();
  await expectAccessible(page);
  await photograph(page, "directory-map");
  await page.setViewportSize(PHONE);
  await visit(page, "/annuaire");
  await settled(page);
  await expectNoSidewaysScroll(page);
  await wear(page, "dark");
  await expectAccessible(page, { rules: ["color-contrast"] });
  await photograph(page, "directory-phone-dark");
  assert.deepEqual(faults, []);
  await close();
});

test("a visitor says what is wrong, and the secretariat accepts one field and refuses the others", async () => {
  const visitor = await openPage(browser, { viewport: PHONE });
  const { items } = await read(visitor.page, "/directory?q=rustine");
  const [{ slug, name }] = items;
  await visit(visitor.page, `/annuaire/${slug}`);
  await heading(visitor.page, name);
  await visitor.page.getByRole("button", { name: "Proposer une correction" }).click();
  await visitor.page.getByRole("button", { name: "Envoyer" }).click();
  await visitor.page.getByRole("alert").waitFor(); // nothing was said
  await visitor.page.getByLabel("Adresse", { exact: true }).fill(`71 rue des Ingénieurs ${MARK}`);
  await visitor.page.getByLabel("Présentation").fill(`Autre chose ${MARK}`);
  await visitor.page.getByLabel("Commune", { exact: true }).fill("Abbevil");
  await visitor.page.getByRole("option", { name: /Abbeville/ }).first().click(); // its postal code and its middle come with it
  await visitor.page.getByRole("checkbox", { name: "Accueil dans ses locaux" }).click();
  await expectNoSidewaysScroll(visitor.page);
  await expectAccessible(visitor.page);
  await photograph(visitor.page, "directory-correction-phone");
  await visitor.page.getByRole("button", { name: "Envoyer" }).click();
  await visitor.page.getByRole("heading", { name: "Merci !" }).waitFor();
  const { page, faults, close } = await openPage(browser);
  await signIn(page, "secretary");
  await visit(page, "/espace/annuaire/corrections");
  const card = page.getByRole("listitem").filter({ hasText: MARK });
  await card.getByRole("button", { name: "Accepter : Adresse" }).click();
  for (const field of ["Présentation", "Commune", "Code postal", "Point sur la carte", "Propose"]) await card.getByRole("button", { name: `Refuser : ${field}` }).click();
  await expectAccessible(page);
  await photograph(page, "directory-corrections");
  await card.getByRole("button", { name: "Enregistrer la décision" }).click();
  await card.waitFor({ state: "detached" });
  const shown = await read(page, `/directory/${slug}`);
  assert.equal(shown.address, `71 rue des Ingénieurs ${MARK}`);
  assert.ok(!shown.description?.includes(MARK));
  assert.deepEqual([...faults, ...visitor.faults], []);
  await close();
  await visitor.close();
});

test("a year of the association: figures that open their rows, and the page of imports", async () => {
  const { page, faults, close } = await openPage(browser);
  await signIn(page, "secretary");
  const { members } = await read(page, `/reports/members/${YEAR}`);
  await visit(page, `/espace/association/chiffres?annee=${YEAR}`);
  await page.getByRole("row", { name: /Membres au 31 décembre/ }).waitFor();
  const workbook = await page.context().request.get(BASE + await page.getByRole("link", { name: `Classeur Excel de ${YEAR}` }).getAttribute("href"));
  assert.match(workbook.headers()["content-type"], /spreadsheetml/);
  await expectAccessible(page);
  await photograph(page, "association-figures");
  await page.getByRole("row", { name: /Membres du bureau/ }).getByRole("link").first().click();
  await heading(page, `Bureau, ${YEAR}`);
  await settled(page);
  assert.equal(await page.getByRole("row").count() - 1, members.officers);
  await page.setViewportSize(PHONE);
  await visit(page, `/espace/association/chiffres?annee=${YEAR}`);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, { rules: ["color-contrast"] });
  await photograph(page, "association-figures-phone");
  await visit(page, "/espace/association/import");
  const columns = "member_id;kind;name;fee_category;college;joined_on";
  await page.getByLabel("Fichier CSV ou XLSX").setInputFiles({ name: "members.csv", mimeType: "text/csv", buffer: Buffer.from(`${columns}\nx;natural;Ada;natural;E;2020-01-01\n`) });
  await page.getByRole("button", { name: "Vérifier" }).click();
  await page.getByRole("heading", { name: /1 cellule à corriger/ }).waitFor();
  await expectAccessible(page);
  await photograph(page, "association-import-phone");
  await page.setViewportSize(DESK);
  assert.deepEqual(faults, []);
  await close();
});
