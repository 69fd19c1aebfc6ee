// The public catalogue, as a teacher meets it on a phone: from a word to dates that are free; and the questionnaire of a link.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answer, ask, BASE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, PHONE, settled, visit } from "./browser.mjs";
import { heading } from "./people.mjs";

let browser;
let one;
before(async () => { [browser, one] = await Promise.all([openBrowser(), someTakenItem()]); });
after(() => browser.close());

const iso = (date) => date.toISOString().slice(0, 10);
const later = (day, count) => iso(new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000));
const spoken = (day) => new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(new Date(`${day}T00:00:00Z`));

/** An item of the agency that somebody has at some time to come, with these days, and its calendar. */
async function someTakenItem() {
  const { items } = await ask("/catalogue?owner=agency&limit=60");
  for (const { slug, title } of items) {
    const calendar = await ask(`/catalogue/${slug}/availability`);
    const taken = calendar.formats[0].busy.find((each) => each.code === "taken" && each.starts_on > calendar.first_day);
    if (taken && calendar.formats.length === 1) return { slug, title, taken };
  }
  return assert.fail("the demonstration lends nothing in time to come");
}

test("from a word to dates that are free", async () => {
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  const { slug, title, taken } = one;
  await visit(page, "/catalogue");
  await page.getByRole("button", { name: "Filtres" }).click();
  await page.getByRole("dialog").getByLabel("Exposition légère").check();
  await page.getByRole("dialog").getByRole("button", { name: /^Afficher/ }).click();
  await page.getByRole("searchbox", { name: "Quoi ?" }).fill(title);
  await page.keyboard.press("Enter");
  await settled(page);
  assert.equal(new URL(page.url()).searchParams.get("q"), title);
  await page.getByRole("heading", { level: 2, name: title, exact: true }).waitFor();
  await visit(page, `/catalogue/${slug}`);
  await page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();

  await page.getByLabel("Premier jour").fill(taken.starts_on);
  await page.getByLabel("Dernier jour").fill(taken.ends_on);
  await page.getByText("Ce n’est pas possible à ces dates.").waitFor();
  await page.getByText(/^Déjà emprunté/).waitFor();
  await page.getByRole("button", { name: /^Prendre plutôt/ }).click();
  await page.getByText(/^C’est libre/).waitFor();
  const there = new URL(await page.getByRole("link", { name: "Demander pour ces dates" }).getAttribute("href"), BASE);
  assert.equal(there.searchParams.get("item"), slug);
  const free = await ask(`/catalogue/${slug}/availability/check?${there.searchParams.toString().replace(/^item=[^&]*&/, "")}`);
  assert.equal(free.is_free, true);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test("the calendar is walked by keys, and tells each day", async () => {
  const { page, faults, close } = await openPage(browser);
  const { slug, taken } = one;
  await visit(page, `/catalogue/${slug}`);
  const day = page.locator(`[data-day][tabindex="0"]`);
  await day.focus();
  const from = await day.getAttribute("data-day");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.day), later(from, 8));
  // Three months further than what is shown, focus goes along.
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press("PageDown");
  const there = await page.evaluate(() => document.activeElement.dataset.day);
  assert.ok(there > later(from, 100), there);
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await page.getByLabel("Premier jour").inputValue(), there);
  assert.equal(await page.getByLabel("Dernier jour").inputValue(), later(there, 7));
  await page.getByLabel("Premier jour").fill(taken.starts_on);
  await page.getByRole("button", { name: new RegExp(`^${spoken(taken.starts_on)}, déjà prêté, premier jour$`) }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("an item's page is read without scripts, by machines too", async () => {
  const [{ slug, title }] = (await ask("/catalogue?limit=1")).items;
  const html = await (await fetch(`${BASE}/catalogue/${slug}`)).text();
  assert.match(html, /<script type="application\/ld\+json">.*LearningResource/);
  assert.ok(html.includes(`<link rel="canonical" href="${BASE}/catalogue/${slug}">`));
  assert.ok(html.includes(`<h1>${title.replaceAll("&", "&amp;").replaceAll("'", "&#x27;")}</h1>`));
  assert.equal((await fetch(`${BASE}/catalogue/cela-n-existe-pas`)).status, 404);
});

test("a questionnaire that could not be sent is kept", async () => {
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  const path = "/evaluation-links/un-lien-qui-ne-sert-qu-a-ce-test";
  const told = {
    title: "Abeilles, mode d’emploi", organisation_name: "Collège Jean-Macé", starts_on: "2027-03-01", ends_on: "2027-03-26", state: "asked", first_time: null, how_known: null, how_known_other: null,
    audience_method: null, audience: null, audience_types: [], satisfaction: null, satisfaction_welcome: null, satisfaction_logistics: null, pleased: null, content_remarks: null, version: 1,
  };
  await answer(page, path, told);
  const address = `/questionnaire/${path.split("/").at(-1)}`;
  await visit(page, address);
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await page.getByText("Il manque encore :").waitFor();
  await page.getByRole("group", { name: /^Dans l’ensemble/ }).getByLabel("Très satisfait").check();
  await page.getByLabel("Nous les estimons").check();
  await page.getByLabel("Nombre de personnes").fill("1 200");
  await page.getByLabel("Ce qui a plu").fill("La ruche de verre.");
  await expectAccessible(page);
  await answer(page, path, { code: "unavailable" }, 503);
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  await page.getByText(/^L’envoi n’a pas abouti/).waitFor();
  // The newest of several answers to one path counts.
  await answer(page, path, told);
  await visit(page, address);
  assert.equal(await page.getByLabel("Ce qui a plu").inputValue(), "La ruche de verre.");
  const sent = page.waitForRequest((request) => request.method() === "PUT");
  await page.getByRole("button", { name: "Envoyer mes réponses" }).click();
  assert.equal((await sent).postDataJSON().audience, 1200);
  await heading(page, "Merci !");
  await visit(page, address);
  assert.equal(await page.getByLabel("Ce qui a plu").inputValue(), "", "what was sent is kept no more");
  assert.deepEqual(faults, []);
  await close();
});
