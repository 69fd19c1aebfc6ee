// What a lender keeps: items with their units and photographs, how they are lent, what is invoiced.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, read, settled, signIn, visit } from "./browser.mjs";
import { heading, newHolder, part, told } from "./people.mjs";
import { granted, write } from "./season.mjs";

const TITLE = `Z${Math.random().toString(36).slice(2, 9)} marées`;
let browser;
/** Somebody whose organisation lends: nobody else's rules change. */
let holder;
before(async () => {
  browser = await openBrowser();
  holder = await newHolder(browser, "Basile Lagrève");
  await granted(holder.page, "GET", `/lending-settings/${holder.id}`);
});
after(() => browser?.close());

/** Chooses in a list that opens. */
async function choose(page, label, option) {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

test("an item is entered, its sheet settled with someone else's, a photograph sent again after a cut, then published", async () => {
  const { page, faults } = holder;
  await visit(page, "/espace/outils/nouveau");
  await page.getByLabel("Titre", { exact: true }).fill(TITLE);
  await page.getByLabel("Résumé").fill("Ce que la lune fait à la mer.");
  await page.getByRole("button", { name: "Créer le brouillon" }).click();
  await page.getByRole("alert").getByText("2 points à corriger").waitFor();
  await page.reload();
  await page.getByText("Voici ce que vous aviez commencé.").waitFor();
  assert.equal(await page.getByLabel("Titre", { exact: true }).inputValue(), TITLE, "a reload lost what was typed");
  await choose(page, "Genre", "Mallette pédagogique");
  await choose(page, "Format", "Mallette");
  await page.getByLabel("Modules de chaque exemplaire").fill("Lune\nMer");
  await page.getByRole("button", { name: "Créer le brouillon" }).click();
  await heading(page, TITLE);
  const item = `/items/${new URL(page.url()).pathname.split("/").at(-1)}`;

  await page.getByRole("button", { name: "Modifier la fiche" }).click();
  await page.getByLabel("Résumé").fill("Ce que la lune fait à la Manche.");
  await page.getByLabel("Colis", { exact: true }).fill("2");
  await write(page, "PATCH", item, item, { abstract: "Lune et mer.", producer: "Club Astro" });
  await page.getByRole("button", { name: "Enregistrer la fiche" }).click();
  await page.getByRole("radio", { name: /Ce que la lune fait à la Manche/ }).check();
  await page.getByRole("button", { name: "Enregistrer ces choix" }).click();
  await told(page, "La fiche est enregistrée.");
  const saved = await read(page, item);
  assert.deepEqual([saved.abstract, saved.packages, saved.producer], ["Ce que la lune fait à la Manche.", 2, "Club Astro"]);

  const [unit] = saved.formats[0].units;
  await page.getByRole("button", { name: `Modifier l’exemplaire ${unit.code}` }).click();
  await choose(page, "État", "Abîmé");
  await page.getByLabel("Place dans la réserve").fill("Étagère 4");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await told(page, `L’exemplaire ${unit.code} est enregistré.`);

  const photos = part(page, "Photos");
  await photos.locator("input[type=file]").setInputFiles({ name: "lune.png", mimeType: "image/png", buffer: await page.screenshot() });
  await photos.getByLabel("Ce que l’on y voit").fill("La lune au-dessus de la baie");
  await photos.getByLabel("Crédit").fill("Basile Terrilier");
  await page.route(`**/api/v1${item}/photos`, (route) => route.abort(), { times: 1 });
  await photos.getByRole("button", { name: "Ajouter cette photo" }).click();
  await photos.getByText("Rien de ce que vous avez écrit n’est perdu").waitFor();
  await photos.getByRole("button", { name: "Ajouter cette photo" }).click();
  await photos.getByRole("img", { name: "La lune au-dessus de la baie" }).waitFor();
  assert.equal((await read(page, item)).photos.length, 1);

  await page.getByRole("button", { name: "Publier dans le catalogue" }).click();
  await told(page, "L’outil est dans le catalogue.");
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await photos.getByRole("button", { name: /^Retirer la photo/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: /^Retirer la photo/ }).click();
  await photos.getByText("Aucune photo").waitFor();
  await page.getByRole("button", { name: "Revenir au brouillon" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revenir au brouillon" }).click();
  await page.getByRole("button", { name: "Supprimer cet outil" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Supprimer cet outil" }).click();
  await heading(page, "Outils");
  await page.getByLabel("Titre, thème, auteur").fill(TITLE);
  await page.getByText("Aucun outil ne répond à ces filtres.").waitFor();
  assert.deepEqual(faults, []);
});

test("a lender's rules are saved, a text of agreements is tried, a tariff added", async () => {
  const { page, faults } = holder;
  await visit(page, "/espace/prets/reglages");
  await page.getByLabel("Délai avant le départ").fill("9");
  await page.getByLabel("Texte", { exact: true }).fill("Bonjour {{ maire }}");
  await page.getByRole("button", { name: "Enregistrer les réglages" }).click();
  await page.locator("[name=agreement_template][aria-invalid=true]").waitFor();
  assert.equal(await page.getByLabel("Délai avant le départ").inputValue(), "9", "a refusal lost what was typed");
  await page.getByLabel("Texte", { exact: true }).fill("{{ preteur }} prête {{ outil }}.");
  await page.getByRole("button", { name: "Voir ce que cela donne" }).click();
  await page.getByText("prête Abeilles, mode d’emploi.").waitFor();
  await page.getByRole("button", { name: "Enregistrer les réglages" }).click();
  await told(page, "Les réglages sont enregistrés.");
  await page.getByRole("button", { name: "Ajouter un tarif" }).click();
  await choose(page, "Genre", "Mallette pédagogique");
  await page.getByLabel("Adhérents (€)").fill("12,5");
  await page.getByLabel("Autres (€)").fill("20");
  await page.getByRole("button", { name: "Ajouter ce tarif" }).click();
  await part(page, "Barème").getByText(/Adhérents\s:\s12,50\s€/).waitFor();
  await expectAccessible(page);
  assert.deepEqual(faults, []);
});

test("a loan is invoiced, the invoice read for Chorus Pro and cancelled by a credit note", async () => {
  const { page, faults, close } = await openPage(browser);
  await signIn(page, "lender");
  await visit(page, "/espace/prets/factures");
  await page.getByRole("button", { name: "Dire qui émet" }).or(part(page, "Qui émet").getByRole("button", { name: "Modifier" })).click();
  const issuer = part(page, "Qui émet");
  for (const [label, value] of [["Nom", "Ombelliscience"], ["SIRET", "73282932000074"], ["Adresse", "8 rue des Cimaises"], ["Code postal", "80000"], ["Ville", "Amiens"]]) await issuer.getByLabel(label, { exact: true }).fill(value);
  await issuer.getByRole("button", { name: "Enregistrer" }).click();
  await issuer.getByText("TVA non applicable").waitFor();
  const waiting = part(page, "À facturer");
  await waiting.getByRole("button", { name: /^Faire la facture/ }).last().click();
  await waiting.getByLabel("Nom", { exact: true }).fill(TITLE);
  await waiting.getByLabel("Adresse", { exact: true }).fill("Place de la Mairie");
  await waiting.getByLabel("Code postal").fill("80800");
  await waiting.getByLabel("Ville", { exact: true }).fill("Corbie");
  await waiting.getByLabel("SIRET").fill("123");
  await waiting.getByRole("button", { name: /^Émettre la facture/ }).click();
  await waiting.getByText("Un SIRET a 14 chiffres").first().waitFor();
  assert.equal(await waiting.getByLabel("Nom", { exact: true }).inputValue(), TITLE, "a refusal lost what was typed");
  await waiting.getByLabel("SIRET").fill("732 829 320 00074");
  await waiting.getByRole("button", { name: /^Émettre la facture/ }).click();
  const line = part(page, "Factures émises et reçues").getByRole("listitem").filter({ hasText: TITLE }).filter({ hasText: "à payer avant" });
  const xml = await page.context().request.get(BASE + await line.getByRole("link", { name: /Chorus Pro/ }).getAttribute("href"));
  assert.match(await xml.text(), /CrossIndustryInvoice/);
  await line.getByRole("button", { name: /^Annuler la facture/ }).click();
  await page.getByLabel("Pourquoi").fill("Essai");
  await page.getByRole("button", { name: "Annuler par un avoir" }).click();
  await part(page, "Factures émises et reçues").getByText(/annulée par l’avoir/).first().waitFor();
  await expectAccessible(page);
  assert.deepEqual(faults, []);
  await close();
});
