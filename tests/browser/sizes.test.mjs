// Pages on a phone and on a desk by day, on a desk by night: axe finds nothing, nothing overflows, nothing is refused.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, PHONE, ask, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, signIn, visit, wear } from "./browser.mjs";

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser?.close());

const oneEvent = async (structure) => `/agenda/${(await ask(`/agenda?structure=${structure}&limit=1`)).items[0].slug}`;
const ownOrganisation = async (page) => (await read(page, "/me")).organisations[0].id;

/** A name for the pictures, who looks (a key of the demonstration, or nobody), and where. */
const PAGES = [
  ["home", null, () => "/"], ["agenda", null, () => "/agenda"], ["event", null, () => oneEvent("single")], ["umbrella", null, () => oneEvent("umbrella")],
  ["schools", null, () => "/scolaires"], ["catalogue", null, () => "/catalogue"], ["item", null, async () => `/catalogue/${(await ask("/catalogue?owner=agency&limit=1")).items[0].slug}`], ["lost", null, () => "/cette-page-n-existe-pas"], ["api", null, () => "/api/docs"],
  ["door", null, () => "/espace/entrer"], ["home-coordinator", "coordinator", () => "/espace"], ["home-holder", "holder", () => "/espace"], ["account", "holder", () => "/espace/moi"],
  ["address", "holder", () => "/espace/adresse#lien=abc"], ["invitation", null, () => "/espace/invitation#lien=abc"], ["demo-mails", null, () => "/espace/courriels"],
  ["personal-data", null, () => "/donnees-personnelles"],
  ["structures", "miner", () => "/espace/structures"], ["structure-new", "coordinator", () => "/espace/structures/nouvelle"],
  ["structure", "miner", async (page) => `/espace/structures/${await ownOrganisation(page)}`], ["structure-team", "coordinator", async (page) => `/espace/structures/${await ownOrganisation(page)}`],
  ["event-texts", "miner", async (page) => `/espace/evenements/${(await read(page, `/events?organisation_id=${await ownOrganisation(page)}`)).items[0].id}`],
  ["tokens", "miner", () => "/espace/jetons"], ["mails", "administrator", () => "/espace/courriels"], ["people", "administrator", () => "/espace/administration"],
  ["person", "administrator", async (page) => `/espace/administration/personnes/${(await read(page, "/me")).account.id}`],
  ["audit", "administrator", () => "/espace/administration/journal"], ["letters", "administrator", () => "/espace/messages"], ["developers", null, () => "/developpeurs"],
  ["calls", null, () => "/appels"], ["dossiers", "holder", () => "/espace/dossiers"], ["projects", "holder", () => "/espace/projets"],
  ["desk", "coordinator", () => "/espace/coordination"], ["decisions", "coordinator", () => "/espace/decisions"], ["reviews", "reviewer", () => "/espace/evaluations"],
];

for (const [name, key, path] of PAGES) {
  test(name, async () => {
    const { page, faults, close } = await openPage(browser, { viewport: PHONE });
    if (key) await signIn(page, key);
    await visit(page, await path(page));
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
    // One visit, three looks: the page has the same parts, laid out and coloured otherwise.
    for (const [viewport, colorScheme] of [[PHONE, "light"], [DESK, "light"], [DESK, "dark"]]) {
      await page.setViewportSize(viewport);
      await wear(page, colorScheme);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, colorScheme === "dark" ? { rules: ["color-contrast"] } : {});
      if (viewport === PHONE || colorScheme === "dark") await photograph(page, `${name}-${viewport.width}-${colorScheme}`);
    }
    assert.deepEqual(faults, []);
    await close();
  });
}
