// Organisations, tokens, mails, roles and the log: what people do there, on the stack as it runs, signed in as the demonstration's people.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import {
  BASE, PHONE, answer, expectAccessible, expectNoSidewaysScroll, focused, openBrowser, openPage, photograph, read, settled, signIn, tabTo, visit,
} from "./browser.mjs";
import { HOSTILE, heading, part, told } from "./people.mjs";

const LONG = `Anticonstitutionnellement${"hexakosioihexekontahexaphobie".repeat(5)} ${"et associés ".repeat(8)}`;
/** Resembles nothing that an earlier run left. */
const NAME = Array.from({ length: 3 }, () => `Z${Math.random().toString(36).slice(2, 9)}`).join(" ");
let browser;
/** Addresses of what the first test makes. */
let first;
let second;
before(async () => { browser = await openBrowser(); });
after(() => browser?.close());

/** A page of someone of the demonstration, at `path`. */
async function as(key, path, options) {
  const opened = await openPage(browser, options);
  await signIn(opened.page, key);
  await visit(opened.page, path);
  return opened;
}

/** Fills what an organisation must have, its commune by keyboard. */
async function fill(page) {
  await page.getByLabel("Nom", { exact: true }).fill(NAME);
  await page.getByRole("combobox", { name: "Genre" }).click();
  await page.getByRole("option", { name: "Fablab" }).click();
  const commune = page.getByRole("combobox", { name: "Commune" });
  await commune.fill("amien");
  await page.getByRole("option", { name: "Amiens (80)" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.equal(await commune.inputValue(), "Amiens");
}

test("an organisation is made; a second one like it only after its look-alike was seen", async () => {
  const { page, faults, close } = await as("miner", "/espace/structures/nouvelle");
  await page.getByRole("button", { name: "Créer la structure" }).click();
  await page.getByRole("alert").getByText("2 points à corriger").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "name");
  await fill(page);
  await page.getByLabel("SIRET").fill("123 456 789 00000");
  await page.getByRole("button", { name: "Créer la structure" }).click();
  await page.locator("[name=siret][aria-invalid=true]").waitFor();
  assert.equal(await page.getByLabel("Nom", { exact: true }).inputValue(), NAME, "a refusal lost what was typed");
  await page.getByLabel("SIRET").fill("");
  await page.getByRole("button", { name: "Créer la structure" }).click();
  await heading(page, NAME);
  first = new URL(page.url()).pathname;
  await visit(page, "/espace/structures/nouvelle");
  await fill(page);
  await page.getByRole("button", { name: "Créer la structure" }).click();
  await heading(page, "Elle est peut-être déjà là");
  await page.getByRole("list", { name: "Elle est peut-être déjà là" }).getByRole("link", { name: NAME }).waitFor();
  await expectAccessible(page);
  await photograph(page, "organisation-similar");
  await page.getByRole("button", { name: "Corriger ce que j’ai écrit" }).click();
  assert.equal(await page.getByLabel("Nom", { exact: true }).inputValue(), NAME);
  await page.getByRole("button", { name: "Créer la structure" }).click();
  await page.getByRole("button", { name: /^Ce n’est (pas la même|aucune d’elles)/ }).click();
  await heading(page, NAME);
  second = new URL(page.url()).pathname;
  assert.notEqual(first, second);
  assert.deepEqual(faults, []);
  await close();
});

test("someone is invited by a mail read before it leaves, and comes in", async () => {
  const { page, faults, close } = await as("miner", first);
  await page.getByRole("button", { name: "Inviter quelqu’un" }).click();
  await page.getByLabel("Son adresse électronique").fill("paulin@demo.ombelle.example");
  await page.getByLabel("Un mot de vous").fill("Venez nous aider !");
  await page.getByRole("button", { name: "Relire le courriel" }).click();
  await page.getByRole("heading", { name: "Voici ce qui partira" }).waitFor();
  await page.locator(".mail__paper").getByText("Venez nous aider !").waitFor();
  await expectAccessible(page);
  await photograph(page, "invitation-preview");
  assert.deepEqual((await read(page, `/organisations/${first.split("/").pop()}/invitations`)).items, [], "the mail left before it was sent");
  await page.getByRole("button", { name: "Envoyer l’invitation" }).click();
  await told(page, "L’invitation est partie");
  await page.getByRole("list", { name: "Invitations en attente" }).getByText("paulin@demo.ombelle.example").waitFor();
  const guest = await as("elsewhere", "/espace");
  await guest.page.getByRole("button", { name: `Accepter et rejoindre « ${NAME} »` }).click();
  await told(guest.page, "Vous faites partie");
  await visit(guest.page, first);
  await part(guest.page, "Équipe").getByText("Paulin Hortillon").waitFor();
  assert.deepEqual([...faults, ...guest.faults], []);
  await guest.close();
  await close();
});

test("someone asks to join from the directory, is let in, gets a role", async () => {
  const asking = await as("newcomer", "/espace/structures");
  await asking.page.getByLabel("Nom, ville").fill(NAME);
  const line = asking.page.getByRole("list", { name: "Chercher une structure" }).getByRole("listitem").filter({ has: asking.page.locator(`a[href="${first}"]`) });
  await line.getByRole("button", { name: /^Demander à rejoindre/ }).click();
  await line.getByLabel("Un mot pour eux").fill("Je suis la voisine.");
  await line.getByRole("button", { name: "Envoyer la demande" }).click();
  await told(asking.page, "La demande est partie");
  await asking.close();
  const { page, faults, close } = await as("miner", first);
  await page.getByRole("list", { name: "Demandes à rejoindre" }).getByText("Je suis la voisine.").waitFor();
  await page.getByRole("button", { name: "Accepter Colette Rivoire" }).click();
  await told(page, "Colette Rivoire est dans l’équipe");
  await settled(page);
  await page.getByRole("combobox", { name: "Rôle de Paulin Hortillon" }).click();
  await page.getByRole("option", { name: "administrateur" }).click();
  await told(page, "Paulin Hortillon est maintenant administrateur");
  await page.getByRole("button", { name: "Retirer Colette Rivoire" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("n’aura plus accès").waitFor();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Retirer Colette Rivoire" }).click();
  await told(page, "n’est plus dans l’équipe");
  await page.getByRole("button", { name: "Retirer Colette Rivoire" }).waitFor({ state: "detached" });
  assert.deepEqual(faults, []);
  await close();
});

test("two people edit at once: both are kept, and what clashes is chosen", async () => {
  const one = await as("miner", first);
  const two = await as("elsewhere", first);
  for (const { page } of [one, two]) await page.getByRole("button", { name: "Modifier la fiche" }).click();
  await one.page.getByLabel("Téléphone").fill("03 22 11 11 11");
  await one.page.getByLabel("Site", { exact: true }).fill("https://atelier.example");
  await one.page.locator("form.entry button[type=submit]").click();
  await told(one.page, "La fiche est enregistrée");
  await two.page.getByLabel("Téléphone").fill("03 22 22 22 22");
  await two.page.getByLabel("En quelques mots").fill("Des essais, toujours des essais.");
  await two.page.locator("form.entry button[type=submit]").click();
  await two.page.getByText("Quelqu’un a enregistré entre-temps").waitFor();
  assert.ok(await two.page.evaluate(() => document.activeElement?.getAttribute("role") === "alert"), "one is not brought to what happened");
  await two.page.getByText("03 22 11 11 11").waitFor();
  await two.page.getByText("03 22 22 22 22").waitFor();
  await expectAccessible(two.page);
  await photograph(two.page, "organisation-clash");
  await two.page.getByRole("radio", { name: /03 22 11 11 11/ }).check();
  await two.page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await told(two.page, "La fiche est enregistrée");
  const { phone, website, description } = await read(two.page, first.replace("/espace/structures", "/organisations"));
  assert.deepEqual({ phone, website, description }, { phone: "03 22 11 11 11", website: "https://atelier.example", description: "Des essais, toujours des essais." });
  assert.deepEqual([...one.faults, ...two.faults], []);
  await one.close();
  await two.close();
});

test("two people edit the texts of an event at once: nothing of either is lost, and what clashes is chosen", async () => {
  const one = await as("holder", "/espace");
  const { organisations } = await read(one.page, "/me");
  const { items } = await read(one.page, `/events?organisation_id=${organisations[0].id}`);
  const path = `/espace/evenements/${items[0].id}`;
  const two = await as("coordinator", path);
  await visit(one.page, path);
  const save = (page) => page.locator("form.entry button[type=submit]").click();
  await one.page.getByLabel("Conditions").fill(`Gratuit, ${NAME} un.`);
  await one.page.getByLabel("En une phrase").fill(`Une phrase, ${NAME}.`);
  await save(one.page);
  await told(one.page, "L’événement est enregistré");
  await two.page.getByLabel("Conditions").fill(`Gratuit, ${NAME} deux.`);
  await two.page.getByLabel("Mots-clés").fill(`essais, ${NAME.toLowerCase()}`);
  await save(two.page);
  await two.page.getByText("Quelqu’un a enregistré entre-temps").waitFor();
  assert.ok(await two.page.evaluate(() => document.activeElement?.getAttribute("role") === "alert"), "one is not brought to what happened");
  const clash = two.page.getByRole("radiogroup", { name: "Conditions" });
  for (const text of [`Gratuit, ${NAME} un.`, `Gratuit, ${NAME} deux.`]) await clash.getByText(text).waitFor();
  const joined = two.page.getByRole("region", { name: "Déjà réuni" });
  await joined.getByText(`Une phrase, ${NAME}.`).waitFor();
  await joined.getByText(`essais, ${NAME.toLowerCase()}`).waitFor();
  await expectAccessible(two.page);
  await two.page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(two.page);
  await photograph(two.page, "event-clash");
  // One may turn back: what was typed is still there, and comes to the same choice.
  await two.page.getByRole("button", { name: "Annuler" }).click();
  assert.equal(await two.page.getByLabel("Conditions").inputValue(), `Gratuit, ${NAME} deux.`);
  await save(two.page);
  await two.page.getByRole("radio", { name: new RegExp(`${NAME} un`) }).check();
  await two.page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await told(two.page, "L’événement est enregistré");
  assert.equal(await two.page.getByLabel("Conditions").inputValue(), `Gratuit, ${NAME} un.`);
  const { conditions, description, keywords } = await read(two.page, `/events/${items[0].id}`);
  assert.deepEqual({ conditions, description, keywords }, { conditions: `Gratuit, ${NAME} un.`, description: `Une phrase, ${NAME}.`, keywords: ["essais", NAME.toLowerCase()] });
  assert.deepEqual([...one.faults, ...two.faults], []);
  await one.close();
  await two.close();
});

test("contacts are kept by the organisation, notes by the agency alone", async () => {
  const { page, faults, close } = await as("coordinator", first);
  await page.getByRole("button", { name: "Ajouter un contact" }).click();
  await page.getByRole("form", { name: "Ajouter un contact" }).getByLabel("Nom", { exact: true }).fill("Ursule Clé");
  await page.getByRole("form", { name: "Ajouter un contact" }).getByRole("button", { name: "Ajouter un contact" }).click();
  await part(page, "Contacts").getByText("Ursule Clé").waitFor();
  await page.getByRole("textbox", { name: "Nouvelle note" }).fill("Rappeler en mars.");
  await page.getByRole("button", { name: "Noter" }).click();
  await page.getByRole("list", { name: "Notes de suivi" }).getByText("Rappeler en mars.").waitFor();
  await photograph(page, "organisation-1280", { fullPage: true });
  const theirs = await as("miner", first);
  await part(theirs.page, "Contacts").getByText("Ursule Clé").waitFor();
  assert.equal(await theirs.page.getByText("Rappeler en mars.").count(), 0);
  assert.deepEqual([...faults, ...theirs.faults], []);
  await theirs.close();
  await close();
});

test("a token is made, shown once, serves a program, and is refused once ended", async () => {
  const { page, faults, close } = await as("miner", `/espace/jetons?structure=${first.split("/").pop()}`);
  await page.getByRole("button", { name: "Faire un jeton" }).click();
  await page.getByRole("form", { name: "Faire un jeton" }).getByLabel("Nom du programme").fill("Notre site");
  await page.getByRole("checkbox", { name: "Lire la fiche de la structure" }).check();
  await page.getByRole("form", { name: "Faire un jeton" }).getByRole("button", { name: "Faire le jeton" }).click();
  await page.getByRole("heading", { name: "Le jeton est prêt" }).waitFor();
  await expectAccessible(page);
  const secret = await page.getByLabel("Le jeton", { exact: true }).innerText();
  const call = async () => (await fetch(`${BASE}/api/v1/organisations/${first.split("/").pop()}`, { headers: { Authorization: `Bearer ${secret}` } })).status;
  assert.ok((await page.getByRole("region", { name: "Un premier appel" }).innerText()).includes(secret));
  assert.equal(await call(), 200);
  await page.getByRole("button", { name: "Je l’ai copié" }).click();
  assert.ok(!(await page.content()).includes(secret), "the secret stays in the page");
  await page.reload();
  await page.getByRole("list", { name: "En service" }).getByText("Notre site").waitFor();
  assert.ok(!(await page.content()).includes(secret));
  await page.getByRole("button", { name: "Arrêter « Notre site »" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Arrêter « Notre site »" }).click();
  await told(page, "Le jeton est arrêté");
  assert.equal(await call(), 401);
  await page.getByRole("list", { name: "Finis" }).getByText("Notre site").waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("two entries are made one, after what moves was shown; the old address leads to the other", async () => {
  const { page, faults, close } = await as("coordinator", second);
  await page.getByRole("list", { name: "Elles lui ressemblent" }).getByRole("button", { name: `Réunir avec « ${NAME} »…` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("disparaît dans").waitFor();
  await dialog.getByText("1 personne").first().waitFor();
  await expectAccessible(page);
  await photograph(page, "organisation-merge");
  await dialog.getByRole("button", { name: "Réunir les deux" }).click();
  await page.waitForURL(BASE + first);
  await visit(page, second);
  await page.getByRole("heading", { level: 1, name: /réunie avec/ }).waitFor();
  await page.getByRole("link", { name: "Ouvrir la structure réunie" }).click();
  await heading(page, NAME);
  assert.deepEqual(faults, []);
  await close();
});

test("the team reads the mails; those that carry a secret keep it", async () => {
  const { page, faults, close } = await as("secretary", "/espace/courriels?q=paulin");
  await page.getByRole("list", { name: "Courriels" }).getByRole("link", { name: new RegExp(NAME) }).first().click();
  await heading(page, new RegExp(NAME));
  await page.locator(".mail").waitFor();
  assert.equal(await page.getByText("#lien=").count(), 0);
  await page.getByRole("link", { name: /Tous les courriels/ }).click();
  await heading(page, "Courriels");
  assert.deepEqual(faults, []);
  await close();
  const stranger = await as("miner", "/espace/administration");
  await stranger.page.getByText("Cette page n’est pas pour votre rôle.").waitFor();
  await stranger.close();
});

test("a role is given and taken, leaves a trace, and the chain holds", async () => {
  const { page, faults, close } = await as("administrator", "/espace/administration");
  await page.getByLabel("Nom ou adresse").fill("colette");
  // A list that gets shorter under the pointer takes the click away from whom it was for.
  await page.getByRole("list", { name: "Personnes et rôles" }).getByRole("listitem").nth(1).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Colette Rivoire" }).click();
  await heading(page, "Colette Rivoire");
  for (const [verb, done] of [["Donner", "a maintenant le rôle prêteur"], ["Retirer", "n’a plus le rôle prêteur"]]) {
    await page.getByRole("button", { name: `${verb} le rôle prêteur` }).click();
    await page.getByRole("dialog").getByRole("button", { name: `${verb} le rôle prêteur` }).click();
    await told(page, done);
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await page.getByRole("list", { name: "Historique" }).getByText("rôle retiré : prêteur, par Anselme Hautefeuille").first().waitFor();
  await visit(page, "/espace/administration/journal");
  for (const service of ["Comptes", "Structures", "Programme"]) {
    await page.getByRole("radiogroup", { name: "Service" }).getByText(service, { exact: true }).click();
    await page.getByRole("button", { name: "Vérifier la chaîne" }).click();
    await page.getByText(/La chaîne tient/).waitFor();
  }
  // People and organisations are told by name, with the id that the log knows.
  await page.getByRole("radiogroup", { name: "Service" }).getByText("Structures", { exact: true }).click();
  const { account } = await read(page, "/me");
  await page.getByLabel("À propos de (identifiant)").fill(first.split("/").pop());
  const lines = page.getByRole("list", { name: "Journal" });
  const entered = lines.getByRole("listitem").filter({ hasText: "structure créée" }).filter({ hasText: first.split("/").pop() });
  await entered.getByRole("link", { name: NAME }).waitFor();
  await entered.getByRole("link", { name: "Basile Terrilier" }).waitFor();
  await entered.getByText(first.split("/").pop()).waitFor();
  await page.getByRole("radiogroup", { name: "Service" }).getByText("Comptes", { exact: true }).click();
  await page.getByLabel("À propos de (identifiant)").fill("");
  await page.getByLabel("Par (identifiant)").fill(account.id);
  await lines.getByRole("link", { name: account.name }).first().waitFor();
  await settled(page);
  await expectAccessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test("a letter that did not arrive is replayed", async () => {
  const { page, faults, close } = await openPage(browser);
  await signIn(page, "administrator");
  const letter = { id: "01980000-0000-7000-8000-000000000001", message_id: "01980000-0000-7000-8000-000000000002", type: "membership.changed", key: "k-1", version: 3, subscriber: "gateway", tries: 12, last_error: HOSTILE, created_at: "2026-01-01T00:00:00Z", died_at: "2026-01-01T01:00:00Z", allowed_actions: ["replay"] };
  await answer(page, "/dead-letters/members", { items: [letter], next: null });
  await answer(page, `/dead-letters/members/${letter.id}/replay`, {}, 202);
  await visit(page, "/espace/messages");
  await page.getByText("Une appartenance a changé").waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Rejouer/ }).click();
  await told(page, "Le message repart");
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.deepEqual(faults, []);
  await close();
});

test("the guide shows the examples that a journey runs, for this very address", async () => {
  const { page, faults, close } = await openPage(browser);
  await visit(page, "/developpeurs");
  const folder = new URL("../../frontend/src/features/developers/examples/", import.meta.url);
  const files = await Promise.all(["read.sh", "changes.sh", "events.sh", "events.py", "change.py", "apply.py", "answer.py", "borrow.py", "webhook.py", "problem.json"].map((name) => readFile(new URL(name, folder), "utf8")));
  assert.deepEqual(await page.locator(".code code").allTextContents(), files.map((text) => text.replaceAll("https://ombelle.example", BASE).trimEnd()));
  assert.deepEqual(faults, []);
  await close();
});

test("names that are hostile run nothing, names that are long fit a phone", async () => {
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  await signIn(page, "miner");
  const id = first.split("/").pop();
  const whole = await read(page, `/organisations/${id}`);
  for (const text of [HOSTILE, LONG]) {
    await page.unrouteAll();
    await answer(page, `/organisations/${id}`, { ...whole, name: text, description: text, legal_name: text, website: "javascript:window.__ran=3" });
    await answer(page, `/organisations/${id}/memberships`, { items: [{ id: "m1", person: { id: "p1", name: text, email: null }, role: "editor", since: "2026-01-01T00:00:00Z", is_me: false, allowed_actions: ["change_role", "remove"] }], next: null, total: 1 });
    await visit(page, first);
    assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), text.trim());
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
  await photograph(page, "structure-long-390", { fullPage: true });
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.equal(await page.locator("a[href^='javascript']").count(), 0);
  assert.deepEqual(faults, []);
  await close();
});

test("by keyboard: find an organisation, open it, come back", async () => {
  const { page, close } = await as("miner", "/espace/structures");
  await tabTo(page, () => document.activeElement?.matches("main input[type=search]"));
  await page.keyboard.type("marmite");
  await page.getByRole("list", { name: "Chercher une structure" }).getByRole("link", { name: /Marmite/ }).waitFor();
  await settled(page);
  await tabTo(page, () => document.activeElement?.matches(".lines a") && /Marmite/.test(document.activeElement.textContent ?? ""), 30);
  await page.keyboard.press("Enter");
  await heading(page, /Marmite/);
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.goBack();
  await page.waitForFunction(() => /Marmite/.test(document.activeElement?.textContent ?? "") && document.activeElement?.tagName === "A");
  assert.match((await focused(page)).text, /Marmite/);
  await close();
});
