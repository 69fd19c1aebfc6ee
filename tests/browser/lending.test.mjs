// The lender's desk: what waits is found, a request is looked at and approved in one press, a loan called off, who waits is offered.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { PHONE, expectAccessible, expectNoSidewaysScroll, mailTo, openBrowser, photograph, read, settled, visit } from "./browser.mjs";
import { newBorrower, newLender } from "./lending.mjs";
import { heading, newAddress, part, send, told } from "./people.mjs";

const dayAfter = (count) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const SIGNATORY = newAddress("maire");
let browser;
let lender;
let first;
let second;
/** The loan that is asked for, and the one that waits for the same days. */
let loan;
let waiting;
before(async () => {
  browser = await openBrowser();
  [lender, first, second] = await Promise.all([newLender(browser, ["Le socle", "La loupe"]), newBorrower(browser, "Prune Première"), newBorrower(browser, "Aimé Second")]);
  [loan, waiting] = [await ask(first, { signatory: { name: "Jo Mulot", capacity: "Maire", email: SIGNATORY } }), await ask(second, {}, { waitlist_if_taken: true })];
});
after(() => browser?.close());

async function ask({ page, id }, more, line = {}) {
  const request = await send(page, "POST", "/loan-requests", {
    organisation_id: id, place_of_use: { name: "Salle des fêtes", commune_insee: "80021", commune_name: "Amiens" }, message: "Pour la fête du village.",
    loans: [{ item_id: lender.item.id, starts_on: dayAfter(9), ends_on: dayAfter(13), ...line }], ...more,
  });
  return request.loans[0];
}

test("a request is found at the desk, looked at, and approved with its agreement in one press, which the network does not lose", async () => {
  const { page, faults } = lender;
  await visit(page, "/espace/prets/comptoir");
  await expectAccessible(page);
  await photograph(page, "lending-desk");
  await part(page, "Options qui courent").getByRole("link", { name: `Décider : ${lender.item.title}, ${first.title}` }).click();
  await heading(page, `Accorder « ${lender.item.title} » ?`);
  await page.getByText("Pour la fête du village.").waitFor();
  await part(page, "Qui d’autre demande ces dates").getByRole("link", { name: second.title }).waitFor();
  await part(page, "Ce que dira la convention").getByText("Article 1. Objet").waitFor({ state: "hidden" });
  await settled(page);
  await expectAccessible(page);
  const answer = part(page, "Votre réponse");
  await answer.getByText("Fixez d’abord le montant").waitFor();
  await page.getByRole("button", { name: "Fixer le montant" }).click();
  const fee = page.getByRole("dialog", { name: "Fixer le montant" });
  await fee.getByLabel("Montant, en euros").fill("0");
  await fee.getByLabel("Pourquoi ce montant").fill("Entre voisins");
  await fee.getByRole("button", { name: "Fixer le montant" }).click();
  await told(page, "Le montant est fixé.");
  await answer.getByText(`Un lien pour signer part à Jo Mulot, Maire (${SIGNATORY}).`).waitFor();
  await page.route("**/approve", (route) => route.abort());
  await answer.getByRole("button", { name: "Accorder le prêt" }).click();
  await answer.getByRole("alert").getByText("réessayez").waitFor();
  await page.unroute("**/approve");
  await answer.getByRole("button", { name: "Accorder le prêt" }).click();
  await heading(page, "Le prêt est accordé, la convention est partie.");
  assert.match((await mailTo(SIGNATORY)).text, /\/signer\//);
  const { status, units } = await read(page, `/loans/${loan.id}`);
  assert.deepEqual([status, units.length], ["agreement_sent", 2]);
  assert.deepEqual(faults, []);
});

test("a loan is called off with what was typed kept, and who waits is offered its days", async () => {
  const { page, faults } = lender;
  await page.setViewportSize(PHONE);
  await visit(page, "/espace/prets/attente");
  await page.getByRole("row", { name: second.title }).getByText("il y a").or(page.getByText("à l’instant")).first().waitFor();
  await visit(page, `/espace/prets/${loan.id}`);
  await page.getByRole("button", { name: "Annuler le prêt", exact: true }).click();
  const dialogue = page.getByRole("dialog", { name: "Annuler ce prêt ?" });
  await dialogue.getByRole("button", { name: "Annuler le prêt" }).click();
  await dialogue.getByText("Dites pourquoi.").first().waitFor();
  await dialogue.getByLabel("Pourquoi").fill("La mallette est tombée à l’eau.");
  await page.route("**/cancel", (route) => route.abort());
  await dialogue.getByRole("button", { name: "Annuler le prêt" }).click();
  await dialogue.getByText("Rien de ce que vous avez écrit n’est perdu").waitFor();
  assert.equal(await dialogue.getByLabel("Pourquoi").inputValue(), "La mallette est tombée à l’eau.");
  await page.unroute("**/cancel");
  await dialogue.getByRole("button", { name: "Annuler le prêt" }).click();
  await told(page, "Le prêt est annulé");
  assert.equal((await read(page, `/loans/${waiting.id}`)).status, "held");
  await visit(page, "/espace/prets/attente");
  await page.getByText("proposé, réponse avant le").waitFor();
  await expectNoSidewaysScroll(page);
  await visit(page, `/espace/prets/${waiting.id}/accord`);
  await page.getByText("L’emprunteur n’a pas encore répondu").waitFor();
  assert.equal(await page.getByRole("button", { name: "Accorder le prêt" }).count(), 0);
  await expectNoSidewaysScroll(page);
  await visit(page, "/espace/prets/incidents");
  await page.getByText("Aucun incident à régler.").waitFor();
  assert.deepEqual(faults, []);
});

test("whoever signs without an address signs on paper: the lender reads it before the agreement leaves, and after", async () => {
  const { page, faults } = lender;
  const loan = await ask(first, { signatory: { name: "Jo Mulot", capacity: "Maire" } }, { starts_on: dayAfter(30), ends_on: dayAfter(34) });
  await send(page, "POST", `/loans/${loan.id}/approve`, {});
  await send(page, "POST", `/loans/${loan.id}/settle-fee`, { cents: 0, reason: "Entre voisins" });
  await visit(page, `/espace/prets/${loan.id}`);
  const panel = part(page, "À vous de jouer");
  await panel.getByText("la convention part à l’emprunteur, à signer sur papier.").waitFor();
  await panel.getByText("demandez d’abord à l’emprunteur d’écrire cette adresse").waitFor();
  await panel.getByRole("button", { name: "Faire la convention et l’envoyer" }).click();
  const dialogue = page.getByRole("dialog");
  await dialogue.getByText("L’emprunteur la reçoit, la fait signer sur papier").waitFor();
  await dialogue.getByRole("button", { name: "Faire et envoyer" }).click();
  await told(page, "La convention est partie.");
  await page.getByText("La convention est chez l’emprunteur, à signer sur papier").waitFor();
  await page.getByRole("button", { name: "Renvoyer la convention" }).waitFor();
  await settled(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  assert.equal((await read(page, `/loans/${loan.id}`)).status, "agreement_sent");
  assert.deepEqual(faults, []);
});
