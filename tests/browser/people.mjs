// People of one's own, so that tests do not disturb each other: made through the door, by the link of a mail.
import assert from "node:assert/strict";
import { BASE, focused, linkIn, mailTo, openPage, visit } from "./browser.mjs";

export const HOSTILE = "<img src=x onerror=\"window.__ran = 1\"><script>window.__ran = 2</script>";
let made = 0;

/** An address that nobody has yet. */
export function newAddress(kind = "visite") {
  made += 1;
  return `${kind}-${process.pid}-${Date.now()}-${made}@demo.ombelle.example`;
}

export const heading = (page, name) => seen(page, page.getByRole("heading", { level: 1, name }));
export const told = (page, text) => seen(page, page.locator(".toast", { hasText: text }).first());
export const part = (page, name) => page.getByRole("region", { name, exact: true });

/** Waits for something; when it does not come, the failure tells what the page shows instead. */
async function seen(page, locator) {
  try {
    await locator.waitFor();
  } catch (error) {
    const shown = await page.locator("main").innerText({ timeout: 1000 }).catch(() => "nothing");
    throw new Error(`${error.message}\nat ${page.url()}, where focus is on ${JSON.stringify(await focused(page))}, the page says:\n${shown}`);
  }
}

/** Asks for a link in the page and gives the mail. */
export async function askLink(page, address, path = "/espace/entrer") {
  await visit(page, path);
  return askLinkHere(page, address);
}

/** The same, at the door that is open already. */
export async function askLinkHere(page, address) {
  await page.getByLabel("Votre adresse électronique").fill(address);
  await page.getByRole("button", { name: "Recevoir un lien" }).click();
  await heading(page, "Regardez votre boîte");
  return mailTo(address);
}

/** Opens the link of a mail as one does: not from within the page. */
export async function follow(page, mail) {
  await page.goto("about:blank");
  await page.goto(linkIn(mail));
}

/** Answers the two questions asked of a newcomer. */
export async function becomeSomeone(page, name) {
  await heading(page, "Bienvenue");
  await page.getByLabel("Votre nom").fill(name);
  await page.getByLabel("J’ai 15 ans ou plus").check();
  await page.getByRole("button", { name: "Créer mon compte" }).click();
}

export async function signOut(page) {
  await page.getByRole("button", { name: "Sortir" }).click();
  await heading(page, "Entrer");
}

/** Sends to the API as whoever this page is signed in as, and gives what it answers. */
export async function send(page, method, path, data, headers = {}) {
  const response = await page.context().request.fetch(`${BASE}/api/v1${path}`, { method, data, headers: { Origin: BASE, ...headers } });
  assert.ok(response.ok(), `${method} ${path}: ${response.status()} ${await response.text()}`);
  return response.status() === 204 ? undefined : response.json();
}

/** The same, once what it needs has come round to the service that answers: until then it refuses. */
export async function sendOnceKnown(page, method, path, data) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const response = await page.context().request.fetch(`${BASE}/api/v1${path}`, { method, data, headers: { Origin: BASE } });
    if (response.ok()) return response.json();
    const said = await response.text();
    assert.ok(said.includes("account_not_told_yet") && Date.now() < deadline, `${method} ${path}: ${response.status()} ${said}`);
    await new Promise((resolve) => { setTimeout(resolve, 100); });
  }
}

/** A page of a new person, signed in. */
export async function newPerson(browser, name, options) {
  const opened = await openPage(browser, options);
  const email = newAddress();
  // From a household of their own: one is sent so many links in ten minutes, and no more.
  const household = [10, ...Array.from({ length: 3 }, () => Math.floor(Math.random() * 256))].join(".");
  await send(opened.page, "POST", "/sign-in/links", { email, next: "/espace", locale: "fr" }, { "X-Forwarded-For": household });
  const token = new URL(linkIn(await mailTo(email))).hash.slice("#lien=".length);
  await send(opened.page, "POST", "/sign-in", { token, name, is_15_or_older: true });
  return { ...opened, email, name };
}

/** A page of a new person who administers a new organisation: `id`, and the `path` of its page. */
export async function newHolder(browser, name, options) {
  const person = await newPerson(browser, name, options);
  const title = `Atelier ${Array.from({ length: 3 }, () => `Z${Math.random().toString(36).slice(2, 9)}`).join(" ")}`;
  const { id } = await sendOnceKnown(person.page, "POST", "/organisations", { name: title, kind: "fablab" });
  return { ...person, id, title, path: `/espace/structures/${id}` };
}
