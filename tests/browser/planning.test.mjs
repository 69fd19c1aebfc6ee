// The planning of a lender of its own: days kept by keyboard, a loan dragged to other days, and the list on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, read, settled, visit, wear } from "./browser.mjs";
import { newBorrower, newLender, newLoan } from "./lending.mjs";
import { heading, send, told } from "./people.mjs";

// The middle of the next month: all of it is to come, and seen at once.
const today = new Date();
const month = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1)).toISOString().slice(0, 8);
let browser;
let lender;
let loan;
let address;

const dialogue = (page) => page.getByRole("dialog");
const focusedCell = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);

before(async () => {
  browser = await openBrowser();
  const [one, borrower] = await Promise.all([newLender(browser), newBorrower(browser)]);
  lender = one;
  const made = await newLoan(lender, borrower);
  const { version } = await read(lender.page, `/loans/${made.id}`);
  loan = await send(lender.page, "PATCH", `/loans/${made.id}`, { starts_on: `${month}10`, ends_on: `${month}14` }, { "If-Match": `"v${version}"` });
  address = `/espace/prets/planning?zoom=mois&du=${month}01`;
});
after(() => browser?.close());

test("arrows walk the grid, Enter keeps a unit for some days; what a loan already has is refused, and nothing typed is lost", async () => {
  const { page, faults } = lender;
  await visit(page, address);
  await heading(page, "Planning");
  assert.equal(await page.getByRole("row").count(), 3);
  await page.getByRole("grid").locator("[tabindex='0']").focus();
  await page.keyboard.press("ArrowRight");
  assert.match(await focusedCell(page), /^libre du 1er au 9\s/);
  await page.keyboard.press("ArrowRight");
  assert.match(await focusedCell(page), new RegExp(`^Prêt, n° ${loan.number}, `));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  const first = dialogue(page).getByLabel("Premier jour");
  assert.equal(await first.inputValue(), `${month}01`);
  await dialogue(page).getByLabel("Dernier jour").fill(`${month}10`);
  await dialogue(page).getByRole("radio", { name: "Usage interne" }).check();
  await dialogue(page).getByLabel("Pourquoi").fill("Journée portes ouvertes");
  await expectAccessible(page);
  await dialogue(page).getByRole("button", { name: "Immobiliser" }).click();
  await dialogue(page).getByText("Quelque chose retient déjà une de ces unités").waitFor();
  assert.equal(await dialogue(page).getByLabel("Pourquoi").inputValue(), "Journée portes ouvertes");
  await dialogue(page).getByLabel("Dernier jour").fill(`${month}03`);
  await dialogue(page).getByRole("button", { name: "Immobiliser" }).click();
  await told(page, "L’exemplaire est immobilisé.");
  await dialogue(page).waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement.closest("[role=grid]"));
  assert.match(await focusedCell(page), /^Usage interne, Journée portes ouvertes, du 1er au 3\s/);
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await dialogue(page).getByRole("button", { name: "Lever dès aujourd’hui" }).click();
  await dialogue(page).getByRole("button", { name: "Oui, le rendre libre" }).click();
  await told(page, "de nouveau libre");
  await settled(page);
  assert.equal(await page.getByRole("gridcell", { name: /^Usage interne/ }).count(), 0);
  assert.deepEqual(faults, []);
});

test("a loan that is dragged proposes other days, which are settled once they are read again", async () => {
  const { page } = lender;
  await visit(page, address);
  const bar = page.getByRole("gridcell", { name: new RegExp(`^Prêt, n° ${loan.number}, `) }).first();
  const { x, y, width, height } = await bar.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + width / 5 * 2, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await dialogue(page).getByText("Vous avez tiré ce bloc").waitFor();
  assert.equal(await dialogue(page).getByLabel("Premier jour").inputValue(), `${month}12`);
  assert.equal((await read(page, `/loans/${loan.id}`)).starts_on, `${month}10`);
  await dialogue(page).getByRole("button", { name: "Changer les dates" }).click();
  await told(page, "Les dates du prêt sont changées.");
  const { starts_on: first, ends_on: last } = await read(page, `/loans/${loan.id}`);
  assert.deepEqual([first, last], [`${month}12`, `${month}16`]);
});

test("on a phone the same is a list, by day and by night; without an answer the page says so", async () => {
  const { page } = lender;
  await page.setViewportSize(PHONE);
  await visit(page, address);
  await page.getByRole("button", { name: new RegExp(`n° ${loan.number}`) }).first().waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await wear(page, "dark");
  await expectAccessible(page, { rules: ["color-contrast"] });
  await page.route((url) => url.pathname === "/api/v1/planning", (route) => route.abort());
  await page.getByRole("button", { name: "Semaine" }).click();
  await page.getByRole("button", { name: "Réessayer" }).waitFor();
});
