// States a season brings and states nobody wants, made by answering in the API's place.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, answer, ask, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, settled, visit } from "./browser.mjs";

const HOSTILE = "<script>window.__ran = 1</script><img src=x onerror=\"window.__ran = 2\"><svg onload=\"window.__ran = 3\"></svg>";
const LONG = `Anticonstitutionnellement${"hexakosioihexekontahexaphobie".repeat(5)} et autres très longues histoires ${"racontées ".repeat(30)}`;

let browser;
let detail;
let item;
before(async () => {
  browser = await openBrowser();
  item = (await ask("/agenda?limit=1")).items[0];
  assert.ok(item, "the agenda under test is empty");
  detail = await ask(`/agenda/${item.slug}`);
});
after(() => browser?.close());

/** Shows the event page of `detail` with some fields replaced. */
async function eventWith(part, options) {
  const opened = await openPage(browser, options);
  await answer(opened.page, "/agenda/essai", { ...detail, slug: "essai", ...part });
  await visit(opened.page, "/agenda/essai");
  return opened;
}

test("text from a feed never runs", async () => {
  const { page, faults, close } = await openPage(browser);
  const links = [{ type: "link", value: "javascript:window.__ran=4" }, { type: "email", value: "a@b.fr?bcc=x\"onclick=1" }, { type: "phone", value: HOSTILE }];
  await answer(page, "/agenda/essai", {
    ...detail, slug: "essai", title: HOSTILE, description: HOSTILE, conditions: HOSTILE, holder: HOSTILE, keywords: [HOSTILE], status: "cancelled", status_reason: HOSTILE,
    registration: links, online_access_url: "javascript:window.__ran=8", source: { name: HOSTILE, url: "javascript:window.__ran=9" },
    image: { url: "javascript:window.__ran=10", credits: HOSTILE, alt: HOSTILE },
  });
  await visit(page, "/agenda/essai");
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.equal(await page.locator("a[href^='javascript']").count(), 0);
  assert.ok(await page.getByRole("heading", { level: 1 }).textContent().then((text) => text.includes("<script>")));
  assert.deepEqual(faults, []);
  await close();
});

test("rich text runs nothing even if the server let it through", async () => {
  const { page, faults, close } = await eventWith({
    long_description_html: `<p onclick="window.__ran=5">Bon</p><p><a href="javascript:window.__ran=6">lien</a></p><iframe srcdoc="<script>parent.__ran=7</script>"></iframe>
      <style>*{display:none}</style><form action="https://example.org"><input name="mot"></form>${HOSTILE}`,
  });
  await page.getByText("Bon", { exact: true }).click();
  await page.getByText("lien", { exact: true }).click();
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.equal(await page.locator(".prose :is(a, iframe, style, script, form, input, img, svg, [onclick], [onerror], [onload], [style])").count(), 0);
  // The browser may say, while the text is read, what its policy would refuse; nothing else may go wrong.
  assert.deepEqual(faults.filter((fault) => !/content.security.policy|content policy/i.test(fault)), []);
  await close();
});

test("in a list neither", async () => {
  const { page, faults, close } = await openPage(browser);
  await answer(page, "/agenda", { items: [{ ...item, title: HOSTILE, holder: HOSTILE, venue: item.venue && { ...item.venue, name: HOSTILE } }], total: 1, next: null });
  await visit(page, "/agenda");
  await page.getByRole("link", { name: HOSTILE }).waitFor();
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.deepEqual(faults, []);
  await close();
});

test("very long words fit a phone", async () => {
  const { page, close } = await eventWith({ title: LONG, description: LONG, holder: LONG.replaceAll(" ", ""), conditions: LONG }, { viewport: PHONE });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await photograph(page, "event-long-390", { fullPage: true });
  await answer(page, "/agenda", { items: [{ ...item, title: LONG }], total: 1, next: null });
  await page.getByRole("link", { name: "Agenda" }).first().click();
  await page.getByRole("heading", { level: 1, name: "L’agenda" }).waitFor();
  await settled(page);
  await expectNoSidewaysScroll(page);
  await close();
});

for (const [status, words] of [["cancelled", "Ce rendez-vous est annulé"], ["postponed", "Ce rendez-vous est reporté"], ["moved_online", "Ce rendez-vous passe en ligne"], ["full", "C’est complet"]]) {
  test(`${status} is said plainly, with its reason`, async () => {
    for (const colorScheme of ["light", "dark"]) {
      const moved = { ...detail.sessions[0], status, previous_starts_at: "2027-10-02T14:00:00+02:00", starts_at: "2027-10-06T16:30:00+02:00", ends_at: "2027-10-06T18:00:00+02:00" };
      const { page, faults, close } = await eventWith({ status, status_reason: "Avis de tempête", sessions: status === "postponed" ? [moved] : detail.sessions }, { colorScheme });
      const notice = page.getByRole("region", { name: words });
      await notice.getByText("Avis de tempête").waitFor();
      if (status === "postponed") {
        assert.match(await notice.locator("s").innerText(), /samedi.2.octobre, 14.h/);
        assert.match(await notice.locator("strong").innerText(), /mercredi.6.octobre, 16.h.30/);
      }
      await expectAccessible(page);
      await photograph(page, `event-${status}-${colorScheme}`);
      assert.deepEqual(faults, []);
      await close();
    }
  });
}

test("what is unknown is said to be so", async () => {
  const { page, close } = await eventWith({ accessibility: null, free: null, registration: [], audience: [], venue: null, attendance_mode: "onsite", sessions: [], children: [] });
  for (const words of [/ne l’a pas précisé/, /Le prix n’est pas précisé/, /Aucune inscription/, /Le public n’est pas précisé/, /horaires ne sont pas encore connus/]) await page.getByText(words).waitFor();
  await expectAccessible(page);
  await close();
});

test("an event that never was, and one that was withdrawn", async () => {
  const { page, faults, close } = await openPage(browser);
  await visit(page, "/agenda/jamais-vu-ici");
  await page.getByRole("heading", { name: "Ce rendez-vous est introuvable." }).waitFor();
  await expectAccessible(page);
  await answer(page, "/agenda/retire", { code: "event_withdrawn", status: 410 }, 410);
  await visit(page, "/agenda/retire");
  await page.getByRole("heading", { name: "Ce rendez-vous a été retiré du programme." }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Tout l’agenda" }).click();
  await page.getByRole("heading", { level: 1, name: "L’agenda" }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("an event that is shown as another one leads there", async () => {
  const { page, faults, close } = await openPage(browser);
  const see = { id: detail.id, slug: detail.slug, title: detail.title };
  await answer(page, "/agenda/en-double", { code: "event_shown_elsewhere", status: 410, see }, 410);
  await visit(page, "/agenda/en-double");
  await page.getByRole("heading", { name: "Ce rendez-vous est annoncé sur une autre page." }).waitFor();
  await expectAccessible(page);
  await photograph(page, "event-elsewhere");
  await page.getByRole("main").getByRole("link", { name: detail.title }).click();
  await page.getByRole("heading", { level: 1, name: detail.title }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("nothing found widens the search in one press", async () => {
  const { page, close } = await openPage(browser);
  await page.route((url) => url.pathname === "/api/v1/agenda" && url.searchParams.get("radius_km") === "5", (route) => route.fulfill({ json: { items: [], total: 0, next: null } }));
  await visit(page, "/agenda?near=80021&place=Amiens&radius_km=5");
  await page.getByRole("heading", { name: "Rien à moins de 5 km." }).waitFor();
  await expectAccessible(page);
  await photograph(page, "agenda-nothing");
  await page.getByRole("button", { name: "Élargir à 10 km ?" }).click();
  await page.waitForURL(/radius_km=10/);
  await close();
});

test("a season that is over stays readable", async () => {
  const { page, close } = await openPage(browser);
  await answer(page, "/editions", { items: [{ id: "a", year: 2020, theme: null, starts_on: "2020-10-02", ends_on: "2020-10-12" }] });
  await page.route((url) => url.pathname === "/api/v1/agenda" && !url.searchParams.has("from"), (route) => route.fulfill({ json: { items: [], total: 0, next: null } }));
  await visit(page, "/agenda");
  await page.getByRole("button", { name: /Voir l’édition 2020/ }).click();
  await page.waitForURL(/from=2020-10-02&to=2020-10-12/);
  await close();
});

test("a service that fails says so, and one press tries again", async () => {
  const { page, close } = await openPage(browser);
  let failing = true;
  await page.route((url) => url.pathname === "/api/v1/agenda", (route) => (failing ? route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ code: "upstream_unavailable", status: 503, request_id: "essai-1234" }) }) : route.continue()));
  await page.goto(`${BASE}/agenda`);
  const alert = page.getByRole("alert");
  await alert.getByText("Référence : essai-1234").waitFor();
  await expectAccessible(page);
  await photograph(page, "agenda-failing");
  failing = false;
  await alert.getByRole("button", { name: "Réessayer" }).click();
  await page.getByRole("link", { name: item.title }).first().waitFor();
  await close();
});

test("without network, the page says so", async () => {
  const { page, close } = await openPage(browser);
  await visit(page, "/agenda");
  await page.context().setOffline(true);
  await page.getByRole("main").getByRole("link", { name: item.title, exact: true }).first().focus();
  await page.getByRole("searchbox").fill("zzz");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText(/hors connexion/).waitFor();
  await close();
});

test("while the agenda comes, words and a still flower", async () => {
  const { page, close } = await openPage(browser);
  let release = () => undefined;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route((url) => url.pathname === "/api/v1/agenda", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${BASE}/agenda`);
  await page.getByText("Les fleurs s’ouvrent…").waitFor();
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  await expectAccessible(page);
  release();
  await page.getByRole("link", { name: item.title }).first().waitFor();
  await close();
});

test("without script, the page still says what it is", async () => {
  const { page, close } = await openPage(browser, { javaScriptEnabled: false });
  await page.goto(`${BASE}/agenda/${item.slug}`);
  assert.ok((await page.locator("body").innerText()).includes(item.title), "the event's title is not readable without script");
  await page.goto(`${BASE}/`);
  assert.ok((await page.locator("body").innerText()).trim().length > 40);
  await close();
});
