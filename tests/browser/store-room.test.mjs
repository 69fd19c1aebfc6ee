// The store-room on a phone: from the label of a unit to its condition report, out, on to the next borrower and back.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, read, settled, visit } from "./browser.mjs";
import { newBorrower, newConfirmedLoan, newLender } from "./lending.mjs";
import { heading, part, send, told } from "./people.mjs";

const SOCLE = "Exemplaire 1, module 1, Le socle";
const LOUPE = "Exemplaire 1, module 2, La loupe";
let browser;
let lender;
let borrower;
let loan;

/** Takes a picture of this page, and gives it to the field as a camera would; `size` bytes of nothing where it is told. */
const givePhoto = (page, unit, name, size = 0) => page.getByRole("group", { name: unit }).locator("input[type=file]").evaluate(async (input, [called, bytes]) => {
  const canvas = document.createElement("canvas");
  canvas.width = 320;
  canvas.height = 240;
  canvas.getContext("2d").fillRect(40, 40, 200, 100);
  const drawn = bytes ? new Uint8Array(bytes) : await new Promise((resolve) => { canvas.toBlob(resolve, "image/jpeg"); });
  const files = new DataTransfer();
  files.items.add(new File([drawn], called, { type: "image/jpeg" }));
  input.files = files.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}, [name, size]);
const state = (page, unit, word) => page.getByRole("radiogroup", { name: `État, ${unit}` }).getByRole("radio", { name: word });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

before(async () => {
  browser = await openBrowser();
  [lender, borrower] = await Promise.all([newLender(browser, ["Le socle", "La loupe"], { viewport: PHONE }), newBorrower(browser)]);
  loan = await newConfirmedLoan(lender, borrower);
});
after(() => browser?.close());

test("a label opens its unit on a phone; the loan is gathered by code, reported on with photos, and leaves", async () => {
  const { page, faults } = lender;
  await visit(page, `/espace/exemplaires/${loan.units[0].id}`);
  await expectAccessible(page);
  await page.getByRole("link", { name: "Préparer le prêt" }).click();
  await heading(page, `Préparer « ${lender.item.title} »`);
  await page.getByLabel("Code de l’exemplaire").fill("U99999x");
  await page.keyboard.press("Enter");
  await told(page, "n’est pas un exemplaire de ce prêt");
  await page.getByLabel("Code de l’exemplaire").fill(loan.units[0].code.toLowerCase());
  await page.keyboard.press("Enter");
  await told(page, `${SOCLE} est coché.`);
  await page.getByRole("checkbox", { name: `${LOUPE} est prêt` }).check();
  await part(page, "À rassembler").getByText("Tout est prêt.").waitFor();
  await press(page, "Faire le constat de départ");
  await state(page, SOCLE, "Usagé").check();
  await page.getByLabel(`Remarque sur ${SOCLE}`).fill("Coin plié");
  await press(page, "Enregistrer le constat");
  await page.getByText("Il manque l’état d’un exemplaire.").waitFor();
  await givePhoto(page, SOCLE, "enorme.jpg", 50_000_000);
  await page.getByText("« enorme.jpg » pèse 50").waitFor();
  await givePhoto(page, SOCLE, "coin.jpg");
  await page.getByText("partira avec le constat").waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await state(page, LOUPE, "Bon état").check();
  await press(page, "Enregistrer le constat");
  await told(page, "avec une photo");
  await press(page, "Remettre à l’emprunteur");
  await page.getByLabel("Reçu par").fill("M. Petit");
  await press(page, "Noter la remise");
  await heading(page, `« ${lender.item.title} » : départ et retour`);
  const { items: [report], hand_overs: [given] } = await read(page, `/loans/${loan.id}/condition-reports`);
  assert.deepEqual(report.lines.map((line) => [line.state, line.remarks, line.photos.length]), [["worn", "Coin plié", 1], ["good", null, 0]]);
  assert.equal(given.taken_by, "M. Petit");
  assert.deepEqual(faults, []);
});

test("without a network nothing that was typed is lost: it is found again, and leaves by itself", async () => {
  const { page } = lender;
  await visit(page, `/espace/exemplaires/${loan.units[0].id}`);
  await page.getByRole("link", { name: "Retour et constat" }).click();
  await state(page, SOCLE, "Abîmé").check();
  await page.getByLabel(`Remarque sur ${SOCLE}`).fill("Pied cassé");
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await page.getByText("Nous avons retrouvé ce que vous aviez commencé").waitFor();
  assert.equal(await page.getByLabel(`Remarque sur ${SOCLE}`).inputValue(), "Pied cassé");
  await press(page, "Tout le reste est comme au départ");
  await page.context().setOffline(true);
  await press(page, "Enregistrer le constat");
  await page.getByText("le constat partira tout seul").waitFor();
  await page.context().setOffline(false);
  await told(page, "Le constat est enregistré.");
  await settled(page);
  await page.getByText("moins bon qu’au départ").waitFor();
  await expectAccessible(page);
  await press(page, "Terminer la vérification");
  await page.getByRole("dialog").getByRole("button", { name: "Terminer la vérification" }).click();
  await told(page, "La vérification est terminée.");
  const { items } = await read(page, `/incidents?loan=${loan.id}`);
  assert.deepEqual(items.map(({ kind, description, unit }) => [kind, description, unit.id]), [["damage", "Pied cassé", loan.units[0].id]]);
  await send(page, "PATCH", `/incidents/${items[0].id}`, { outcome: "repaired" }, { "If-Match": `"v${items[0].version}"` });
});

test("from one borrower it goes straight on to the next, by one report with its photo", async () => {
  const { page, faults } = lender;
  const [first, following] = [await newConfirmedLoan(lender, borrower), await newConfirmedLoan(lender, borrower)];
  await send(page, "POST", `/loans/${first.id}/condition-reports`, { direction: "out", lines: first.units.map(({ id }) => ({ unit_id: id, state: "good" })) });
  await send(page, "POST", `/loans/${first.id}/hand-over`, {});
  await visit(page, `/espace/prets/${first.id}/preparation`);
  await press(page, "Transmettre à l’emprunteur suivant");
  await press(page, "Tout le reste est comme au départ");
  await givePhoto(page, LOUPE, "loupe.jpg");
  await page.getByText("partira avec le constat").waitFor();
  await expectAccessible(page);
  await press(page, "Transmettre");
  await told(page, "C’est transmis");
  await part(page, "Retour").getByText("Transmis directement à l’emprunteur suivant.", { exact: false }).waitFor();
  assert.equal((await read(page, `/loans/${following.id}`)).status, "out");
  const { items } = await read(page, `/loans/${first.id}/condition-reports`);
  assert.deepEqual(items.map(({ direction, lines }) => [direction, lines.map((line) => line.photos.length)]), [["out", [0, 0]], ["in", [0, 1]]]);
  assert.deepEqual(faults, []);
});

test("an appointment is made by the borrower, and whoever finds the label is told what to do", async () => {
  const following = await newConfirmedLoan(lender, borrower);
  const { page, faults } = borrower;
  await visit(page, `/espace/prets/${following.id}`);
  await page.getByRole("button", { name: "Prendre rendez-vous pour le départ" }).click();
  await page.getByLabel("De", { exact: true }).fill("14:00");
  await page.getByLabel("À", { exact: true }).fill("09:00");
  await press(page, "Enregistrer le rendez-vous");
  await page.getByText("La fin vient après le début.").first().waitFor();
  await page.getByLabel("À", { exact: true }).fill("16:30");
  await press(page, "Enregistrer le rendez-vous");
  await told(page, "Le rendez-vous est enregistré");
  await part(page, "Rendez-vous").getByText("La réserve, 1 rue du Dépôt, Amiens").waitFor();
  const { items: [slot] } = await read(lender.page, `/loans/${following.id}/slots`);
  assert.deepEqual([slot.direction, slot.kind, slot.from_time, slot.to_time], ["out", "at_lender", "14:00:00", "16:30:00"]);
  await visit(page, `/espace/exemplaires/${loan.units[0].id}`);
  await heading(page, "Cette étiquette");
  await expectAccessible(page);
  assert.deepEqual(faults, []);
});
