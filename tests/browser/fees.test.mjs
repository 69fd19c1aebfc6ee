// Fees: called from a member, paid in part and whole, receipted; the tariff; one's own page of membership.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { heading, newHolder, part, send, told } from "./people.mjs";

let browser;
let holder;
let member;
let treasurer;
const YEAR = new Date().getFullYear();
const press = (where, name) => where.getByRole("button", { name, exact: true }).click();

before(async () => {
  browser = await openBrowser();
  const secretary = await openPage(browser);
  treasurer = await openPage(browser);
  [holder] = await Promise.all([newHolder(browser, "Ada Adhérente", { viewport: PHONE }), signIn(secretary.page, "secretary"), signIn(treasurer.page, "treasurer")]);
  member = await send(secretary.page, "POST", "/members", { kind: "legal", organisation_id: holder.id, college: "C", fee_category: "small", admitted_on: "2020-02-29" });
  await secretary.close();
});
after(() => browser?.close());

test("a fee is called from a member at an amount of its own, paid in two times, and gives its receipt to the member", async () => {
  const { page, faults } = treasurer;
  await visit(page, `/espace/adherents/${member.id}`);
  const fees = part(page, "Cotisations");
  await press(fees, "Appeler une cotisation");
  await fees.getByLabel("Montant, s’il n’est pas celui du barème").fill("50,50");
  await fees.getByLabel("Pourquoi ce montant").fill("Adhésion en cours d’année");
  await press(fees, "Appeler");
  await told(page, "La cotisation est appelée.");
  await visit(page, "/espace/cotisations");
  const list = part(page, "Cotisations");
  await list.getByLabel("Adhérent").fill(holder.title);
  const line = list.getByRole("listitem").filter({ hasText: holder.title });
  const link = list.locator("a[href*='fees.csv'][href*='q=']");
  const table = await page.context().request.get(BASE + await link.getAttribute("href"));
  assert.equal((await table.text()).trim().split("\r\n").length, 2, "the table has the fee that the list shows");
  await press(line, `Enregistrer un règlement de ${holder.title} pour ${YEAR}`);
  await line.getByLabel("Montant, en euros").fill("60");
  await press(line, "Enregistrer");
  await line.getByRole("alert").getByText("C’est plus que ce qu’il reste à payer").waitFor();
  await expectAccessible(page);
  await line.getByLabel("Montant, en euros").fill("20,50");
  await press(line, "Enregistrer");
  await line.getByText("Payée en partie").waitFor();
  await press(line, `Enregistrer un règlement de ${holder.title} pour ${YEAR}`);
  await press(line, "Enregistrer");
  await line.getByText("Payée", { exact: true }).waitFor();
  const [fee] = (await read(page, `/fees?member=${member.id}`)).items;
  assert.deepEqual([fee.state, fee.remaining_cents, fee.payments.map(({ amount_cents: cents }) => cents)], ["paid", 0, [2050, 3000]]);
  await photograph(page, "fees-1280", { fullPage: true });
  await visit(holder.page, "/espace/mon-adhesion");
  await heading(holder.page, "Mon adhésion");
  await holder.page.getByText("À jour de cotisation").waitFor();
  await holder.page.getByRole("link", { name: `Reçu ${fee.receipt} de ${holder.title} (PDF)` }).waitFor();
  await expectAccessible(holder.page);
  await expectNoSidewaysScroll(holder.page);
  await photograph(holder.page, "own-membership-390", { fullPage: true });
  assert.deepEqual([...faults, ...holder.faults], []);
});

test("the tariff, the call and reminders are looked at before they are done", async () => {
  const { page, faults } = treasurer;
  await visit(page, "/espace/cotisations/bareme");
  await press(page, "Adopter un barème");
  await press(page, "Ajouter un montant pour un collège");
  await press(page, "Adopter ce barème");
  await page.getByRole("alert").getByText("Choisissez une catégorie.").waitFor();
  await expectAccessible(page);
  await photograph(page, "tariff-1280", { fullPage: true });
  await press(page, "Annuler");
  await page.setViewportSize(PHONE);
  await visit(page, "/espace/cotisations");
  await press(part(page, "Appeler l’année"), "Voir ce que cela ferait");
  await part(page, "Appeler l’année").getByRole("heading", { level: 3 }).waitFor();
  await press(part(page, "Relancer"), "Voir qui serait relancé");
  await part(page, "Relancer").getByRole("heading", { level: 3 }).waitFor();
  await settled(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await photograph(page, "fees-390", { fullPage: true });
  assert.deepEqual(faults, []);
});
