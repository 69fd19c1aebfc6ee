// Meetings: prepared and convened, held before the room, each voter on their own phone, and what was decided written down.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, signIn, visit, wear } from "./browser.mjs";
import { heading, part, send, told } from "./people.mjs";

// A title of this run's own: a meeting may be voted in again.
const MOTION = `Ouvrir le jardin des sciences, ${Date.now()}`;
const todayInParis = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris" }).format(new Date());
let browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser?.close());

/** A board of this test's own that sits now: another may be under way in the demo, with a vote of its own. */
async function openBoard(page) {
  const { id } = await send(page, "POST", "/meetings", { body: "board", title: `Conseil, ${Date.now()}`, held_on: todayInParis() });
  await send(page, "POST", `/meetings/${id}/convene`, { accept_short_notice: true });
  await send(page, "POST", `/meetings/${id}/open`);
  return id;
}

test("a board is prepared, convened with its short notice known, held by hands, and its minutes stand", async () => {
  const { page, faults, close } = await openPage(browser);
  await signIn(page, "secretary");
  await visit(page, "/espace/reunions");
  await heading(page, "Réunions");
  await expectAccessible(page);
  await photograph(page, "meetings-1280", { fullPage: true });
  await page.getByRole("button", { name: "Préparer une réunion" }).click();
  const form = part(page, "Préparer une réunion");
  await form.getByLabel("Intitulé").fill("Bureau de novembre");
  await form.getByRole("combobox", { name: "Instance" }).click();
  await page.getByRole("option", { name: "Bureau" }).click();
  await form.getByRole("button", { name: "Créer la réunion" }).click();
  await heading(page, "Bureau de novembre");
  const { pathname } = new URL(page.url());
  await part(page, "Ordre du jour").getByRole("button", { name: "Modifier" }).click();
  await part(page, "Ordre du jour").getByLabel("Intitulé").fill("Calendrier");
  await part(page, "Ordre du jour").getByRole("button", { name: "Enregistrer" }).click();
  await told(page, "C’est enregistré.");
  const notice = part(page, "Convoquer");
  await notice.getByRole("button", { name: "Voir ce qui partirait" }).click();
  await notice.getByText(/Délai trop court|Dans les temps/).waitFor();
  const known = notice.getByLabel("Je le sais, et je convoque quand même");
  if (await known.isVisible()) await known.check();
  await expectAccessible(page);
  await photograph(page, "meeting-1280", { fullPage: true });
  await notice.getByRole("button", { name: /^Envoyer/ }).click();
  await told(page, "Les convocations partent.");
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await photograph(page, "meeting-390", { fullPage: true });
  await page.setViewportSize(DESK);
  await page.getByRole("link", { name: "Tenir la séance" }).click();
  await page.getByRole("button", { name: "Ouvrir la séance" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Ouvrir la séance" }).click();
  const door = page.getByRole("button", { name: /^Arrivé : / });
  await door.first().waitFor();
  for (let left = await door.count(); left > 0; left -= 1) {
    await door.first().click();
    await page.waitForFunction((wanted) => document.querySelectorAll("button[aria-label^='Arrivé : ']").length < wanted, left);
  }
  await page.getByRole("button", { name: "Ajouter une résolution" }).click();
  await part(page, "Résolutions").getByLabel("Intitulé").fill("Tenir le calendrier");
  await part(page, "Résolutions").getByRole("button", { name: "Ajouter une résolution" }).click();
  await page.getByRole("button", { name: "Ouvrir le vote « Tenir le calendrier »" }).click();
  await page.getByLabel("Pour", { exact: true }).fill("50");
  await page.getByRole("button", { name: "Clore le vote" }).click();
  await page.getByText("50 mains comptées").first().waitFor();
  await page.getByLabel("Pour", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Clore le vote" }).click();
  await page.getByText("2 pour, 0 contre, 0 abstention").waitFor();
  await page.getByRole("button", { name: "Lever la séance" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Lever la séance" }).click();
  await page.getByText("Tenue", { exact: true }).waitFor();
  await visit(page, `${pathname}/proces-verbal`);
  await page.getByRole("button", { name: "Rédiger à partir de la séance" }).click();
  const text = page.getByRole("textbox", { name: "Texte" });
  await text.waitFor();
  assert.match(await text.inputValue(), /Résolution 1 — Tenir le calendrier : adoptée\. Vote à main levée : 2 pour/);
  await expectAccessible(page);
  await photograph(page, "minutes-1280", { fullPage: true });
  await page.getByRole("button", { name: "Approuver" }).click();
  await page.getByText(/^Version 1, approuvée le/).waitFor();
  await page.getByRole("heading", { name: "Ouverture", exact: true }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("on the day, a phone comes, votes in secret, gives its proxy on leaving, and sees the result at once", async () => {
  const desk = await openPage(browser);
  await signIn(desk.page, "secretary");
  const id = await openBoard(desk.page);
  await send(desk.page, "POST", `/meetings/${id}/motions`, { title: MOTION, voting: "secret" });
  const { roll } = await read(desk.page, `/meetings/${id}/live`);
  const [absent, ...others] = roll.filter((seat) => seat.may_vote && !seat.is_staff_seat);
  await Promise.all(others.map(({ id: seat }) => send(desk.page, "POST", `/meetings/${id}/arrivals`, { roll_id: seat })));
  const { url } = await send(desk.page, "POST", `/meetings/${id}/roll/${absent.id}/link`, {});
  const phone = await openPage(browser, { viewport: PHONE });
  await visit(phone.page, new URL(url).pathname);
  await phone.page.getByText(absent.name, { exact: true }).first().waitFor();
  await expectNoSidewaysScroll(phone.page);
  await photograph(phone.page, "seat-away-390", { fullPage: true });
  await phone.page.getByRole("button", { name: "Je suis sur place" }).click();
  await part(phone.page, "Votre présence").getByText("Vous êtes noté·e présent·e sur place.").waitFor();
  await visit(desk.page, `/espace/reunions/${id}/seance`);
  await desk.page.getByRole("button", { name: `Ouvrir le vote « ${MOTION} »` }).click();
  const vote = part(phone.page, "Au vote maintenant");
  await vote.getByText(MOTION).waitFor();
  await vote.getByRole("radio", { name: "Pour" }).check();
  await expectAccessible(phone.page);
  await photograph(phone.page, "seat-vote-390", { fullPage: true });
  await wear(phone.page, "dark");
  await expectAccessible(phone.page, { rules: ["color-contrast"] });
  await wear(phone.page, "light");
  await vote.getByRole("button", { name: "Déposer le bulletin" }).click();
  await vote.getByText("Le bulletin de cette voix est dans l’urne.").waitFor();
  await desk.page.getByText("1 bulletin dans l’urne").waitFor();
  await desk.page.setViewportSize(DESK);
  await desk.page.getByRole("button", { name: "Grand affichage" }).click();
  await expectAccessible(desk.page);
  await photograph(desk.page, "session-1280");
  await desk.page.getByRole("button", { name: "Clore le vote" }).click();
  await part(phone.page, "Résultats").getByRole("listitem").filter({ hasText: MOTION }).getByText("1 pour, 0 contre, 0 abstention").waitFor();
  await phone.page.getByRole("button", { name: "Je m’en vais" }).click();
  await phone.page.getByRole("button", { name: "Oui, je m’en vais" }).click();
  const proxy = part(phone.page, "Pouvoir");
  await proxy.getByLabel("À qui ?").selectOption({ index: 1 });
  await proxy.getByRole("button", { name: "Donner mon pouvoir" }).click();
  await proxy.getByText(/^Votre pouvoir est donné à/).waitFor();
  await photograph(phone.page, "seat-proxy-390", { fullPage: true });
  await phone.page.setViewportSize(DESK);
  await photograph(phone.page, "seat-1280", { fullPage: true });
  await send(desk.page, "POST", `/meetings/${id}/close`);
  assert.deepEqual([...phone.faults, ...desk.faults], []);
  await phone.close();
  await desk.close();
});
