// Borrowing: asked for with its price, signed, insured, kept longer; nothing that was typed is lost. On the stack as it runs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, expectAccessible, expectNoSidewaysScroll, mailTo, openBrowser, openPage, photograph, read, settled, visit } from "./browser.mjs";
import { newBorrower, newLender } from "./lending.mjs";
import { heading, newAddress, part, send, told } from "./people.mjs";

const dayAfter = (count) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const [FIRST, LAST] = [dayAfter(9), dayAfter(13)];
const SIGNATORY = newAddress("maire");
let browser;
let lender;
let borrower;
/** The loan's id, once it was asked for. */
let id;

before(async () => {
  browser = await openBrowser();
  [lender, borrower] = await Promise.all([newLender(browser, ["Le socle", "La loupe"]), newBorrower(browser, "Ida Emprunteuse")]);
  await send(lender.page, "PATCH", `/lending-settings/${lender.id}`, { insurance: "yearly" }, { "If-Match": '"v1"' });
  await send(lender.page, "POST", "/tariffs", { lender: lender.id, category: "kit", starts_on: "2020-01-01", basis: "per_period", period_days: 7, member_cents: 4000, other_cents: 4000 });
});
after(() => browser?.close());

const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

test("a request is written, priced before it leaves, kept on the device when the network fails, and sent", async () => {
  const { page, faults } = borrower;
  await visit(page, `/espace/prets/demandes/nouvelle?item=${lender.item.slug}`);
  await page.getByRole("heading", { level: 3, name: lender.item.title }).waitFor();
  assert.equal(new URL(page.url()).search, "");
  await page.getByLabel("Premier jour").fill(LAST);
  await page.getByLabel("Dernier jour").fill(FIRST);
  await page.getByText("Le dernier jour vient avant le premier.").waitFor();
  await page.getByLabel("Premier jour").fill(FIRST);
  await page.getByLabel("Dernier jour").fill(dayAfter(800));
  await page.getByText("Pas libre à ces dates").waitFor();
  await page.getByRole("checkbox", { name: "Demander une exception au prêteur" }).waitFor();
  await page.getByLabel("Dernier jour").fill(LAST);
  await page.getByText("Libre à ces dates.").waitFor();
  await part(page, "Ce que cela coûtera").getByText("par semaine commencée ; 5 jours en commencent 1").waitFor();
  await page.getByRole("checkbox", { name: "La loupe" }).check();
  await page.getByLabel("Prénom et nom").fill("Jo Mulot");
  await page.getByLabel("Adresse électronique").fill(SIGNATORY);
  await press(page, "Envoyer la demande");
  await page.getByText("2 points à corriger").waitFor();
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Commune" }).fill("Amiens");
  await page.getByRole("option", { name: "Amiens (80)" }).click();
  await page.getByLabel("Qualité").fill("Maire");
  await page.route("**/api/v1/loan-requests", (route) => route.abort());
  await press(page, "Envoyer la demande");
  await page.getByRole("alert").getByText("Rien de ce que vous avez écrit n’est perdu").waitFor();
  await page.unroute("**/api/v1/loan-requests");
  await page.reload();
  await heading(page, "Demander un prêt");
  await settled(page);
  assert.deepEqual(await Promise.all(["Premier jour", "Prénom et nom", "Qualité"].map((label) => page.getByLabel(label).inputValue())), [FIRST, "Jo Mulot", "Maire"]);
  await photograph(page, "borrowing-request");
  await press(page, "Envoyer la demande");
  await told(page, "Votre demande est envoyée.");
  await heading(page, /Demande de prêt n°/);
  await settled(page);
  await expectAccessible(page);
  const { items: [loan] } = await read(page, "/loans");
  id = loan.id;
  assert.deepEqual([loan.status, loan.modules, loan.starts_on, loan.fee.cents], ["held", [2], FIRST, 4000]);
  await page.getByRole("link", { name: lender.item.title }).click();
  await heading(page, lender.item.title);
  await page.getByText("Le prêteur étudie votre demande.").waitFor();
  assert.deepEqual(faults, []);
});

test("the signatory signs without an account; the certificate is given, refused by nobody, and the loan is confirmed", async () => {
  await send(lender.page, "POST", `/loans/${id}/approve`, {});
  await send(lender.page, "POST", `/loans/${id}/agreement`, {});
  await send(lender.page, "POST", `/loans/${id}/send-agreement`, {});
  const token = (await mailTo(SIGNATORY)).text.match(/\/signer\/([\w-]+)/)[1];
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  await visit(page, `/signer/${token}`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await photograph(page, "borrowing-signing-390", { fullPage: true });
  await press(page, "Signer la convention");
  await page.getByText("Cochez la case pour signer.").waitFor();
  await page.getByLabel("J’ai lu la convention").check();
  await press(page, "Signer la convention");
  await page.getByRole("heading", { name: "C’est signé, merci !" }).waitFor();
  await visit(page, `/signer/${"x".repeat(43)}`);
  await heading(page, "Ce lien ne mène plus à rien");
  assert.deepEqual(faults, []);
  await close();

  const mine = borrower.page;
  await visit(mine, `/espace/prets/${id}`);
  await part(mine, "Convention").getByText("Signée par Jo Mulot, Maire").waitFor();
  await mine.getByText("Il manque l’attestation d’assurance").waitFor();
  await press(mine, "Déposer une attestation");
  await mine.getByLabel("Assureur").fill("Assurance des communes");
  await mine.getByLabel("Valeur couverte").fill("1500");
  await mine.locator(".entry input[type=file]").setInputFiles({ name: "attestation.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF") });
  await press(mine, "Déposer l’attestation");
  await told(mine, "L’attestation est déposée");
  const { items: [certificate] } = await read(lender.page, `/loans/${id}/insurance-certificates`);
  assert.deepEqual([certificate.insurer, certificate.value_cents, certificate.shortfalls], ["Assurance des communes", 150_000, []]);
  await send(lender.page, "POST", `/insurance-certificates/${certificate.id}/accept`, {}, { "If-Match": `"v${certificate.version}"` });
  assert.equal((await read(mine, `/loans/${id}`)).status, "confirmed");
});

test("a longer loan is asked for and granted; the list finds the loan on a phone", async () => {
  const { page, faults } = borrower;
  await visit(page, `/espace/prets/${id}`);
  await page.getByText("Tout est en règle").waitFor();
  await expectAccessible(page);
  await photograph(page, "borrowing-loan", { fullPage: true });
  await press(page, "Demander une prolongation");
  await page.getByLabel("Nouveau dernier jour").fill(dayAfter(16));
  await page.getByLabel("Pourquoi").fill("Une classe de plus");
  await press(page, "Envoyer la demande");
  await told(page, "Votre demande de prolongation est partie.");
  await visit(lender.page, `/espace/prets/${id}`);
  const asked = lender.page.getByRole("group", { name: "Prolongation demandée" });
  await asked.getByText("Une classe de plus").waitFor();
  await asked.getByRole("button", { name: /^Prolonger jusqu/ }).click();
  await lender.page.getByRole("dialog").getByRole("button", { name: /^Prolonger jusqu/ }).click();
  await told(lender.page, "Le prêt est prolongé.");
  assert.deepEqual([lender.faults, (await read(page, `/loans/${id}`)).ends_on], [[], dayAfter(16)]);

  await page.setViewportSize(PHONE);
  await visit(page, "/espace/prets");
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await photograph(page, "borrowing-list-390");
  await page.getByRole("link", { name: lender.item.title }).waitFor();
  await visit(page, "/espace/prets?etat=closed");
  await page.getByText("Aucun prêt ne répond à ces choix.").waitFor();
  await page.getByLabel("Chercher").fill("introuvable");
  await page.waitForURL(/q=introuvable/);
  await press(page, "Tout afficher");
  await page.getByRole("link", { name: lender.item.title }).waitFor();
  assert.deepEqual(faults, []);
  assert.equal((await page.context().request.get(`${BASE}/api/v1/loans/${lender.item.id}`)).status(), 404);
});
