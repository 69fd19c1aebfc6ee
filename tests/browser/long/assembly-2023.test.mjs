// The assembly of 4 May 2023, replayed from the morning's tables to the receipt of its declaration, on screen: the secretary at a desk,
// members on their phones by the link of their notice. It ends on the figures that were published of that year.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { expectAccessible, openBrowser, openPage, read, settled, visit } from "../browser.mjs";
import { part, told } from "../people.mjs";
import { DAY, NEWCOMER, OUTGOING, collegeOf, emailOf, expected, fileOf, morning, nameOf, rowsOf } from "./reference.mjs";
import { castMotion, castNames, handedLink, onPaper, seen } from "./voting.mjs";
import { arrive, convene, linkFor, look, lookSmall, minutes, openSeat, plain, prepare, press, pressTwice, propose, takeIn, textOf } from "./world.mjs";

const ELECTED = rowsOf("board_terms").filter(({ renewal_group: group }) => group === "1").map(({ member_id: id }) => id);
/** Who votes on a phone of their own; persons have no address, and are handed a link. */
const ON_PHONES = ["mem-001", "mem-017", "mem-003", "mem-023", "mem-054", "mem-056"];
const PAPER = ["mem-025", "mem-029"];
const [GIVER, HOLDER, GIVER_WHO_COMES, LATE] = ["mem-015", "mem-003", "mem-058", "mem-022"];
const NEEDED = 30;
let browser;
let desk;
let assembly;
let election;
let board;
const phones = {};
let isBroken = false;

/** A part of the day: those that follow mean nothing without it. */
function step(name, work) {
  test(name, async (context) => {
    if (isBroken) return context.skip("what comes before it failed");
    isBroken = true;
    await work();
    isBroken = false;
  });
}

before(async () => {
  browser = await openBrowser();
  desk = await openPage(browser);
});
after(() => browser?.close());

step("the secretary enters by a link, writes the bylaws, and takes in what was known in the morning", async () => {
  const { page, faults } = desk;
  await page.goto(process.env.OMBELLE_SECRETARY_LINK);
  await page.waitForURL((url) => url.pathname === "/espace");
  await visit(page, "/espace/gouvernance/statuts");
  await press(page, "Adopter une nouvelle version");
  const bylaws = part(page, "Une nouvelle version des statuts");
  await bylaws.getByLabel("Adoptés le").fill("2007-01-15");
  await bylaws.getByLabel("S’appliquent à partir du").fill("2007-01-15");
  await bylaws.getByLabel("Assemblée générale : quorum", { exact: true }).fill("1/2");
  await bylaws.getByLabel("Conseil : quorum", { exact: true }).fill("1/2");
  await press(bylaws, "Enregistrer cette version");
  await told(page, "La version est enregistrée.");
  await look(page, "bylaws");
  for (const [table, rows] of Object.entries({ organisations: 59, members: 60, fees: 60, board_terms: 16, officers: 4, meetings: 1 })) {
    assert.match(await takeIn(page, table, morning[table]), new RegExp(`^${rows} lignes? créées?`));
  }
  await look(page, "import");
  const sitting = await read(page, `/governance?on=${DAY}`);
  assert.equal(sitting.board.posts.find(({ number }) => number === 16).holder.name, nameOf(OUTGOING));
  assert.deepEqual(faults, []);
});

step("the association is described, as its declarations name it", async () => {
  const { page, faults } = desk;
  await visit(page, "/espace/gouvernance/declarations");
  await press(page, "Décrire l’association");
  const form = page.getByRole("form", { name: "Décrire l’association" });
  await form.getByLabel("À partir du").fill("2007-01-15");
  await form.getByLabel("Nom").fill("Association de la Craie");
  await form.getByLabel("Adresse", { exact: true }).fill("1 rue des Essais");
  await form.getByLabel("Code postal").fill("80000");
  await form.getByLabel("Ville").fill("Amiens");
  await press(form, "Décrire l’association");
  await told(page, "C’est noté.");
  await look(page, "association");
  assert.deepEqual(faults, []);
});

step("the assembly is prepared with its agenda and its election, and everybody is convened", async () => {
  const { page, faults } = desk;
  assembly = await prepare(page, {
    body: "Assemblée générale", title: "Assemblée générale du 4 mai 2023", purpose: "Ordinaire", day: DAY, time: "14:00", place: "Amiens",
    agenda: ["Rapport d’activité", "Comptes de 2022", "Renouvellement du premier groupe"],
  });
  await visit(page, "/espace/elections");
  await press(page, "Préparer une élection");
  const form = page.getByRole("form", { name: "Préparer une élection" });
  await form.getByRole("combobox", { name: "À l’assemblée" }).click();
  await page.getByRole("option", { name: /^Assemblée générale du 4 mai 2023/ }).click();
  await form.getByLabel("Intitulé").fill("Renouvellement du premier groupe");
  await form.getByLabel("Chaque collège élit ses sièges").check();
  await press(form, "Préparer");
  await told(page, "L’élection est prête.");
  election = new URL(page.url()).pathname;
  const seats = await plain(part(page, "Sièges à pourvoir").locator("tbody"));
  assert.equal(seats.match(/renouvellement, groupe 1 4 mai 2027/g)?.length, ELECTED.length, seats);
  await press(page, "Ouvrir les candidatures");
  await told(page, "Les candidatures sont ouvertes.");
  for (const name of [...ELECTED, OUTGOING].map(nameOf)) {
    await press(page, "Ajouter une candidature");
    await page.getByRole("combobox", { name: "Membre" }).fill(name);
    await page.getByRole("option", { name, exact: true }).click();
    await press(page.getByRole("form"), "Ajouter une candidature");
    await told(page, `${name} est candidat.`);
  }
  await look(page, "candidacies");
  await press(page, "Clore les candidatures");
  await told(page, "Les candidatures sont closes.");
  await visit(page, assembly);
  await convene(page);
  await part(page, "Liste électorale").getByText("60 membres votants sur 60").waitFor();
  await look(page, "meeting");
  await lookSmall(page, "meeting");
  assert.deepEqual(faults, []);
});

step("people come, on site and from afar, by their link and at the door, until the quorum is met", async () => {
  const { page, faults } = desk;
  for (const id of ON_PHONES) phones[id] = await openSeat(browser, id < "mem-054" ? await linkFor(emailOf(id)) : await handedLink(page, assembly, nameOf(id)));
  const giver = await openSeat(browser, await linkFor(emailOf(GIVER)));
  const absent = await openSeat(browser, await linkFor(emailOf(LATE)));
  await absent.page.getByText("Jeudi 4 mai 2023 à 14 h, Amiens").waitFor(); // as the clock on the wall will show it
  await look(absent.page, "seat-before");
  await visit(page, `${assembly}/seance`);
  await pressTwice(page, "Ouvrir la séance");
  await page.getByText(`Quorum non atteint (${NEEDED})`).waitFor();
  for (const [place, id] of ON_PHONES.entries()) await press(phones[id].page, place === 1 ? "Je suis à distance" : "Je suis sur place");
  await part(phones["mem-017"].page, "Votre présence").getByText("Vous êtes noté·e présent·e à distance.").waitFor();
  await look(phones["mem-001"].page, "seat-here");
  // Two proxies: one given from afar, one said at the desk by somebody who comes after all.
  const proxy = part(giver.page, "Pouvoir");
  await proxy.getByLabel("À qui ?").selectOption({ label: `${nameOf(HOLDER)} (${collegeOf(HOLDER)})` });
  await press(proxy, "Donner mon pouvoir");
  await proxy.getByText(`Votre pouvoir est donné à ${nameOf(HOLDER)}`).waitFor();
  await look(giver.page, "seat-proxy");
  await press(page, `Donner le pouvoir de ${nameOf(GIVER_WHO_COMES)}`);
  await page.getByRole("option", { name: nameOf("mem-054"), exact: true }).click();
  await page.getByText("6 présents, 2 représentés").waitFor();
  const others = rowsOf("members").map(({ member_id: id }) => id).filter((id) => ![...ON_PHONES, GIVER, GIVER_WHO_COMES, LATE].includes(id));
  for (const id of [...PAPER, ...others.filter((each) => !PAPER.includes(each)).slice(0, NEEDED - 11)]) await arrive(page, nameOf(id));
  await page.getByText("29 / 60 voix").waitFor();
  await page.getByText(`Quorum non atteint (${NEEDED})`).waitFor();
  await arrive(page, nameOf(GIVER_WHO_COMES)); // whose proxy is void: one voice all the same
  await page.getByText("28 présents, 1 représenté").waitFor();
  await page.getByText("29 / 60 voix").waitFor();
  await arrive(page, nameOf(NEWCOMER));
  await page.getByText(`Quorum atteint (${NEEDED})`).waitFor();
  await look(page, "sitting");
  await lookSmall(page, "sitting");
  await giver.close();
  phones[LATE] = absent;
  assert.deepEqual(faults, []);
});

step("the report is adopted by hands, somebody comes late, the accounts are voted on in secret", async () => {
  const { page, faults } = desk;
  await propose(page, "Rapport d’activité de 2022");
  await press(page, "Ouvrir le vote « Rapport d’activité de 2022 »");
  await page.getByLabel("Pour", { exact: true }).fill("28");
  await page.getByLabel("Contre", { exact: true }).fill("1");
  await page.getByLabel("Abstentions", { exact: true }).fill("1");
  await press(page, "Clore le vote");
  await page.getByText("28 pour, 1 contre, 1 abstention sur 30 voix").waitFor();
  await press(phones[LATE].page, "Je suis sur place");
  await page.getByText("31 / 60 voix").waitFor();
  await propose(page, "Comptes de 2022", "À bulletins secrets");
  await press(page, "Ouvrir le vote « Comptes de 2022 »");
  await look(await seen(phones[HOLDER].page), "seat-motion");
  for (const id of [...ON_PHONES, LATE]) await castMotion(phones[id].page, "Votre voix", id === LATE ? "Contre" : "Pour");
  await castMotion(phones[HOLDER].page, `Par pouvoir de ${nameOf(GIVER)}`, "Abstention");
  await page.getByText("8 bulletins dans l’urne").waitFor();
  await press(page, "Clore le vote");
  await page.getByText("6 pour, 1 contre, 1 abstention sur 31 voix").waitFor();
  await part(phones[LATE].page, "Résultats").getByText("6 pour, 1 contre").waitFor();
  assert.deepEqual(faults, []);
});

step("the first group is elected by links and on paper, counted, and proclaimed", async () => {
  const { page, faults } = desk;
  await visit(page, election);
  await press(page, "Ouvrir le vote");
  await told(page, "Le vote est ouvert.");
  for (const [place, id] of ON_PHONES.entries()) {
    const { page: seat } = phones[id];
    const names = ELECTED.filter((one) => collegeOf(one) === collegeOf(id)).map(nameOf);
    await seat.locator("section.ballot--open form").first().waitFor();
    if (place === 0) await look(seat, "seat-ballot");
    await castNames(seat, names);
    if (id === HOLDER) await castNames(seat, names.slice(0, 2));
    await seat.getByText("Ce bulletin est dans l’urne.").first().waitFor();
  }
  assert.equal(await phones[LATE].page.locator("section.ballot--open").count(), 0); // college B has no seat in this half
  const votes = ELECTED.filter((one) => collegeOf(one) === "A").map((one) => [nameOf(one), one === "mem-005" ? 1 : 2]);
  await onPaper(page, PAPER.map(nameOf), Object.fromEntries(votes));
  await look(page, "voting");
  await pressTwice(page, "Clore et dépouiller");
  await told(page, "Le vote est dépouillé.");
  for (const name of ELECTED.map(nameOf)) await page.getByRole("row", { name }).getByText("élu").waitFor();
  assert.match(await page.getByRole("row", { name: nameOf(OUTGOING) }).last().innerText(), /0\s*$/);
  await pressTwice(page, "Proclamer les résultats");
  await told(page, "Les résultats sont proclamés.");
  await look(page, "proclaimed");
  await lookSmall(page, "proclaimed");
  await look(phones["mem-001"].page, "seat-results");
  await visit(page, `${assembly}/seance`);
  await pressTwice(page, "Lever la séance");
  await page.getByText("Tenue", { exact: true }).waitFor();
  const text = await minutes(page, assembly, "2023-06-13");
  for (const said of [/Rapport d’activité de 2022 : adoptée\. Vote à main levée : 28 pour/, /Comptes de 2022 : adoptée\. Vote à bulletins secrets : 6 pour, 1 contre, 1 abstention, sur 31 voix/, /29 membres présents et 1 représenté, soit 30 voix sur 60/, new RegExp(`${nameOf(NEWCOMER)} : 2 voix, élu`)]) assert.match(text, said);
  await look(page, "minutes");
  assert.deepEqual([faults, ...Object.values(phones).map((phone) => phone.faults)].flat(), []);
});

step("the new board meets with the voice of the team, and elects its bureau", async () => {
  const { page, faults } = desk;
  board = await prepare(page, {
    body: "Conseil d’administration", title: "Installation du conseil", purpose: "D’installation", day: DAY, time: "17:00", place: "Amiens", agenda: ["Élection du bureau"],
  });
  const facts = part(page, "Quand et où");
  await press(facts, "Modifier");
  await facts.getByLabel("Qui vote pour l’équipe à cette séance").fill("Salariée 05-04");
  await press(facts, "Enregistrer");
  await facts.getByText("Salariée 05-04").waitFor();
  await convene(page);
  await part(page, "Liste électorale").getByText("17 membres votants sur 17").waitFor();
  await look(page, "board-meeting");
  await visit(page, `${board}/seance`);
  await pressTwice(page, "Ouvrir la séance");
  for (const name of [...rowsOf("board_terms").map(({ member_id: id }) => nameOf(id)), "Siège de l’équipe salariée"]) await arrive(page, name);
  await page.getByText("17 / 17 voix").waitFor();
  await propose(page, "Élection du bureau");
  await press(page, "Ouvrir le vote « Élection du bureau »");
  await page.getByLabel("Pour", { exact: true }).fill("17");
  await press(page, "Clore le vote");
  await page.getByText("17 pour, 0 contre, 0 abstention sur 17 voix").waitFor();
  await look(page, "board-sitting");
  await pressTwice(page, "Lever la séance");
  await page.getByText("Tenue", { exact: true }).waitFor();
  assert.match(await minutes(page, board, "2023-06-13"), /Salariée 05-04/);
  await visit(page, "/espace/gouvernance");
  await press(part(page, "Bureau"), "Élire le bureau");
  const dialogue = page.getByRole("dialog", { name: "Le bureau qu’a élu le conseil" });
  await dialogue.getByLabel("Le jour").fill(DAY);
  for (const { role, member_id: id } of rowsOf("officers")) {
    const list = dialogue.getByLabel({ president: "Présidence", vice_president: "Vice-présidence", treasurer: "Trésorerie", bureau_member: "Membre du bureau" }[role], { exact: true });
    const option = await list.locator("option").filter({ hasText: nameOf(id) }).getAttribute("value");
    await list.selectOption(option);
  }
  await settled(page);
  await expectAccessible(page);
  await press(dialogue, "Enregistrer le bureau");
  await told(page, "Le bureau est enregistré, la déclaration est ouverte.");
  await look(page, "governance");
  await lookSmall(page, "governance");
  assert.deepEqual(faults, []);
});

step("the declaration is due in three months, names who was elected, is sent, and its receipt kept", async () => {
  const { page, faults } = desk;
  await visit(page, "/espace/gouvernance/declarations");
  const line = part(page, "Les déclarations").getByRole("listitem").filter({ hasText: "élection" }).first();
  await line.getByText("à déclarer avant le 4 août 2023").waitFor();
  await line.getByRole("button", { name: /^Ouvrir la déclaration/ }).click();
  const president = nameOf("mem-054");
  await press(page, `Compléter les renseignements de ${president}`);
  const details = page.getByRole("form", { name: `Compléter les renseignements de ${president}` });
  for (const [label, value] of [["Date de naissance", "1961-07-20"], ["Nationalité", "française"], ["Profession", "chimiste"], ["Domicile", "2 rue du Beffroi, 80000 Amiens"], ["Pays de résidence", "France"]]) await details.getByLabel(label).fill(value);
  await press(details, "Compléter");
  await told(page, "Les renseignements sont gardés.");
  const { body, text } = await textOf(page, line.getByRole("link", { name: /^Imprimer/ }));
  const offices = new Map(rowsOf("officers").map(({ role, member_id: id }) => [id, { president: "Présidence", vice_president: "Vice-présidence", treasurer: "Trésorerie", bureau_member: "Membre du bureau" }[role]]));
  const known = rowsOf("board_terms");
  for (const { member_id: id, representative } of known) {
    assert.ok(text.includes(`${nameOf(id)} Qualité ${offices.get(id) ?? "Administration"}`), `${nameOf(id)} in ${text}`);
    if (id < "mem-054") assert.ok(text.includes(`Représentée par ${representative} `), `${representative} in ${text}`);
  }
  for (const said of ["Association de la Craie", "4 août 2023", "20 juillet 1961", "chimiste"]) assert.ok(text.includes(said), `${said} in ${text}`);
  assert.ok(!text.includes(nameOf(OUTGOING)));
  await look(page, "declaration");
  await line.getByRole("button", { name: /^Noter l’envoi/ }).click();
  await line.getByLabel("Le", { exact: true }).fill("2023-05-22");
  await line.getByLabel("Elle est partie bien que des renseignements manquent ici").check();
  await line.getByRole("form").getByRole("button", { name: "Noter l’envoi" }).click();
  await told(page, "L’envoi est noté.");
  await line.getByRole("button", { name: /^Garder le récépissé/ }).click();
  await line.getByLabel("Date du récépissé").fill("2023-06-01");
  await line.getByLabel("Numéro").fill("W802000001");
  await line.locator("input[type=file]").setInputFiles({ name: "recepisse.pdf", mimeType: "application/pdf", buffer: body });
  await line.getByRole("form").getByRole("button", { name: "Garder le récépissé" }).click();
  await told(page, "Le récépissé est gardé.");
  await line.getByText("récépissé reçu").waitFor();
  await look(page, "receipt");
  await lookSmall(page, "receipt");
  assert.deepEqual(faults, []);
});

step("what was lived is what was published: the board, the bureau, and the figures of the year", async () => {
  const { page, faults } = desk;
  for (const table of ["board_terms", "officers"]) assert.equal(await takeIn(page, table, fileOf(table)), "Tout est déjà là : il n’y a rien à reprendre.");
  await takeIn(page, "fees", fileOf("fees"));
  assert.match(await takeIn(page, "meetings", fileOf("meetings")), /^3 lignes créées/);
  const { board: sitting, bureau } = await read(page, "/governance?on=2023-05-05");
  assert.deepEqual(
    sitting.posts.map(({ number, renewal_group: group, college, holder, since, expected_end_on: until }) => [number, group, college, holder.name, holder.representative, since, until]),
    rowsOf("board_terms").map(({ post, renewal_group: group, college, member_id: id, representative, elected_on: since, expected_end_on: until }) => [Number(post), Number(group), college, nameOf(id), id < "mem-054" ? representative : null, since, until]),
  );
  assert.deepEqual(bureau.map(({ role, name, since }) => [role, name, since]), rowsOf("officers").map(({ role, member_id: id, elected_on: since }) => [role, nameOf(id), since]));
  const { members } = await read(page, "/reports/members/2023");
  assert.deepEqual(members, expected);
  await visit(page, "/espace/association/chiffres?annee=2023");
  await look(page, "figures");
  await visit(page, "/association?le=2023-05-05");
  await look(page, "public");
  await visit(page, "/espace/registre");
  await look(page, "register");
  const { holds, first_fault: fault } = await read(page, "/register/verify");
  assert.deepEqual([holds, fault], [true, null]);
  assert.deepEqual(faults, []);
});
