// The workspace: ways in, one's own account, what waits; on the stack as it runs, with mails read from the demonstration's box.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import {
  BASE, PHONE, answer, ask, expectAccessible, expectNoSidewaysScroll, focused, linkIn, openBrowser, openPage, photograph, settled, signIn, tabTo, visit,
} from "./browser.mjs";
import { HOSTILE, askLink, becomeSomeone, follow, heading, newAddress, newPerson, signOut } from "./people.mjs";

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser?.close());

test("by a link: a new account, and the page one wanted; the link opens nothing twice", async () => {
  const { page, faults, close } = await openPage(browser);
  await page.goto(`${BASE}/espace/moi`);
  await page.waitForURL(/\/espace\/entrer\?suite=/);
  const mail = await askLink(page, newAddress(), new URL(page.url()).pathname + new URL(page.url()).search);
  const link = linkIn(mail);
  await page.goto("about:blank");
  await page.goto(link);
  await heading(page, "Bienvenue");
  assert.equal(new URL(page.url()).hash, "", "the secret stays in the address");
  await page.getByRole("button", { name: "Créer mon compte" }).click();
  await page.getByRole("alert").getByText("2 points à corriger").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "name");
  await expectAccessible(page);
  await becomeSomeone(page, "Ondine Essai");
  await heading(page, "Mon compte");
  assert.equal(await page.getByLabel("Votre nom").inputValue(), "Ondine Essai");
  await signOut(page);
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("alert").getByText("Ce lien ne sert plus").waitFor();
  await expectAccessible(page);
  assert.deepEqual(faults, []);
  await close();
});

test("by the code: a wrong one is told and stays, the right one opens", async () => {
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  const mail = await askLink(page, newAddress());
  const code = mail.html.match(/class="code"[^>]*>\s*([A-Z0-9]{4}[ -]?[A-Z0-9]{4})/)?.[1];
  assert.ok(code, "no code in the mail");
  await page.getByLabel("Le code du courriel").fill("AAAAAAAA");
  await page.getByRole("button", { name: "Entrer avec ce code" }).click();
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByLabel("Le code du courriel").inputValue(), "AAAAAAAA");
  await expectAccessible(page);
  await page.getByLabel("Le code du courriel").fill(code.toLowerCase());
  await page.getByRole("button", { name: "Entrer avec ce code" }).click();
  await becomeSomeone(page, "Gaspard Essai");
  await heading(page, "Bonjour Gaspard Essai");
  await expectNoSidewaysScroll(page);
  assert.deepEqual(faults, []);
  await close();
});

test("a link opened in another browser opens nothing, and says where to open it", async () => {
  const here = await openPage(browser);
  const elsewhere = await openPage(browser);
  const mail = await askLink(here.page, newAddress());
  await elsewhere.page.goto(linkIn(mail));
  await elsewhere.page.getByRole("alert").getByText("Ce lien attend un autre navigateur").waitFor();
  await expectAccessible(elsewhere.page);
  await follow(here.page, mail);
  await heading(here.page, "Bienvenue");
  assert.deepEqual([...here.faults, ...elsewhere.faults], []);
  await Promise.all([here.close(), elsewhere.close()]);
});

test("by a passkey: added, renamed, used to come back, removed", async () => {
  const { page, faults, close } = await newPerson(browser, "Lison Essai");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  await visit(page, "/espace/moi");
  await page.getByRole("button", { name: "Ajouter une clé" }).click();
  await page.getByLabel("Son nom").fill("Mon poste");
  await page.getByRole("button", { name: "Continuer avec mon appareil" }).click();
  await page.getByRole("button", { name: "Renommer la clé « Mon poste »" }).click();
  await page.getByLabel("Son nom").fill(HOSTILE);
  await page.getByRole("button", { name: "Renommer", exact: true }).click();
  await page.getByText(HOSTILE, { exact: true }).waitFor();
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  await signOut(page);
  await page.getByRole("button", { name: "Entrer avec une clé d’accès" }).click();
  await heading(page, "Bonjour Lison Essai");
  await visit(page, "/espace/moi");
  await page.getByRole("button", { name: `Retirer la clé « ${HOSTILE} »` }).click();
  const asked = page.getByRole("dialog", { name: "Retirer cette clé ?" });
  await asked.waitFor();
  await expectAccessible(page);
  await asked.getByRole("button", { name: "Retirer", exact: true }).click();
  await page.getByText("Aucune clé pour l’instant.").waitFor();
  assert.deepEqual(faults, []);
  await close();
});

test("a session ended elsewhere is over at once, and takes nothing that was typed", async () => {
  const there = await newPerson(browser, "Ninon Essai");
  const here = await openPage(browser);
  const mail = await askLink(here.page, there.email);
  await follow(here.page, mail);
  await heading(here.page, "Bonjour Ninon Essai");
  await visit(there.page, "/espace/moi");
  await there.page.getByLabel("Votre nom").fill("Un nom à moitié tap");
  await visit(here.page, "/espace/moi");
  await here.page.getByRole("button", { name: /^Fermer la session/ }).click();
  await here.page.getByRole("button", { name: /^Fermer la session/ }).waitFor({ state: "detached" });
  await there.page.getByRole("button", { name: "Enregistrer" }).click();
  await there.page.getByRole("alert").getByText("Votre session est finie").first().waitFor();
  assert.equal(await there.page.getByLabel("Votre nom").inputValue(), "Un nom à moitié tap");
  await expectAccessible(there.page);
  assert.deepEqual([...here.faults, ...there.faults], []);
  await Promise.all([here.close(), there.close()]);
});

test("my data leave in an archive, my account leaves a receipt", async () => {
  const { page, faults, email: address, close } = await newPerson(browser, "Basile Essai");
  await visit(page, "/espace/moi");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Télécharger mes données" }).click()]);
  const bytes = await readFile(await download.path());
  assert.equal(bytes.subarray(0, 4).toString("latin1"), "PK\u0003\u0004");
  await page.getByRole("button", { name: "Effacer mon compte…" }).click();
  const dialog = page.getByRole("dialog", { name: "Effacer mon compte ?" });
  await dialog.getByLabel("Votre adresse, pour confirmer").fill("quelqu-un-d-autre@exemple.fr");
  await dialog.getByRole("button", { name: "Effacer pour toujours" }).click();
  await dialog.getByRole("alert").waitFor();
  await expectAccessible(page);
  await dialog.getByLabel("Votre adresse, pour confirmer").fill(address);
  await dialog.getByRole("button", { name: "Effacer pour toujours" }).click();
  await heading(page, "Votre compte est effacé");
  const number = await page.locator(".receipt__number").innerText();
  const proof = await ask(`/erasures/${number}`);
  assert.equal(proof.number, number);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await photograph(page, "space-erased-1280-light");
  assert.deepEqual(faults, []);
  await close();
});

test("by keyboard alone: in, to my account, a new name, out", async () => {
  const { page, faults, close } = await openPage(browser);
  // The page hears late of what was answered, as on a slow device: entering must not lead back to the door meanwhile.
  await page.addInitScript(() => {
    const { setTimeout: usual } = window;
    window.setTimeout = (work, wait, ...given) => usual(work, wait || 300, ...given);
  });
  await visit(page, "/espace/entrer");
  await page.getByRole("heading", { name: "Entrer en démonstration" }).waitFor();
  await tabTo(page, () => document.activeElement?.getAttribute("aria-label") === "Entrer en tant que Colette Rivoire");
  await page.keyboard.press("Enter");
  await heading(page, "Bonjour Colette Rivoire");
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await page.evaluate(() => document.body.focus());
  await tabTo(page, () => document.activeElement?.closest(".menu") && document.activeElement.textContent === "Mon compte");
  await page.keyboard.press("Enter");
  await heading(page, "Mon compte");
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
  await tabTo(page, () => document.activeElement?.getAttribute("name") === "name");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("Un point à corriger").waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("name") === "name");
  await page.keyboard.type("Colette Rivoire");
  await page.keyboard.press("Enter");
  await page.getByText("C’est enregistré.").first().waitFor();
  await tabTo(page, () => document.activeElement?.textContent === "Changer d’adresse");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.getAttribute("name") === "email");
  await tabTo(page, () => document.activeElement?.textContent === "Annuler");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.textContent === "Changer d’adresse");
  assert.equal((await focused(page)).tag, "BUTTON");
  assert.deepEqual(faults, []);
  await close();
});

test("what the service refuses, or cannot hear, leaves what was typed", async () => {
  const { page, faults, close } = await openPage(browser);
  await signIn(page, "newcomer");
  await visit(page, "/espace/moi");
  const name = page.getByLabel("Votre nom");
  const save = page.getByRole("button", { name: "Enregistrer" });
  await name.fill(HOSTILE);
  const refuse = (status, body) => page.route((url) => url.pathname === "/api/v1/me", (route) => (
    route.request().method() === "PATCH" ? route.fulfill({ status, contentType: "application/problem+json", body: JSON.stringify(body) }) : route.continue()
  ));
  await refuse(422, { code: "invalid_input", detail: "Non.", errors: [{ pointer: "/body/name", code: "x", detail: HOSTILE }] });
  await save.click();
  await page.getByRole("alert").getByText(HOSTILE).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), "name");
  assert.equal(await name.inputValue(), HOSTILE);
  await expectAccessible(page);
  for (const [status, said] of [[500, /ne répond pas/], [412, /entre-temps/], [429, /trop d’essais/]]) {
    await page.unrouteAll();
    await refuse(status, {});
    await save.click();
    await page.getByRole("alert").getByText(said).waitFor();
    assert.equal(await name.inputValue(), HOSTILE);
  }
  await page.unrouteAll();
  await page.context().setOffline(true);
  await save.click();
  await page.getByRole("alert").getByText(/hors connexion/).waitFor();
  assert.equal(await name.inputValue(), HOSTILE);
  await page.context().setOffline(false);
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.deepEqual(faults, []);
  await close();
});

test("names with markup are text, everywhere they show", async () => {
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  await signIn(page, "newcomer");
  const account = { id: "1", name: HOSTILE, email: "a@exemple.fr", locale: "fr", created_at: "2026-01-01T00:00:00Z" };
  const organisation = { id: "01890000-0000-7000-8000-000000000000", name: HOSTILE };
  await answer(page, "/me", { account, roles: [], organisations: [{ ...organisation, role: "editor" }], scopes: null, is_demo: true, passkeys: 0, allowed_actions: [] });
  await answer(page, "/me/invitations", { items: [{ id: "1", organisation, role: "editor", message: HOSTILE, invited_by: HOSTILE, created_at: account.created_at, expires_at: account.created_at, allowed_actions: [] }], next: null });
  await answer(page, "/demo/mails", { items: [{ id: "m", to: HOSTILE, subject: HOSTILE, at: account.created_at, text: HOSTILE, html: `${HOSTILE}<p style="color:red" onclick="window.__ran=3">Bonjour</p><p><a href="javascript:window.__ran=4">ici</a></p>` }], next: null });
  await visit(page, "/espace");
  await page.getByText(`Invitation à rejoindre « ${HOSTILE} »`).waitFor();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await visit(page, "/espace/courriels?courriel=m");
  await page.getByText("Bonjour", { exact: true }).click();
  await page.getByText("ici", { exact: true }).click();
  assert.equal(await page.locator(".mail__paper :is(img, script, style, iframe, [onclick], [style]), a[href^='javascript']").count(), 0);
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.deepEqual(faults, []);
  await close();
});

test("one service that is down takes nothing from the rest", async () => {
  const { page, close } = await openPage(browser);
  await signIn(page, "administrator");
  await answer(page, "/me/invitations", { code: "unavailable" }, 503);
  await answer(page, "/mails", { items: [{ id: "1" }, { id: "2" }], next: null, notice: null });
  await page.goto(`${BASE}/espace`);
  await page.getByText("Une partie n’a pas pu être lue.").waitFor();
  await page.getByText("4 courriels n’ont pas pu partir").waitFor();
  await close();
});

test("what is kept is told whole, or not at all", async () => {
  const { page, faults, close } = await openPage(browser);
  let failing = true;
  await page.route((url) => url.pathname === "/api/v1/retention/members", (route) => (failing ? route.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" }) : route.continue()));
  await page.goto(`${BASE}/donnees-personnelles`);
  await page.getByRole("alert").waitFor();
  assert.equal(await page.locator(".kept__what").count(), 0);
  failing = false;
  await page.getByRole("button", { name: "Réessayer" }).click();
  await page.locator(".kept__what").first().waitFor();
  const rules = await Promise.all(["/retention", "/retention/events", "/retention/members", "/retention/loans"].map(ask));
  assert.deepEqual(await page.locator(".kept__what").allInnerTexts(), rules.flatMap(({ items }) => items.map(({ what }) => what)));
  assert.deepEqual(faults, []);
  await close();
});

test("the workspace speaks English, and a phone's menu opens and closes", async () => {
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  await signIn(page, "holder");
  await visit(page, "/espace");
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "English" }).click();
  await page.getByRole("dialog").getByRole("link", { name: "My account" }).waitFor();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("link", { name: "My account" }).click();
  await heading(page, "My account");
  assert.equal(await page.getByRole("dialog").count(), 0);
  await settled(page);
  await expectAccessible(page);
  await page.evaluate(() => localStorage.clear());
  assert.deepEqual(faults, []);
  await close();
});
