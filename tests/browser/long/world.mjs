// What a replay does more than once, as people do it on screen.
import { execFileSync } from "node:child_process";
import assert from "node:assert/strict";
import { BASE, DESK, PHONE, expectAccessible, expectNoSidewaysScroll, openPage, photograph, settled, visit } from "../browser.mjs";
import { heading, part, told } from "../people.mjs";

/** Looks at the page: nothing that assistive technology stumbles over, nothing beside the screen; and keeps a picture. */
export async function look(page, name) {
  await settled(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await photograph(page, `replay-${name}-${page.viewportSize().width}`, { fullPage: true });
}

/** The same on a phone, for a page that is open at a desk. */
export async function lookSmall(page, name) {
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await photograph(page, `replay-${name}-390`, { fullPage: true });
  await page.setViewportSize(DESK);
}

export const press = (where, name) => where.getByRole("button", { name, exact: true }).click();

/** Presses a button, then the same in the dialogue that asks whether one is sure. */
export async function pressTwice(page, name) {
  await press(page, name);
  await press(page.getByRole("dialog"), name);
}

/** Chooses in a list that opens. */
export async function choose(page, where, label, option) {
  await where.getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

/** What is read there, with spaces as one types them. */
export const plain = async (locator) => (await locator.innerText()).replaceAll(/\s/g, " ");

/** Takes a table in on the page of imports; gives what the page says of it. */
export async function takeIn(page, table, content) {
  await visit(page, "/espace/association/import");
  await page.getByLabel("Fichier CSV ou XLSX").setInputFiles({ name: `${table}.csv`, mimeType: "text/csv", buffer: Buffer.from(content) });
  await press(page, "Vérifier");
  await page.getByRole("region", { name: /Ce qui serait repris|à corriger/ }).waitFor();
  const report = page.getByRole("region", { name: "Ce qui serait repris" });
  assert.ok(await report.isVisible(), await page.locator("main").innerText());
  const said = await plain(report.locator("p strong"));
  if (said.startsWith("Tout est déjà là")) return said;
  await press(page, "Reprendre pour de bon");
  const done = page.getByRole("region", { name: "C’est repris" });
  await done.waitFor();
  return plain(done.locator("p strong"));
}

/** Prepares a meeting, with its agenda; the page of the meeting is open then. */
export async function prepare(page, { body, title, purpose, day, time, place, agenda }) {
  await visit(page, "/espace/reunions");
  await press(page, "Préparer une réunion");
  const form = part(page, "Préparer une réunion");
  await choose(page, form, "Instance", body);
  await form.getByLabel("Intitulé").fill(title);
  await choose(page, form, "Nature", purpose);
  await form.getByLabel("Jour").fill(day);
  await form.getByLabel("Heure").fill(time);
  await form.getByLabel("Lieu").fill(place);
  await press(form, "Créer la réunion");
  await heading(page, title);
  const items = part(page, "Ordre du jour");
  await press(items, "Modifier");
  for (const [place_, item] of agenda.entries()) {
    if (place_ > 0) await press(items, "Ajouter un point");
    await items.getByRole("group", { name: `Point ${place_ + 1}` }).getByLabel("Intitulé").fill(item);
  }
  await press(items, "Enregistrer");
  await told(page, "C’est enregistré.");
  return new URL(page.url()).pathname;
}

/** Sends the notice of the meeting that is open, though its time is short: the day is long ago. */
export async function convene(page) {
  const notice = part(page, "Convoquer");
  await press(notice, "Voir ce qui partirait");
  await notice.getByText(/^La date est passée/).waitFor();
  await notice.getByLabel("Je le sais, et je convoque quand même").check();
  await notice.getByRole("button", { name: /^Envoyer/ }).click();
  await told(page, "Les convocations partent.");
}

/** Closes the sitting of a day long ago, at an hour of that day. */
export async function closeSitting(page, clock) {
  await press(page, "Lever la séance");
  await page.getByRole("dialog").getByLabel("Levée à").fill(clock);
  await press(page.getByRole("dialog"), "Lever la séance");
  await page.getByText("Tenue", { exact: true }).waitFor();
}

/** Notes at the door that somebody is there. */
export async function arrive(page, name) {
  await press(page, `Arrivé : ${name}`);
  await page.getByRole("button", { name: `Parti : ${name}`, exact: true }).waitFor();
}

/** Has a motion written during the sitting. */
export async function propose(page, title, voting) {
  await press(page, "Ajouter une résolution");
  const form = part(page, "Résolutions");
  await form.getByLabel("Intitulé").fill(title);
  if (voting) await choose(page, form, "Vote", voting);
  await press(form, "Ajouter une résolution");
  await page.getByRole("button", { name: `Ouvrir le vote « ${title} »` }).waitFor();
}

/** Writes the minutes of the sitting that was closed, has them approved; gives their text. */
export async function minutes(page, path, approvedOn) {
  await visit(page, `${path}/proces-verbal`);
  await press(page, "Rédiger à partir de la séance");
  const text = page.getByRole("textbox", { name: "Texte" });
  await text.waitFor();
  const drafted = await text.inputValue();
  await page.getByLabel("Approuvé le").fill(approvedOn);
  await press(page, "Approuver");
  await page.getByText(/^Version 1, approuvée le/).waitFor();
  await page.getByRole("heading", { name: "Ouverture", exact: true }).waitFor(); // laid out: a heading, not a line with a mark
  return drafted;
}

/** The page of a member's own place, on a phone. */
export async function openSeat(browser, link) {
  const opened = await openPage(browser, { viewport: PHONE });
  await visit(opened.page, new URL(link).pathname);
  return opened;
}

/** The link to their place that the notice carried to an address. */
export async function linkFor(address) {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const { items } = await (await fetch(process.env.OMBELLE_MAILS_URL)).json();
    const link = items.find(({ to, text }) => to === address && text.includes("/assemblee/"))?.text.match(/https?:\/\/\S+\/assemblee\/[\w-]+/)?.[0];
    if (link) return link;
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
  return assert.fail(`no notice for ${address}`);
}

/** Downloads what a link of the page leads to, and reads its text. */
export async function textOf(page, link) {
  const answer = await page.context().request.get(new URL(await link.getAttribute("href"), BASE).href);
  assert.equal(answer.status(), 200);
  const script = "import io, sys, pypdf; print(chr(10).join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(sys.stdin.buffer.read())).pages))";
  const body = await answer.body();
  return { body, text: execFileSync(process.env.OMBELLE_PYTHON, ["-c", script], { input: body, encoding: "utf8" }).replaceAll(/\s+/g, " ") };
}
