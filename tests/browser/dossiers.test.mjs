// One dossier, seen by those who hold it, by the coordination and by a partner; and the programs that are told of it.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { HOSTILE, heading, newHolder, part, send, told } from "./people.mjs";
import { granted, newCall, newDraft } from "./season.mjs";

const FORM = {
  sections: [
    {
      id: "projet", title: "Le projet", fields: [
        { id: "titre", type: "text", label: "Titre", purpose: "title", required: "at_submission" },
        { id: "resume", type: "long_text", label: "Résumé", purpose: "summary", required: "at_submission" },
        { id: "courriel", type: "email", label: "Courriel", purpose: "contact_email" },
        { id: "public", type: "boolean", label: "Y a-t-il des classes ?" },
        { id: "devis", type: "file", label: "Devis" },
      ],
    },
    {
      id: "argent", title: "L’argent", fields: [{
        id: "depenses", type: "repetition", label: "Dépenses", purpose: "budget_expenses",
        fields: [{ id: "poste", type: "text", label: "Poste" }, { id: "montant", type: "amount", label: "Montant" }],
      }],
    },
  ],
};
const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
const TITLE = `Le bateau de papier ${process.pid}-${Date.now()}`;
let browser;
let coordinator;
let holder;
let partner;
/** The dossier's id and its address in the workspace. */
let id;
let dossier;

before(async () => {
  browser = await openBrowser();
  coordinator = await openPage(browser);
  await signIn(coordinator.page, "coordinator");
  holder = await newHolder(browser, "Hélène Porteuse", { viewport: PHONE });
  partner = await newHolder(browser, "Paul Partenaire");
  const call = await newCall(coordinator.page, `Appel des dossiers ${Date.now()}`, FORM);
  id = await newDraft(holder, call, { titre: TITLE, resume: HOSTILE, courriel: "helene@atelier.example", public: true, depenses: [{ poste: "Papier", montant: 1250 }, { poste: "Colle", montant: 305 }] });
  dossier = `/espace/dossiers/${id}`;
});
after(() => browser?.close());

const seePart = (page, name) => page.getByRole("navigation", { name: "Parties du dossier" }).getByRole("link", { name }).click();
const state = (page) => page.getByRole("region", { name: "Où il en est" });

test("a partner is invited, accepts, and reads the dossier without its budget and its messages", async () => {
  const { page } = holder;
  await visit(page, `${dossier}?partie=participants`);
  await granted(page, "POST", `/applications/${id}/parties`, { role: "partner", organisation_id: partner.id });
  await visit(partner.page, "/espace");
  await partner.page.getByRole("link", { name: `Répondre pour « ${TITLE} »` }).click();
  await heading(partner.page, TITLE);
  await partner.page.getByRole("button", { name: "Accepter pour" }).click();
  await told(partner.page, "Votre structure participe au dossier.");
  await part(partner.page, "Le dossier").getByText(HOSTILE).waitFor();
  assert.equal(await partner.page.getByText("Colle").count(), 0);
  const parts = await partner.page.getByRole("navigation", { name: "Parties du dossier" }).getByRole("link").allTextContents();
  assert.deepEqual(parts, ["Le dossier", "Fichiers", "Participants", "Historique"]);
  assert.equal(await state(partner.page).getByRole("link", { name: "Remplir le formulaire" }).count(), 0);
  await expectAccessible(partner.page);
  await photograph(partner.page, "dossier-partner");
});

test("holder and coordination write to one another; what is typed stays when the network does not answer", async () => {
  await send(holder.page, "POST", `/applications/${id}/submit`);
  const { page } = coordinator;
  await visit(page, `${dossier}?partie=echanges`);
  const words = page.getByLabel("Écrire au porteur", { exact: true });
  await words.fill("Le bassin est-il prêté ?");
  await page.route("**/messages", (route) => (route.request().method() === "POST" ? route.abort() : route.fallback()));
  await page.getByRole("button", { name: "Envoyer" }).click();
  await page.getByRole("alert").getByText("Rien de ce que vous avez écrit n’est perdu").waitFor();
  await page.unroute("**/messages");
  await page.reload();
  await settled(page);
  assert.equal(await words.inputValue(), "Le bassin est-il prêté ?");
  await page.getByRole("button", { name: "Envoyer" }).click();
  await told(page, "Message envoyé.");
  await page.getByText("Pas encore lu").waitFor();
  await visit(holder.page, "/espace");
  await holder.page.getByRole("link", { name: `Lire les messages de « ${TITLE} »` }).click();
  await part(holder.page, "Messages").getByText("Le bassin est-il prêté ?").waitFor();
  await holder.page.getByLabel("Écrire à la coordination", { exact: true }).fill("Oui, par la piscine.");
  await holder.page.getByRole("button", { name: "Envoyer" }).click();
  await told(holder.page, "Message envoyé.");
  await expectAccessible(holder.page);
  await expectNoSidewaysScroll(holder.page);
  await page.reload();
  await page.getByText("Oui, par la piscine.").waitFor();
  await page.getByText("Lu", { exact: true }).waitFor();
});

test("changes are asked for in their fields, made, answered, and told before and after", async () => {
  const { page } = coordinator;
  await visit(page, dossier);
  await page.getByRole("button", { name: "Demander des compléments" }).click();
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await page.getByRole("alert").getByText("2 points à corriger").waitFor();
  await page.getByRole("radio", { name: "Incomplet" }).check();
  await page.getByLabel("Ce qu’il faut changer").fill("Le résumé ne dit rien de la colle.");
  await page.getByRole("combobox", { name: "Rubriques concernées" }).fill("Rés");
  await page.getByRole("option", { name: "Résumé" }).click();
  await page.keyboard.press("Escape");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Envoyer la demande" }).click();
  await told(page, "La demande est envoyée");

  const own = holder.page;
  await visit(own, dossier);
  await state(own).getByText("Le résumé ne dit rien de la colle.").waitFor();
  assert.ok((await state(own).getByRole("link", { name: "Résumé" }).getAttribute("href")).startsWith(`${dossier}/formulaire#`));
  await part(own, "Le dossier").getByText("À modifier").waitFor();
  await expectAccessible(own);
  await expectNoSidewaysScroll(own);
  await photograph(own, "dossier-changes-390");
  await seePart(own, "Fichiers");
  await own.locator("input[type=file]").setInputFiles({ name: "devis.pdf", mimeType: "application/pdf", buffer: PDF });
  await told(own, "« devis.pdf » est ajouté.");
  await own.locator("input[type=file]").setInputFiles({ name: "menteur.pdf", mimeType: "application/pdf", buffer: Buffer.from("des mots") });
  await own.getByRole("alert").getByText("menteur.pdf").waitFor();
  const { version } = await read(own, `/applications/${id}`);
  const patched = await own.context().request.patch(`${new URL(own.url()).origin}/api/v1/applications/${id}`, {
    data: { answers: { resume: "De la colle de farine." } }, headers: { Origin: new URL(own.url()).origin, "If-Match": `"v${version}"` },
  });
  assert.ok(patched.ok());
  await own.getByLabel("Un mot avec votre réponse").fill("C’est dit.");
  await own.getByRole("button", { name: "Renvoyer le dossier" }).click();
  await told(own, "Le dossier est renvoyé");

  await visit(page, `${dossier}?partie=historique`);
  const history = page.getByRole("list", { name: "Historique" });
  await history.getByText("Compléments envoyés").waitFor();
  await history.getByText(/^Voir (ce qui a changé|les \d+ changements)$/).first().click();
  await history.getByText("De la colle de farine.").waitFor();
  await history.getByText("devis.pdf").waitFor();
  await expectAccessible(page);
  await photograph(page, "dossier-history");
  await seePart(page, "Budget");
  await part(page, "Budget").getByText(/15,55\s€/).first().waitFor();
  await seePart(page, "Échanges");
  await part(page, "Demandes passées").getByText("C’est dit.").waitFor();
});

test("a program of the holder is told what happens, and what it was told is seen", async () => {
  const heard = [];
  const listener = createServer((request, response) => {
    heard.push(request.headers["webhook-signature"]);
    request.resume();
    response.writeHead(204).end();
  });
  await new Promise((resolve) => { listener.listen(0, "127.0.0.1", resolve); });
  try {
    const { page } = holder;
    await visit(page, "/espace/webhooks");
    await page.getByRole("button", { name: "Faire un avis" }).click();
    await page.getByLabel("Nom du programme").fill("Notre site");
    await page.getByLabel("Adresse où il écoute").fill(`http://127.0.0.1:${listener.address().port}/ombelle`);
    await page.getByRole("button", { name: "Faire l’avis" }).click();
    await page.getByRole("heading", { name: "Voici le secret" }).waitFor();
    assert.match(await page.getByLabel("Le secret", { exact: true }).textContent(), /^whsec_/);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Je l’ai copié" }).click();
    await page.getByRole("link", { name: "Voir « Notre site »" }).click();
    await heading(page, "Notre site");
    await page.getByRole("button", { name: "Envoyer un essai" }).click();
    const sent = part(page, "Envois");
    await sent.getByText("Arrivé", { exact: true }).waitFor();
    await sent.getByText("a répondu 204").waitFor();
    await sent.getByText("Voir ce qui est envoyé").click();
    await sent.getByText("webhook.test").waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await photograph(page, "webhook-390");
    assert.deepEqual(heard.map((signature) => signature?.startsWith("v1,")), [true]);
    await page.getByRole("button", { name: "Mettre en pause" }).click();
    await page.getByText("En pause", { exact: true }).waitFor();
  } finally {
    listener.close();
  }
});

test("a dossier is withdrawn with its reason; nothing went wrong in any page", async () => {
  const { page } = holder;
  await visit(page, dossier);
  await page.getByRole("button", { name: "Retirer le dossier" }).click();
  const question = page.getByRole("dialog");
  await question.getByLabel("Pourquoi ?").fill("La rivière est à sec.");
  await question.getByRole("button", { name: "Retirer le dossier" }).click();
  await told(page, "Le dossier est retiré.");
  await state(page).getByText("La rivière est à sec.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Retirer le dossier" }).count(), 0);
  for (const { faults, page: each } of [coordinator, holder, partner]) {
    assert.equal(await each.evaluate(() => window.__ran), undefined, "a text ran");
    assert.deepEqual(faults, []);
  }
});
