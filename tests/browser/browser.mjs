// A Chromium that asks nothing of the network but the stack under test, and pages that tell what went wrong in them.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";

export const BASE = (process.env.OMBELLE_BASE_URL ?? "http://localhost:8000").replace(/\/$/, "");
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

const SCREENSHOTS = new URL("screenshots/", import.meta.url);
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
  "--disable-dev-shm-usage", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", // maps are drawn by a software's graphics card…
  "--disable-gpu-compositing", "--disable-gpu-rasterization", // …and the rest, which would take longer there, without
  `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${new URL(BASE).hostname}`,
];
/** Milliseconds within which a page must come to rest, on a slow machine too. */
const PATIENCE = 20_000;
/** Times in a row that a page must be seen at rest: an answer makes it draw, and what it draws may ask for more. */
const QUIET_ROUNDS = 3;
/** By page, the requests that have no whole answer yet. */
const underWay = new WeakMap();

export async function openBrowser() {
  return chromium.launch({ ...findChromium(), args: FLAGS, headless: true });
}

/**
 * A page in a context of its own. `faults` gathers what must stay empty: exceptions, refused contents, console errors
 * (an answer that is not a success is no fault of the page: tests provoke some).
 */
export async function openPage(browser, { viewport = DESK, colorScheme = "light", ...options } = {}) {
  const context = await browser.newContext({ viewport, colorScheme, locale: "fr-FR", timezoneId: "Europe/Paris", hasTouch: viewport.width < 600, ...options });
  await context.addInitScript(() => {
    // A request is known of here as soon as it is made, before the browser tells of it; once answered, the browser has told.
    const { fetch } = window;
    window.__asked = 0;
    window.fetch = (...given) => {
      window.__asked += 1;
      return fetch(...given).finally(() => { window.__asked -= 1; });
    };
    document.addEventListener("securitypolicyviolation", (event) => console.error(`refused by the content policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  watchRequests(page);
  const faults = [];
  page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) faults.push(message.text());
  });
  return { page, faults, close: () => context.close() };
}

export async function visit(page, path) {
  await page.goto(BASE + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settled(page);
}

function watchRequests(page) {
  const requests = new Set();
  underWay.set(page, requests);
  page.on("request", (request) => requests.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => requests.delete(request));
}

/**
 * The page is at rest: nothing is asked of the network, nothing moves, fonts are there, and the page has nothing left to draw
 * (a large list is drawn in the background, a few lines at a time, while the page says that it is coming).
 */
export async function settled(page) {
  const requests = underWay.get(page);
  const deadline = Date.now() + PATIENCE;
  for (let quiet = 0; quiet < QUIET_ROUNDS;) {
    const isCalm = await page.evaluate(async () => {
      // A task that gives way to all others: what the page still draws, piece by piece, comes first.
      await new Promise((resolve) => { requestAnimationFrame(() => scheduler.postTask(resolve, { priority: "background" })); });
      await document.fonts.ready;
      const moving = document.getAnimations().map((animation) => animation.finished.catch(() => undefined));
      // What turns for ever is looked at again: it goes with what it waits for, or the page never comes to rest.
      await Promise.race([Promise.all(moving), new Promise((resolve) => { setTimeout(resolve, 1000); })]);
      if (document.getAnimations().some((animation) => animation.playState === "running")) return false;
      return window.__asked === 0 && !document.querySelector("[aria-busy=true], .still--waiting");
    });
    quiet = isCalm && requests.size === 0 ? quiet + 1 : 0;
    if (Date.now() > deadline) assert.fail(`the page does not come to rest; asked for: ${[...requests].map((request) => request.url()).join(" ") || "nothing"}`);
  }
}

/** Has the open page worn by day ("light") or by night ("dark"), and waits until all of it has changed. */
export async function wear(page, colorScheme) {
  await page.emulateMedia({ colorScheme });
  // The workspace's components follow an attribute that a script sets a little after the media query has changed.
  await page.waitForFunction((scheme) => (document.documentElement.dataset.mantineColorScheme ?? scheme) === scheme, colorScheme);
  await settled(page);
}

/** Axe finds nothing. `rules` keeps some only: between two themes of one page, only contrast differs. */
export async function expectAccessible(page, { rules } = {}) {
  // In one frame of one origin nothing is gained by gathering results in a page of their own.
  // Nor by the details of what passes, which take as long to gather as the rest.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map((node) => `${node.target} ${node.failureSummary}`).join("\n   ")}`);
  assert.deepEqual(told, []);
}

export async function expectNoSidewaysScroll(page) {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, "the page scrolls sideways");
}

/** Keeps a picture of the page for whoever wants to look: with OMBELLE_SCREENSHOTS=1, since each takes a third of a second. */
export async function photograph(page, name, options = {}) {
  if (!process.env.OMBELLE_SCREENSHOTS) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, SCREENSHOTS)), ...options });
}

/** What the API answers to anyone. */
export async function ask(path) {
  const response = await fetch(`${BASE}/api/v1${path}`);
  assert.equal(response.status, 200, `GET ${path}`);
  return response.json();
}

/** Makes the API answer `body` for this page at `path` (a path below /api/v1, without its parameters). */
export async function answer(page, path, body, status = 200) {
  await page.route((url) => url.pathname === `/api/v1${path}`, (route) => route.fulfill({
    status, contentType: status < 400 ? "application/json" : "application/problem+json", body: JSON.stringify(body),
  }));
}

/** What has focus: its role-like name, for messages and comparisons. */
export async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    return { tag: element?.tagName ?? "", text: (element?.textContent ?? "").trim(), href: element?.getAttribute("href") ?? null, type: element?.getAttribute("type") ?? null };
  });
}

/** Presses Tab until `wanted` holds of what has focus. */
export async function tabTo(page, wanted, most = 60) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(wanted)) return;
  }
  assert.fail(`not reached in ${most} presses of Tab: ${wanted}`);
}

/** Signs this page's browser in as one of the demonstration's people. */
export async function signIn(page, key) {
  const response = await page.context().request.post(`${BASE}/api/v1/demo/sign-in`, { data: { key }, headers: { Origin: BASE } });
  assert.equal(response.status(), 200, `sign-in of ${key}: ${await response.text()}`);
}

/** What the API answers to whoever this page is signed in as. */
export async function read(page, path) {
  const response = await page.context().request.get(`${BASE}/api/v1${path}`);
  assert.equal(response.status(), 200, `GET ${path}`);
  return response.json();
}

/** Ids of the mails that were given to a test. */
const opened = new Set();

/** The next mail that the demonstration caught for `address`, an address of one test alone: one that was not read yet. */
export async function mailTo(address) {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const { items } = await ask("/demo/mails");
    const found = items.find((mail) => mail.to === address && !opened.has(mail.id));
    if (found) {
      opened.add(found.id);
      return found;
    }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
  return assert.fail(`no mail for ${address}`);
}

/** The link of a mail that carries a secret behind `#lien=`. */
export function linkIn(mail) {
  const [link] = mail.text.match(/https?:\/\/\S+#lien=[\w-]+/) ?? [];
  assert.ok(link, `no link in "${mail.subject}"`);
  return link;
}
