// What a reader does, by mouse, by keyboard and by the browser's own buttons.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, ask, expectAccessible, focused, openBrowser, openPage, photograph, settled, tabTo, visit } from "./browser.mjs";

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser?.close());

const results = (page) => page.locator(".total");

test("by keyboard alone: search, filter, open, come back to the same place", async () => {
  const { page, faults, close } = await openPage(browser);
  await visit(page, "/agenda");
  await page.keyboard.press("Tab");
  assert.equal((await focused(page)).text, "Aller au contenu");
  await tabTo(page, () => document.activeElement?.matches("input[type=search]"));
  await page.keyboard.type("sciences");
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=sciences/);
  await settled(page);
  await tabTo(page, () => document.activeElement?.matches("aside input[type=checkbox]"));
  await page.keyboard.press("Space");
  await page.waitForURL(/department=/);
  await settled(page);
  assert.ok(await page.evaluate(() => document.activeElement?.matches("aside input[type=checkbox]:checked")), "the filter lost focus");
  await tabTo(page, () => document.activeElement?.matches(".row__title a"), 120);
  const followed = await focused(page);
  const address = page.url();
  await page.keyboard.press("Enter");
  await page.waitForURL(`${BASE}${followed.href}`);
  await page.getByRole("heading", { level: 1, name: followed.text }).waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.goBack();
  await page.waitForURL(address);
  await page.waitForFunction((href) => document.activeElement?.getAttribute("href") === href, followed.href);
  assert.deepEqual(faults, []);
  await close();
});

test("back finds the list as long as it was left, at the same height", async () => {
  const { total } = await ask("/agenda?limit=1");
  assert.ok(total > 50, "too few events to need a second page");
  const { page, close } = await openPage(browser);
  await visit(page, "/agenda");
  const rows = page.locator(".row__title a");
  const before = await rows.count();
  await page.getByRole("button", { name: "Voir la suite" }).click();
  await page.waitForFunction((count) => document.querySelectorAll(".row__title a").length > count, before);
  assert.equal(await page.evaluate((index) => document.querySelectorAll(".row__title a")[index] === document.activeElement, before), true, "focus is not on the first new event");
  const link = rows.nth(before + 3);
  await link.scrollIntoViewIfNeeded();
  await settled(page);
  const height = await page.evaluate(() => scrollY);
  const href = await link.getAttribute("href");
  await link.click();
  await page.waitForURL(BASE + href);
  await page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.goBack();
  await page.waitForFunction((wanted) => document.activeElement?.getAttribute("href") === wanted, href);
  await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 4, height);
  await page.goForward();
  await page.waitForURL(BASE + href);
  await close();
});

test("all state is in the address", async () => {
  const { department } = await ask("/agenda/facets");
  const [first, second] = department.filter((each) => each.value !== null);
  const { page, close } = await openPage(browser);
  await visit(page, `/agenda?department=${first.value}`);
  assert.match(await results(page).innerText(), new RegExp(`^${first.count}\\s`));
  const side = page.getByRole("complementary", { name: "Filtrer les rendez-vous" });
  await side.getByRole("checkbox", { name: new RegExp(`^${second.label}`) }).check();
  await page.waitForURL(new RegExp(`department=${first.value},${second.value}`));
  await page.waitForFunction((n) => document.querySelector(".total")?.textContent?.startsWith(String(n)), first.count + second.count);
  // The other departments still say what they would add.
  assert.match(await side.locator("label", { hasText: first.label }).first().innerText(), new RegExp(`${first.count}$`));
  await page.getByRole("list", { name: "Filtres choisis" }).getByRole("button", { name: new RegExp(first.label) }).click();
  await page.waitForURL(new RegExp(`department=${second.value}$`));
  await page.goBack();
  await page.waitForURL(new RegExp(`department=${first.value},${second.value}`));
  await page.goBack();
  await page.waitForFunction((n) => document.querySelector(".total")?.textContent?.startsWith(String(n)), first.count);
  await close();
});

test("an address with unknown or impossible parts still opens", async () => {
  const { page, close } = await openPage(browser);
  await visit(page, "/agenda?utm_source=lettre&from=2027-02-31&radius_km=9999&age=cent&theme=%3Cscript%3E");
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.match(await results(page).innerText(), /rendez-vous/);
  await close();
});

test("a code the API does not know is explained, not hidden", async () => {
  const { page, close } = await openPage(browser);
  await page.goto(`${BASE}/agenda?theme=alchimie`);
  await page.getByRole("alert").getByText(/filtre de l’adresse/).waitFor();
  await expectAccessible(page);
  await close();
});

test("a place is chosen among communes, by keyboard", async () => {
  const { page, close } = await openPage(browser);
  await visit(page, "/agenda");
  const box = page.getByRole("combobox", { name: "Où ?" });
  await box.click();
  await box.pressSequentially("amien");
  await page.getByRole("option", { name: /^Amiens/ }).waitFor();
  await expectAccessible(page);
  await photograph(page, "agenda-suggestions");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/near=80021/);
  assert.equal(await box.inputValue(), "Amiens");
  await page.getByRole("combobox", { name: "Dans un rayon de" }).selectOption("40");
  await page.waitForURL(/radius_km=40/);
  await page.reload();
  await page.getByRole("button", { name: /Amiens, 40/ }).waitFor();
  await close();
});

test("around me asks the browser, and says what to do when it refuses", async () => {
  const yes = await openPage(browser, { geolocation: { latitude: 49.8941, longitude: 2.2957 }, permissions: ["geolocation"] });
  await visit(yes.page, "/agenda");
  await yes.page.getByRole("button", { name: "Autour de moi" }).click();
  await yes.page.waitForURL(/near=49\.89,2\.3(0)?(&|$)/);
  await yes.close();
  const no = await openPage(browser, { permissions: [] });
  await visit(no.page, "/agenda");
  await no.page.getByRole("button", { name: "Autour de moi" }).click();
  await no.page.locator(".place__refused").waitFor();
  await no.close();
});

test("on a phone, filters open in a sheet that counts", async () => {
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  await visit(page, "/agenda");
  await page.getByRole("button", { name: /^Filtres/ }).click();
  const sheet = page.getByRole("dialog", { name: "Filtres" });
  await sheet.waitFor();
  await expectAccessible(page);
  await sheet.getByRole("checkbox").first().check();
  await page.waitForURL(/department=/);
  await settled(page);
  await photograph(page, "agenda-sheet-390");
  const show = sheet.getByRole("button", { name: /^Afficher \d+/ });
  const promised = (await show.innerText()).match(/\d+/)?.[0];
  await show.click();
  await sheet.waitFor({ state: "hidden" });
  assert.match(await results(page).innerText(), new RegExp(`^${promised}\\s`));
  await page.getByRole("button", { name: /^Filtres/ }).click();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  assert.match((await focused(page)).text, /^Filtres/);
  assert.deepEqual(faults, []);
  await close();
});

test("the meadow is one stop for Tab, arrows walk in it, Enter opens", async () => {
  const { page, close } = await openPage(browser);
  await visit(page, "/");
  await tabTo(page, () => document.activeElement?.closest(".meadow__field") !== null, 12);
  const first = (await focused(page)).href;
  await page.keyboard.press("ArrowRight");
  const second = (await focused(page)).href;
  assert.notEqual(second, first);
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement?.closest(".meadow__field") === null));
  await page.keyboard.press("Shift+Tab");
  assert.equal((await focused(page)).href, second);
  await page.keyboard.press("Enter");
  await page.waitForURL(BASE + second);
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await close();
});

test("from home, a search leads to its results", async () => {
  const { page, close } = await openPage(browser);
  await visit(page, "/");
  await page.getByRole("searchbox", { name: "Quoi ?" }).fill("sciences");
  await page.getByRole("button", { name: "Chercher" }).click();
  await page.waitForURL(/\/agenda\?q=sciences/);
  await page.getByRole("heading", { level: 1, name: "L’agenda" }).waitFor();
  await page.waitForFunction(() => document.title.startsWith("L’agenda"));
  await close();
});

test("teachers see only what takes classes, and how to book", async () => {
  const { total } = await ask("/agenda?audience=schools&limit=1");
  const { page, close } = await openPage(browser);
  await visit(page, "/scolaires");
  assert.match(await results(page).innerText(), new RegExp(`^${total}\\s`));
  await page.getByRole("combobox", { name: "Niveau" }).selectOption("college");
  await page.waitForURL(/school_level=college/);
  await settled(page);
  await page.getByRole("link", { name: /^Comment réserver/ }).first().click();
  await page.getByRole("heading", { name: "S’inscrire" }).waitFor();
  await close();
});

test("an event's map shows where it is, and its calendar file is one", async () => {
  const { items } = await ask("/agenda?limit=20");
  const placed = items.find((each) => each.venue && each.venue.latitude !== null);
  const { page, faults, close } = await openPage(browser);
  await visit(page, `/agenda/${placed.slug}`);
  await page.locator(".map").scrollIntoViewIfNeeded();
  await page.locator(".map[data-drawn=true]").waitFor();
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "event-map");
  const file = await fetch(BASE + (await page.getByRole("link", { name: "Ajouter à mon calendrier" }).getAttribute("href")));
  assert.equal(file.status, 200);
  assert.match(await file.text(), /^BEGIN:VCALENDAR/);
  assert.deepEqual(faults, []);
  await close();
});

test("the map gathers events by town, and reads them out under it", async () => {
  const { page, faults, close } = await openPage(browser);
  await visit(page, "/agenda");
  await page.getByRole("group", { name: "Affichage" }).getByRole("button", { name: "Carte" }).click();
  await page.waitForURL(/view=map/);
  const towns = page.getByRole("group", { name: "Communes de la carte" });
  const town = towns.getByRole("button").last();
  await town.waitFor();
  await page.waitForFunction(() => document.querySelector(".spot")?.getAttribute("style")?.includes("translate"));
  await settled(page);
  await expectAccessible(page);
  const [, n, name] = (await town.textContent()).match(/^(\d+) rendez-vous à ([^,…]+)/);
  await town.focus();
  await page.keyboard.press("Enter");
  const heading = page.getByRole("heading", { level: 2, name: new RegExp(`^${name}.* : ${n}\\s`) });
  await heading.waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === "H2");
  await expectAccessible(page);
  await photograph(page, "agenda-map");
  assert.deepEqual(faults, []);
  await close();
});
