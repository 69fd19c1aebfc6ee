// Members: from the public form to the register, by the secretary; on a phone for whoever asks.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, PHONE, expectAccessible, expectNoSidewaysScroll, mailTo, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { heading, newAddress, newHolder, part, send, told } from "./people.mjs";

let browser;
let secretary;
let visitor;
const press = (where, name) => where.getByRole("button", { name, exact: true }).click();
const NAME = `Club Nébuleuse ${Date.now()}`;

before(async () => {
  browser = await openBrowser();
  [secretary, visitor] = await Promise.all([openPage(browser), openPage(browser, { viewport: PHONE })]);
  await signIn(secretary.page, "secretary");
});
after(() => browser?.close());

test("whoever asks on the site confirms by mail, and is a member once the board has decided", async () => {
  const { page, faults } = visitor;
  const email = newAddress("adhesion");
  await visit(page, "/association/adherer");
  await heading(page, "Adhérer à l’association");
  await press(page, "Envoyer ma demande");
  await page.getByRole("alert").getByText("Écrivez le nom de la structure.").waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("radio", { name: /^C/ }).check();
  await page.getByLabel("Nom de la structure").fill(NAME);
  await page.getByLabel("Ce qu’elle est").selectOption("fablab");
  await page.getByLabel("Votre nom").fill("Ève Martin");
  await page.getByLabel("Votre qualité").fill("Présidente");
  await page.getByLabel("Votre adresse électronique").fill(email);
  await photograph(page, "apply-390", { fullPage: true });
  await press(page, "Envoyer ma demande");
  await heading(page, "Regardez vos courriels");
  const [link] = /https?:\/\/\S+\/association\/adherer\/confirmer\/[\w-]+/.exec((await mailTo(email)).text);
  await page.goto(BASE + new URL(link).pathname);
  await page.getByText(`Demande de Ève Martin pour « ${NAME} »`).waitFor();
  await press(page, "Confirmer ma demande");
  await page.getByRole("heading", { name: "Votre demande est confirmée" }).waitFor();
  await expectAccessible(page);

  const desk = secretary.page;
  await visit(desk, "/espace/adhesions");
  const line = desk.getByRole("listitem").filter({ hasText: NAME }).first();
  await press(line, `Instruire la demande de ${NAME}`);
  await press(line, "Noter l’admission");
  await settled(desk);
  await expectAccessible(desk);
  await photograph(desk, "membership-applications-1280", { fullPage: true });
  const met = (await read(desk, "/meetings?body=board&limit=50")).items.find(({ state }) => state === "minutes_approved");
  await line.getByRole("combobox", { name: "Réunion du conseil" }).fill(met.title);
  await desk.getByRole("option", { name: met.title }).first().click();
  const day = await line.getByLabel("Décidé le").inputValue();
  assert.ok((await read(desk, "/meetings?body=board&limit=50")).items.some(({ title, held_on: held }) => title === met.title && held === day));
  await press(line, "Noter l’admission");
  await told(desk, "L’adhésion est notée");
  const [member] = (await read(desk, `/members?q=${encodeURIComponent(NAME)}`)).items;
  assert.deepEqual([member.name, member.college, member.since, member.representative.name], [NAME, "C", day, "Ève Martin"]);
  assert.equal((await mailTo(email)).subject, "Bienvenue parmi les adhérents");
  assert.deepEqual([...faults, ...secretary.faults], []);
});

test("a member changes college and leaves, unless something was decided since; the list answers for any day", async () => {
  const { page, faults } = secretary;
  const holder = await newHolder(browser, "Ada Adhérente");
  const member = await send(page, "POST", "/members", {
    kind: "legal", organisation_id: holder.id, college: "A", fee_category: "small", admitted_on: "2020-02-29", representative: { person: { name: "Bob Ancien" } },
  });
  await visit(page, `/espace/adherents/${member.id}`);
  await heading(page, holder.title);
  await press(part(page, "Représentation"), "Désigner une personne");
  await part(page, "Représentation").getByLabel("Nom de la personne").fill("Chloé Nouvelle");
  await part(page, "Représentation").getByLabel("Depuis le").fill("2023-05-04");
  await press(part(page, "Représentation"), "Désigner");
  await told(page, "La représentation est changée.");
  const colleges = part(page, "Collèges");
  await press(colleges, "Changer de collège");
  await colleges.getByRole("combobox", { name: "Collège" }).click();
  await page.getByRole("option", { name: /^B/ }).click();
  await colleges.getByLabel("À partir du").fill("2022-01-01");
  await press(colleges, "Changer");
  await told(page, "Le collège est changé.");
  await press(colleges, "Noter un départ");
  await colleges.getByLabel("Premier jour sans adhésion").fill("2023-01-01");
  await press(colleges, "Noter le départ");
  await colleges.getByText("Ce qui s’y oppose").waitFor();
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "member-1280", { fullPage: true });
  await colleges.getByLabel("Premier jour sans adhésion").fill("2024-02-29");
  await press(colleges, "Noter le départ");
  await told(page, "Le départ est noté.");
  await page.getByText("N’est pas adhérent").waitFor();
  await page.getByLabel("Statut à une date").fill("2021-06-01");
  await page.getByText("Adhérent, A – ").waitFor();
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await visit(page, `/espace/adherents?le=2022-06-01&q=${encodeURIComponent(holder.title)}`);
  await page.getByText("1 adhérent au 1 juin 2022").or(page.getByText("1 adhérent au 1er juin 2022")).first().waitFor();
  await expectAccessible(page);
  await photograph(page, "members-390");
  assert.deepEqual([...faults, ...holder.faults], []);
});

test("the register tells it all, and proves itself", async () => {
  const { page, faults } = secretary;
  await page.setViewportSize({ width: 1280, height: 900 });
  await visit(page, "/espace/registre");
  await page.getByRole("button", { name: "Vérifier le registre" }).click();
  await page.getByText("La chaîne est entière").waitFor();
  await page.getByRole("row").filter({ hasText: "Départ" }).first().waitFor();
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "register-1280");
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectNoSidewaysScroll(page);
  await photograph(page, "register-390");
  assert.deepEqual(faults, []);
});
