// What the public pages say: counts, flowers, languages, paper.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, expectAccessible, openBrowser, openPage, photograph, visit } from "./browser.mjs";

let browser;
let event;
let umbrella;
before(async () => {
  browser = await openBrowser();
  event = (await ask("/agenda?structure=single&limit=1")).items[0];
  umbrella = (await ask("/agenda?structure=umbrella&limit=1")).items[0];
  assert.ok(event && umbrella, "the agenda under test is empty");
});
after(() => browser?.close());

test("the home page counts what the API counts, and draws a flower for each event", async () => {
  const { total, commune } = await ask("/agenda/facets");
  const { page, close } = await openPage(browser);
  await visit(page, "/");
  const communes = commune.filter((each) => each.value !== null).length;
  await page.getByText(`${total} rendez-vous dans ${communes} communes`).waitFor();
  const flowers = page.getByRole("navigation", { name: /pré/ }).getByRole("group").getByRole("link");
  await flowers.nth(Math.min(300, total) - 1).waitFor({ state: "attached" });
  assert.equal(await flowers.count(), Math.min(300, total));
  await close();
});

test("the same event has the same flower everywhere", async () => {
  const drawn = async (path) => {
    const { page, close } = await openPage(browser);
    await visit(page, path);
    const florets = await page.locator(`.row:has(a[href="/agenda/${event.slug}"]) .umbel__florets, .event__flower .umbel__florets`).first().getAttribute("d");
    await close();
    return florets;
  };
  assert.equal(await drawn(`/agenda?structure=single`), await drawn(`/agenda?structure=single&sort=date`));
});

test("the interface speaks English when asked, and remembers", async () => {
  const { page, faults, close } = await openPage(browser);
  await visit(page, "/agenda");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "What’s on" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "What’s on" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await expectAccessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test("on paper, an event keeps its words and loses its buttons", async () => {
  const { page, close } = await openPage(browser);
  await visit(page, `/agenda/${umbrella.slug}`);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByRole("heading", { level: 1 }).isVisible());
  assert.ok(!(await page.getByRole("button", { name: "Partager" }).isVisible()));
  assert.ok(!(await page.getByRole("navigation", { name: "Navigation principale" }).isVisible()));
  await photograph(page, "event-print", { fullPage: true });
  await close();
});

test("motion stops for those who ask", async () => {
  const { page, close } = await openPage(browser, { reducedMotion: "reduce" });
  await page.goto(`${process.env.OMBELLE_BASE_URL ?? "http://localhost:8000"}/`);
  await page.locator(".meadow__field a").first().waitFor();
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await close();
});
