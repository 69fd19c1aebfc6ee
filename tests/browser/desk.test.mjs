// The coordination's desk: a call of the test's own, three drafts of an organisation of its own, and what is done with them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, answer, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { heading, newHolder, send, told } from "./people.mjs";

const NAME = `Appel du bureau ${process.pid}-${Date.now()}`;
const TITLES = ["La voûte céleste", "Le télescope du village", "Une nuit d’hiver"];
let browser;
let desk;
let call;

before(async () => {
  browser = await openBrowser();
  desk = await openPage(browser);
  await signIn(desk.page, "coordinator");
  const { items } = await read(desk.page, "/editions?limit=1");
  const begun = await send(desk.page, "POST", "/calls", { edition: items[0].year, title: NAME });
  const hour = 3_600_000;
  const times = { opens_at: new Date(Date.now() - hour).toISOString(), closes_at: new Date(Date.now() + 24 * hour).toISOString() };
  const settings = await desk.page.context().request.fetch(`${BASE}/api/v1/calls/${begun.id}`, { method: "PATCH", data: times, headers: { Origin: BASE, "If-Match": `"v${begun.version}"` } });
  assert.ok(settings.ok(), await settings.text());
  call = await send(desk.page, "POST", `/calls/${begun.id}/publish`, {});
  const holder = await newHolder(browser, "Camille Porteuse");
  for (const title of TITLES) await begin(holder, title);
  await holder.page.close();
});
after(async () => {
  if (call) await send(desk.page, "POST", `/calls/${call.id}/archive`, {});
  await browser?.close();
});

/** Begins a draft, once the organisation has come round to the service that keeps applications. */
async function begin(holder, title) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const data = { call_id: call.id, organisation_id: holder.id };
    const response = await holder.page.context().request.post(`${BASE}/api/v1/applications`, { data, headers: { Origin: BASE } });
    const body = await response.json();
    if (response.status() !== 201) {
      assert.ok(Date.now() < deadline, JSON.stringify(body));
      await new Promise((resolve) => { setTimeout(resolve, 150); });
      continue;
    }
    const form = await read(holder.page, `/calls/${call.id}/form`);
    const field = form.definition.sections.flatMap(({ fields }) => fields).find(({ purpose }) => purpose === "title");
    const headers = { Origin: BASE, "If-Match": `"v${body.version}"` };
    const saved = await holder.page.context().request.patch(`${BASE}/api/v1/applications/${body.id}`, { data: { answers: { [field.id]: title } }, headers });
    assert.ok(saved.ok(), await saved.text());
    return;
  }
}

const address = (rest = "") => `/espace/coordination?appel=${call.id}${rest}`;
const titles = (page) => page.locator(".card__title").allInnerTexts();

test("the board is searched with a typing error, its address keeps it, and it is exported as it is filtered", async () => {
  const { page } = desk;
  await visit(page, address());
  await heading(page, "Coordination");
  await page.getByRole("heading", { level: 2, name: "Brouillons" }).waitFor();
  assert.equal((await titles(page)).length, 3);
  await expectAccessible(page);
  await photograph(page, "desk-board");
  await page.getByRole("searchbox", { name: "Chercher" }).fill("telescpe");
  await page.waitForURL(/q=telescpe/);
  await page.getByText("Exactement 1 dossier filtré").waitFor();
  assert.deepEqual((await titles(page)).map((each) => each.replace(/^\d+\s+/, "")), [TITLES[1]]);
  const link = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  const file = await page.context().request.get(BASE + link);
  const lines = (await file.text()).trim().split("\r\n");
  assert.equal(lines.length, 2);
  assert.ok(lines[1].includes(TITLES[1]), lines[1]);
  await visit(page, address("&q=rien+de+tel"));
  await page.locator("#main").getByText("Aucun dossier ne répond à ces filtres.").waitFor();
});

test("holders are written to at once: previewed, kept when the service fails, then done", async () => {
  const { page } = desk;
  await visit(page, address());
  for (const n of [1, 2]) await page.getByRole("checkbox", { name: `Choisir le dossier n° ${n}`, exact: true }).check();
  await page.getByRole("button", { name: "Que faire ?" }).click();
  await page.getByRole("button", { name: "Voir ce qui se passera" }).click();
  await page.getByText("À remplir.").first().waitFor();
  await page.getByRole("textbox", { name: "Message" }).fill("Il reste une journée.");
  await page.getByRole("button", { name: "Voir ce qui se passera" }).click();
  await page.getByText("2 dossiers sont prêts").first().waitFor();
  await settled(page);
  await expectAccessible(page);
  await answer(page, `/calls/${call.id}/bulk`, { code: "unavailable", title: "Unavailable", status: 503, detail: "Le service revient dans un instant." }, 503);
  await page.getByRole("button", { name: "Écrire à 2 porteurs" }).click();
  await page.getByRole("alert").filter({ hasText: "Rien de ce que vous avez écrit n’est perdu" }).waitFor();
  await page.unrouteAll();
  await page.getByRole("button", { name: "Modifier" }).click();
  assert.equal(await page.getByRole("textbox", { name: "Message" }).inputValue(), "Il reste une journée.");
  await page.getByRole("button", { name: "Voir ce qui se passera" }).click();
  await page.getByRole("button", { name: "Écrire à 2 porteurs" }).click();
  await told(page, "C’est fait pour 2 dossiers.");
  const [first, second, third] = (await read(page, `/calls/${call.id}/board/applications`)).items;
  for (const { id } of [first, second]) assert.deepEqual((await read(page, `/applications/${id}/messages`)).items.map(({ text }) => text), ["Il reste une journée."]);
  assert.equal((await read(page, `/applications/${third.id}/messages`)).total, 0);
});

test("list, map and calendar say the same on a phone", async () => {
  const { page } = await openPage(browser, { viewport: PHONE, colorScheme: "dark" });
  await signIn(page, "coordinator");
  await visit(page, address("&vue=liste"));
  await page.getByRole("link", { name: `3. ${TITLES[2]}` }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Carte" }).click();
  await page.getByText(/n’ont ni dossier ni événement/).waitFor();
  await page.getByRole("table", { name: "Par département" }).waitFor();
  await settled(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Calendrier" }).click();
  await page.getByRole("heading", { level: 2, name: `Arrivées des dossiers : ${NAME}` }).waitFor();
  await settled(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.close();
});

test("who does not coordinate is told so", async () => {
  const { page } = await openPage(browser);
  await signIn(page, "reviewer");
  await page.goto(BASE + address());
  await page.getByText("Cette page n’est pas pour votre rôle.").waitFor();
  await page.close();
});
