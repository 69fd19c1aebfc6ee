// The assembly of 4 May 2023 replayed: the roll and who comes, a proxy, a secret vote, an election from candidacies to its proclamation,
// an office of the bureau, and the declaration to the State. Its seats are this test's own, so that the demo's board stays as it is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { BASE, DESK, PHONE, expectAccessible, expectNoSidewaysScroll, openBrowser, openPage, photograph, read, settled, signIn, visit } from "./browser.mjs";
import { heading, part, send, told } from "./people.mjs";

const DAY = "2023-05-04";
const dayAfter = (day, count) => new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
/** Since when the seats of this run are there: later than those of the run before, on a stack that is kept. */
const BEGUN = dayAfter("2020-01-01", Math.floor(Date.now() / 60_000) % 1000);
const words = (count) => Array.from({ length: count }, () => `Z${Math.random().toString(36).slice(2, 8)}`).join(" ");
const mark = words(2);
let browser;
let desk;
let phone;
/** Members of this test, by what they are called here. */
const members = {};
const seats = [];
let meeting;
let election;

async function newMember(name, college) {
  const { page } = desk;
  const title = `${words(3)} ${name}`;
  const { id } = await send(page, "POST", "/organisations", { name: title, kind: "library", without_me: true });
  const member = await send(page, "POST", "/members", {
    kind: "legal", organisation_id: id, college, fee_category: "small", admitted_on: "2015-01-01", representative: { person: { name: `Porte-voix ${name}` } },
  });
  return { title, id: member.id };
}

/** Seats of one half that nobody holds, under numbers that are free; they are abolished in the end, as if they had been there for a day. */
async function newSeats(count) {
  const { page } = desk;
  for (let number = 17; number <= 22 && seats.length < count; number += 1) {
    const response = await page.context().request.post(`${BASE}/api/v1/posts`, { data: { number, renewal_group: 1, begins_on: dayAfter(BEGUN, 0) }, headers: { Origin: BASE } });
    if (response.ok()) seats.push(await response.json());
  }
  assert.equal(seats.length, count, "numbers of posts are free");
}

/** What was elected here never was: the demo's board is what it was before. */
async function undo() {
  const { page } = desk;
  const { state } = await read(page, `/elections/${election.id}`);
  if (state === "proclaimed") {
    await send(page, "POST", `/elections/${election.id}/contest`, { on: DAY, reason: "Fin de l’essai." });
    await send(page, "POST", `/elections/${election.id}/settle`, { on: DAY, outcome: "annulled", reason: "Fin de l’essai." });
  }
  if ((await read(page, `/meetings/${meeting.id}`)).state === "open") await send(page, "POST", `/meetings/${meeting.id}/close`, { at: `${DAY}T18:00:00+02:00` });
  for (const { id } of seats) await send(page, "POST", `/posts/${id}/abolish`, { on: dayAfter(BEGUN, 1) }, { "If-Match": "*" });
}

/** The link of a member to the meeting, as the notice carries it. */
async function linkOf(name) {
  const { url } = await send(desk.page, "POST", `/meetings/${meeting.id}/roll/${members[name].seat}/link`, {});
  return new URL(url).pathname;
}

before(async () => {
  browser = await openBrowser();
  [desk, phone] = await Promise.all([openPage(browser), openPage(browser, { viewport: PHONE })]);
  const { page } = desk;
  await signIn(page, "secretary");
  for (const [name, college] of [["Observatoire", "A"], ["Fabrique", "B"], ["Théâtre", "C"]]) members[name] = await newMember(name, college);
  await newSeats(2);
  meeting = await send(page, "POST", "/meetings", { body: "general_assembly", title: `Assemblée du 4 mai 2023, ${mark}`, held_on: DAY, starts_at: `${DAY}T14:00:00+02:00` });
  election = await send(page, "POST", "/elections", { meeting_id: meeting.id, title: `Renouvellement du groupe 1, ${mark}` });
  await send(page, "POST", `/meetings/${meeting.id}/motions`, { title: "Approbation des comptes de 2022", voting: "secret" });
  await send(page, "POST", `/meetings/${meeting.id}/convene`, { accept_short_notice: true });
});
after(async () => {
  if (election) await undo();
  await browser?.close();
});

test("the secretary takes candidacies, opens the sitting, and notes who comes until the quorum is met", async () => {
  const { page, faults } = desk;
  await visit(page, `/espace/elections/${election.id}`);
  await page.getByRole("button", { name: "Ouvrir les candidatures" }).click();
  await told(page, "Les candidatures sont ouvertes.");
  for (const name of ["Observatoire", "Fabrique"]) {
    await page.getByRole("button", { name: "Ajouter une candidature" }).click();
    await page.getByRole("combobox", { name: "Membre" }).fill(members[name].title);
    await page.getByRole("option", { name: members[name].title }).click();
    await page.getByRole("form").getByRole("button", { name: "Ajouter une candidature" }).click();
    await told(page, `${members[name].title} est candidat.`);
  }
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "election", { fullPage: true });
  await page.getByRole("button", { name: "Clore les candidatures" }).click();
  await told(page, "Les candidatures sont closes.");
  await visit(page, `/espace/reunions/${meeting.id}/seance`);
  await page.getByRole("button", { name: "Ouvrir la séance" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Ouvrir la séance" }).click();
  await page.getByRole("button", { name: `Arrivé : ${members.Fabrique.title}` }).waitFor();
  const { roll } = await read(page, `/meetings/${meeting.id}/live`);
  assert.ok(roll.length > 20, "the members of that day are on the roll");
  for (const one of Object.values(members)) one.seat = roll.find(({ member_id: id, name }) => id === one.id || name === one.title).id;
  const own = new Set(Object.values(members).map(({ seat }) => seat));
  const others = roll.filter(({ id, may_vote: votes }) => votes && !own.has(id));
  await Promise.all(others.slice(0, Math.ceil(others.length / 2)).map(({ id }) => send(page, "POST", `/meetings/${meeting.id}/arrivals`, { roll_id: id })));
  await page.getByRole("button", { name: `Arrivé : ${members.Fabrique.title}` }).click();
  await page.getByRole("button", { name: `Parti : ${members.Fabrique.title}` }).waitFor();
  await page.getByText("Quorum atteint").waitFor();
  assert.deepEqual(faults, []);
});

test("on a phone a member comes, holds a proxy, votes in secret for both, and elects", async () => {
  const { page, faults } = phone;
  const [mine, theirs] = [await linkOf("Observatoire"), await linkOf("Théâtre")];
  await visit(page, mine);
  await page.getByRole("button", { name: "Je suis sur place" }).click();
  await part(page, "Votre présence").getByText("Vous êtes noté·e présent·e sur place.").waitFor();
  await send(page, "PUT", `/meetings/by-link/${theirs.split("/").at(-1)}/proxy`, { holder_id: members.Observatoire.seat });
  await desk.page.getByRole("button", { name: "Ouvrir le vote « Approbation des comptes de 2022 »" }).click();
  const vote = part(page, "Au vote maintenant");
  for (const legend of ["Votre voix", `Par pouvoir de ${members.Théâtre.title}`]) {
    const ballot = vote.locator("form").filter({ has: page.getByRole("group", { name: legend }) });
    await ballot.getByRole("radio", { name: "Pour" }).check();
    await ballot.getByRole("button", { name: "Déposer le bulletin" }).click();
    await ballot.waitFor({ state: "detached" });
  }
  await desk.page.getByRole("button", { name: "Clore le vote" }).click();
  await page.getByText("2 pour, 0 contre").waitFor();
  await send(desk.page, "POST", `/elections/${election.id}/open-vote`, {});
  await heading(page, meeting.title);
  const ballots = page.locator("section.ballot--open");
  await ballots.getByText("Le bulletin est secret").first().waitFor();
  await settled(page);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await photograph(page, "ballot-390", { fullPage: true });
  const own = ballots.locator("form").first();
  await own.getByLabel(members.Observatoire.title).check();
  await own.getByLabel(members.Fabrique.title).check();
  await own.getByRole("button", { name: "Déposer le bulletin" }).click();
  await ballots.getByText("Ce bulletin est dans l’urne.").first().waitFor();
  const held = ballots.locator("form").first();
  await held.getByLabel(members.Fabrique.title).check();
  await held.getByRole("button", { name: "Déposer le bulletin" }).click();
  await ballots.getByText(`Bulletin de ${members.Théâtre.title}`).waitFor();
  assert.deepEqual(faults, []);
});

test("the urn is opened, the results are proclaimed, terms and an office begin, and the declaration is ready to print", async () => {
  const { page, faults } = desk;
  await visit(page, `/espace/elections/${election.id}`);
  await page.getByText("2 ont voté").waitFor();
  await page.getByRole("button", { name: "Clore et dépouiller" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Clore et dépouiller" }).click();
  await told(page, "Le vote est dépouillé.");
  await page.getByRole("row", { name: members.Fabrique.title }).getByText("élu").waitFor();
  await phone.page.getByRole("listitem").filter({ hasText: members.Fabrique.title }).getByText("2 voix, élu").waitFor();
  await page.getByRole("button", { name: "Proclamer les résultats" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Proclamer les résultats" }).click();
  await told(page, "Les résultats sont proclamés.");
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "election-proclaimed", { fullPage: true });
  await send(page, "POST", "/offices", { on: DAY, is_whole: false, offices: [{ role: "bureau_member", rank: 9, member_id: members.Fabrique.id }] });
  const { board } = await read(page, "/governance?on=2023-05-05");
  const elected = [members.Fabrique.title, members.Observatoire.title];
  const sat = board.posts.filter(({ holder }) => elected.includes(holder?.name));
  assert.deepEqual(sat.map(({ holder, since }) => [holder.name, since]).toSorted(), elected.map((name) => [name, DAY]).toSorted());
  const { items } = await read(page, "/declarations?limit=300");
  const due = items.find(({ causes }) => causes.some(({ subject_id: subject }) => subject === election.id));
  assert.deepEqual([due.occurred_on, due.due_on, due.state, due.is_overdue], [DAY, "2023-08-04", "due", true]);
  await visit(page, "/espace/gouvernance/declarations");
  await page.getByRole("button", { name: `Ouvrir la déclaration n° ${due.number}`, exact: true }).click();
  const print = page.getByRole("link", { name: `Imprimer (PDF) la déclaration n° ${due.number}`, exact: true });
  await print.waitFor();
  const form = await page.context().request.get(new URL(await print.getAttribute("href"), page.url()).href);
  assert.deepEqual([form.status(), (await form.body()).subarray(0, 5).toString()], [200, "%PDF-"]);
  await settled(page);
  await expectAccessible(page);
  await photograph(page, "declarations", { fullPage: true });
  assert.deepEqual(faults, []);
});

test("what is due has its day, and is ticked off", async () => {
  const { page, faults } = desk;
  await visit(page, "/espace/gouvernance/calendrier");
  await expectAccessible(page);
  await photograph(page, "duties", { fullPage: true });
  await page.getByRole("button", { name: "Ajouter une échéance" }).click();
  await page.getByRole("combobox", { name: "Quoi" }).click();
  await page.getByRole("option", { name: "Autre chose" }).click();
  await page.getByLabel("Intitulé").fill(`Renouveler l’assurance, ${mark}`);
  await page.getByLabel("Avant le").fill("2031-10-04");
  await page.getByRole("form").getByRole("button", { name: "Ajouter une échéance" }).click();
  await told(page, "L’échéance est au calendrier.");
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: `Retirer l’échéance Renouveler l’assurance, ${mark}` }).click();
  await told(page, "L’échéance est retirée.");
  await page.setViewportSize(DESK);
  assert.deepEqual(faults, []);
});
