// What mails bring people to, who comes and goes, and what the team sees of it; each test with people of its own.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, expectAccessible, expectNoSidewaysScroll, linkIn, mailTo, openBrowser, openPage, photograph, read, signIn, visit } from "./browser.mjs";
import { HOSTILE, askLink, askLinkHere, becomeSomeone, follow, heading, newAddress, newHolder, newPerson, part, send, sendOnceKnown, told } from "./people.mjs";

let browser;
before(async () => { browser = await openBrowser(); });
after(() => browser?.close());

test("an invitation opened with another account says whose it is; its guest enters, and joins", async () => {
  const holder = await newHolder(browser, "Aurore Essai");
  const guest = newAddress();
  await send(holder.page, "POST", `/organisations/${holder.id}/invitations`, { email: guest, role: "editor" });
  const invitation = await mailTo(guest);
  const { page, faults, close } = await newPerson(browser, "Bertille Essai");
  await follow(page, invitation);
  await heading(page, "Une invitation pour vous");
  assert.equal(new URL(page.url()).hash, "", "the secret stays in the address");
  await page.getByText("Votre session est ouverte au nom de Bertille Essai").waitFor();
  await page.getByRole("button", { name: "Rejoindre la structure" }).click();
  await page.getByRole("alert").getByText(/Cette invitation a été envoyée à/).waitFor();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Entrer avec l’autre adresse" }).click();
  await heading(page, "Entrer");
  await follow(page, await askLinkHere(page, guest));
  await becomeSomeone(page, "Clovis Essai");
  await heading(page, "Une invitation pour vous");
  await page.getByText("Votre session est ouverte au nom de Clovis Essai").waitFor();
  await page.getByRole("button", { name: "Rejoindre la structure" }).click();
  await heading(page, "Bienvenue");
  await page.getByText(`Vous faites maintenant partie de « ${holder.title} »`).waitFor();
  await expectAccessible(page);
  await page.getByRole("link", { name: `Ouvrir « ${holder.title} »` }).click();
  await part(page, "Équipe").getByText("Clovis Essai").waitFor();
  await follow(page, invitation);
  await page.getByRole("button", { name: "Rejoindre la structure" }).click();
  // Twice is once.
  await heading(page, "Bienvenue");
  assert.deepEqual([...holder.faults, ...faults], []);
  await Promise.all([holder.close(), close()]);
});

test("an invitation opened by nobody waits behind the door", async () => {
  const holder = await newHolder(browser, "Daphné Essai");
  const guest = newAddress();
  await send(holder.page, "POST", `/organisations/${holder.id}/invitations`, { email: guest, role: "administrator" });
  const { page, faults, close } = await openPage(browser, { viewport: PHONE });
  await page.goto(linkIn(await mailTo(guest)));
  await heading(page, "Une invitation pour vous");
  await page.getByText("Entrez d’abord, ou ouvrez votre compte").waitFor();
  await expectNoSidewaysScroll(page);
  await page.getByRole("main").getByRole("link", { name: "Entrer", exact: true }).click();
  await heading(page, "Entrer");
  await follow(page, await askLinkHere(page, guest));
  await becomeSomeone(page, "Edgar Essai");
  await page.getByRole("button", { name: "Rejoindre la structure" }).click();
  await page.getByText("Votre rôle : administration").waitFor();
  assert.deepEqual([...holder.faults, ...faults], []);
  await Promise.all([holder.close(), close()]);
});

test("a new address holds once its mail's link was confirmed, and ends the other sessions", async () => {
  const person = await newPerson(browser, "Flavie Essai");
  const other = await openPage(browser);
  await follow(other.page, await askLink(other.page, person.email));
  await heading(other.page, "Bonjour Flavie Essai");
  const { page, faults, close } = person;
  const address = newAddress("nouvelle");
  await visit(page, "/espace/moi");
  await page.getByRole("button", { name: "Changer d’adresse" }).click();
  await page.getByLabel("Nouvelle adresse électronique").fill(address);
  await page.getByRole("button", { name: "Recevoir le lien à cette adresse" }).click();
  await page.getByText(`Un courriel est parti à ${address}`).waitFor();
  assert.equal((await read(page, "/me")).account.email, person.email, "the address changed before it was confirmed");
  const mail = await mailTo(address);
  await follow(page, mail);
  await heading(page, "Confirmer mon adresse");
  assert.equal(new URL(page.url()).hash, "", "the secret stays in the address");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Confirmer ma nouvelle adresse" }).click();
  await heading(page, "Votre adresse a changé");
  await page.getByText(`Vous entrez désormais avec ${address}`).waitFor();
  assert.equal((await read(page, "/me")).account.email, address);
  assert.equal((await read(other.page, "/me")).account, null, "a session outlived the change of address");
  await follow(page, mail);
  await page.getByRole("button", { name: "Confirmer ma nouvelle adresse" }).click();
  await page.getByRole("alert").getByText("Ce lien a déjà servi").waitFor();
  assert.deepEqual([...faults, ...other.faults], []);
  await Promise.all([close(), other.close()]);
});

test("an account that is suspended is out at once, is told so at the door, and comes back once reopened", async () => {
  const { page, faults, email, close } = await newPerson(browser, "Gaston Essai");
  await visit(page, "/espace/moi");
  await page.getByLabel("Votre nom").fill("Gaston à moitié");
  const administrator = await openPage(browser);
  await signIn(administrator.page, "administrator");
  await visit(administrator.page, "/espace/administration");
  await administrator.page.getByLabel("Nom ou adresse").fill(email);
  await administrator.page.getByRole("listitem").filter({ hasText: email }).getByRole("link", { name: "Gaston Essai" }).click();
  await heading(administrator.page, "Gaston Essai");
  const decide = async (verb, done) => {
    await administrator.page.getByRole("button", { name: verb }).click();
    const dialog = administrator.page.getByRole("dialog");
    await dialog.waitFor();
    await expectAccessible(administrator.page);
    await dialog.getByRole("button", { name: verb }).click();
    await told(administrator.page, done);
    await dialog.waitFor({ state: "detached" });
  };
  await decide("Suspendre le compte", "Le compte de Gaston Essai est suspendu");
  await administrator.page.getByText(/^Suspendu le/).waitFor();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("alert").getByText("Votre session est finie").first().waitFor();
  assert.equal(await page.getByLabel("Votre nom").inputValue(), "Gaston à moitié");
  await follow(page, await askLink(page, email));
  await page.getByRole("alert").getByText("Votre compte est suspendu").waitFor();
  await page.getByRole("alert").getByText("Rien n’est effacé").waitFor();
  await expectAccessible(page);
  await photograph(page, "space-suspended");
  await decide("Rouvrir le compte", "Le compte de Gaston Essai est rouvert");
  await follow(page, await askLink(page, email));
  await heading(page, "Bonjour Gaston Essai");
  assert.deepEqual([...faults, ...administrator.faults], []);
  await Promise.all([close(), administrator.close()]);
});

test("a mail that a full mailbox refused leaves again when the team asks, and the page says when it has", async () => {
  const holder = await newHolder(browser, "Honorine Essai");
  // The demonstration's mailboxes of this name refuse their first mail and take the next.
  const guest = newAddress("boite-pleine");
  await send(holder.page, "POST", `/organisations/${holder.id}/invitations`, { email: guest, role: "editor" });
  const { page, faults, close } = await openPage(browser);
  await signIn(page, "secretary");
  await visit(page, `/espace/courriels?q=${encodeURIComponent(guest)}`);
  const line = page.getByRole("list", { name: "Courriels" }).getByRole("listitem");
  const deadline = Date.now() + 20_000;
  while (await line.getByText("refusé par la boîte").count() === 0) {
    assert.ok(Date.now() < deadline, "the mail was not refused");
    await page.reload();
    await heading(page, "Courriels");
    await line.or(page.getByText("Aucun courriel ne répond")).waitFor();
  }
  await line.getByText("552").waitFor();
  await expectAccessible(page);
  await line.getByRole("link").click();
  await page.getByText(/552.*mailbox full/).waitFor();
  await page.getByRole("button", { name: "Réessayer maintenant" }).click();
  await told(page, "Le courriel repart");
  await page.locator(".page__lead").getByText("parti", { exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Réessayer maintenant" }).count(), 0);
  await expectAccessible(page);
  assert.match((await mailTo(guest)).text, /#lien=/);
  assert.deepEqual([...holder.faults, ...faults], []);
  await Promise.all([holder.close(), close()]);
});

test("one leaves an organisation; its last administrator stays, and is told why", async () => {
  const holder = await newHolder(browser, "Isidore Essai");
  const guest = await newPerson(browser, "Jacinthe Essai", { viewport: PHONE });
  await send(holder.page, "POST", `/organisations/${holder.id}/invitations`, { email: guest.email, role: "editor" });
  const token = new URL(linkIn(await mailTo(guest.email))).hash.slice("#lien=".length);
  await sendOnceKnown(guest.page, "POST", "/invitations/acceptances", { token });
  const leave = async ({ page }) => {
    await visit(page, holder.path);
    await part(page, "Équipe").getByRole("button", { name: "Quitter" }).click();
    const dialog = page.getByRole("dialog", { name: `Quitter « ${holder.title} » ?` });
    await dialog.getByText("Pour revenir, il faudra une invitation ou une demande").waitFor();
    await expectNoSidewaysScroll(page);
    await dialog.getByRole("button", { name: "Quitter" }).click();
    return dialog;
  };
  const refused = await leave(holder);
  await refused.getByRole("alert").getByText("C'est la dernière personne qui administre cette structure").waitFor();
  await expectAccessible(holder.page);
  await refused.getByRole("button", { name: "Annuler" }).click();
  await leave(guest);
  await told(guest.page, `Vous avez quitté « ${holder.title} »`);
  await heading(guest.page, "Structures");
  assert.deepEqual((await read(guest.page, "/organisations?mine=true")).items, []);
  await visit(guest.page, holder.path);
  await guest.page.getByText("Vous n’en faites pas partie").waitFor();
  await holder.page.reload();
  await part(holder.page, "Équipe").getByText("Isidore Essai").waitFor();
  assert.equal(await part(holder.page, "Équipe").getByText("Jacinthe Essai").count(), 0);
  assert.deepEqual([...holder.faults, ...guest.faults], []);
  await Promise.all([holder.close(), guest.close()]);
});

test("a request to join is refused with a reason, which the person reads; they may ask again", async () => {
  const holder = await newHolder(browser, "Katell Essai");
  const guest = await newPerson(browser, "Léonce Essai", { viewport: PHONE });
  await sendOnceKnown(guest.page, "POST", `/organisations/${holder.id}/join-requests`, { message: HOSTILE });
  await visit(guest.page, holder.path);
  await guest.page.getByText("Votre demande attend une réponse").waitFor();
  assert.equal(await guest.page.getByRole("button", { name: "Envoyer la demande" }).count(), 0);
  await expectAccessible(guest.page);
  const { page } = holder;
  await visit(page, holder.path);
  await page.getByRole("list", { name: "Demandes à rejoindre" }).getByText(HOSTILE, { exact: true }).waitFor();
  await page.getByRole("button", { name: "Refuser Léonce Essai" }).click();
  const dialog = page.getByRole("dialog", { name: "Refuser la demande de Léonce Essai ?" });
  await dialog.getByLabel("Pourquoi (la personne le lira)").fill("Écrivez-nous d’abord : nous ne vous connaissons pas encore.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Refuser la demande" }).click();
  await told(page, "La demande est refusée");
  await page.getByRole("list", { name: "Demandes à rejoindre" }).waitFor({ state: "detached" });
  await visit(guest.page, "/espace");
  await guest.page.getByText(`Votre demande pour « ${holder.title} » a été refusée`).waitFor();
  await guest.page.getByText("Écrivez-nous d’abord").waitFor();
  await expectAccessible(guest.page);
  await expectNoSidewaysScroll(guest.page);
  await guest.page.getByRole("link", { name: `Voir « ${holder.title} »` }).click();
  await guest.page.getByText(/^Votre demande a été refusée le/).waitFor();
  await guest.page.getByText("Écrivez-nous d’abord").waitFor();
  await expectAccessible(guest.page);
  await guest.page.getByLabel("Un mot pour eux").fill("C’est Léonce, du jardin.");
  await guest.page.getByRole("button", { name: "Envoyer la demande" }).click();
  await told(guest.page, "La demande est partie");
  await guest.page.getByText("Votre demande attend une réponse").waitFor();
  await guest.page.getByRole("button", { name: "Retirer ma demande" }).click();
  await told(guest.page, "La demande est retirée");
  await guest.page.getByRole("button", { name: "Envoyer la demande" }).waitFor();
  assert.equal(await page.evaluate(() => window.__ran), undefined);
  assert.deepEqual([...holder.faults, ...guest.faults], []);
  await Promise.all([holder.close(), guest.close()]);
});

test("before one's account is erased, one is told what nobody would administer any more", async () => {
  const { page, faults, title, path, close } = await newHolder(browser, "Mahaut Essai");
  await visit(page, "/espace/moi");
  await page.getByRole("button", { name: "Effacer mon compte…" }).click();
  const dialog = page.getByRole("dialog", { name: "Effacer mon compte ?" });
  await dialog.getByText("Sans vous, plus personne n’administrera").waitFor();
  assert.equal(await dialog.getByRole("link", { name: title }).getAttribute("href"), path);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Annuler" }).click();
  assert.deepEqual(faults, []);
  await close();
});

test("the coordination enters an organisation for others, without becoming its administrator", async () => {
  const { page, faults, close } = await openPage(browser);
  await signIn(page, "coordinator");
  await visit(page, "/espace/structures/nouvelle");
  const name = `Z${Math.random().toString(36).slice(2, 9)} Z${Math.random().toString(36).slice(2, 9)}`;
  await page.getByLabel("Nom", { exact: true }).fill(name);
  await page.getByRole("combobox", { name: "Genre" }).click();
  await page.getByRole("option", { name: "Fablab" }).click();
  await page.getByRole("checkbox", { name: "Je l’inscris pour d’autres" }).check();
  await page.getByRole("button", { name: "Créer la structure" }).click();
  await heading(page, name);
  await page.getByText("Personne ne l’administre").waitFor();
  const { organisations } = await read(page, "/me");
  assert.ok(!organisations.some((each) => each.name === name));
  assert.ok(page.url().startsWith(`${BASE}/espace/structures/`));
  assert.deepEqual(faults, []);
  await close();
});
