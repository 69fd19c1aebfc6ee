// The first group is elected by links and on paper; the sitting ends, and its minutes stand.
import assert from "node:assert/strict";
import { visit } from "../browser.mjs";
import { told } from "../people.mjs";
import { ELECTED, HOLDER, LATE, ON_PHONES, PAPER } from "./cast.mjs";
import { NEWCOMER, OUTGOING, collegeOf, nameOf } from "./reference.mjs";
import { castNames, onPaper } from "./voting.mjs";
import { closeSitting, look, lookSmall, minutes, press, pressTwice } from "./world.mjs";

export async function groupElected(day) {
  const { page, faults } = day.desk;
  await visit(page, day.election);
  await press(page, "Ouvrir le vote");
  await told(page, "Le vote est ouvert.");
  for (const [place, id] of ON_PHONES.entries()) {
    const { page: seat } = day.phones[id];
    const names = ELECTED.filter((one) => collegeOf(one) === collegeOf(id)).map(nameOf);
    await seat.locator("section.ballot--open form").first().waitFor();
    if (place === 0) await look(seat, "seat-ballot");
    await castNames(seat, names);
    if (id === HOLDER) await castNames(seat, names.slice(0, 2));
    await seat.getByText("Ce bulletin est dans l’urne.").first().waitFor();
  }
  assert.equal(await day.phones[LATE].page.locator("section.ballot--open").count(), 0); // college B has no seat in this half
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
  await look(day.phones["mem-001"].page, "seat-results");
  await visit(page, `${day.assembly}/seance`);
  await closeSitting(page, "16:30");
  const text = await minutes(page, day.assembly, "2023-06-13");
  for (const said of [/La séance est ouverte à 14 h\./, new RegExp(`${nameOf(NEWCOMER)}.*\\(14 h 20 – 16 h 30\\)`), /La séance est levée à 16 h 30/, /Rapport d’activité de 2022 : adoptée\. Vote à main levée : 28 pour/, /Comptes de 2022 : adoptée\. Vote à bulletins secrets : 6 pour, 1 contre, 1 abstention, sur 31 voix/, /29 membres présents et 1 représenté, soit 30 voix sur 60/, new RegExp(`${nameOf(NEWCOMER)} : 2 voix, élu`)]) assert.match(text, said);
  await look(page, "minutes");
  assert.deepEqual([faults, ...Object.values(day.phones).map((phone) => phone.faults)].flat(), []);
}
