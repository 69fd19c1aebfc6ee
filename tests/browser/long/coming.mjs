// People come, on site and from afar, give proxies, and are enough.
import assert from "node:assert/strict";
import { visit } from "../browser.mjs";
import { part } from "../people.mjs";
import { GIVER, GIVER_WHO_COMES, HOLDER, LATE, NEEDED, ON_PHONES, PAPER } from "./cast.mjs";
import { NEWCOMER, collegeOf, emailOf, nameOf, rowsOf } from "./reference.mjs";
import { handedLink } from "./voting.mjs";
import { arrive, linkFor, look, lookSmall, openSeat, press } from "./world.mjs";

export async function quorumMet(day) {
  const { page, faults } = day.desk;
  for (const id of ON_PHONES) day.phones[id] = await openSeat(day.browser, id < "mem-054" ? await linkFor(emailOf(id)) : await handedLink(page, day.assembly, nameOf(id)));
  const giver = await openSeat(day.browser, await linkFor(emailOf(GIVER)));
  const absent = await openSeat(day.browser, await linkFor(emailOf(LATE)));
  await absent.page.getByText("Jeudi 4 mai 2023 à 14 h, Amiens").waitFor(); // as the clock on the wall will show it
  await look(absent.page, "seat-before");
  await visit(page, `${day.assembly}/seance`);
  await press(page, "Ouvrir la séance");
  assert.equal(await page.getByRole("dialog").getByLabel("Ouverte à").inputValue(), "14:00");
  await press(page.getByRole("dialog"), "Ouvrir la séance");
  await page.getByText(`Quorum non atteint (${NEEDED})`).waitFor();
  for (const [place, id] of ON_PHONES.entries()) await press(day.phones[id].page, place === 1 ? "Je suis à distance" : "Je suis sur place");
  await part(day.phones["mem-017"].page, "Votre présence").getByText("Vous êtes noté·e présent·e à distance.").waitFor();
  await look(day.phones["mem-001"].page, "seat-here");
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
  await page.getByLabel("Heure à noter").fill("14:20");
  await arrive(page, nameOf(NEWCOMER));
  await page.getByRole("row", { name: nameOf(NEWCOMER) }).getByText("14 h 20").waitFor();
  await page.getByText(`Quorum atteint (${NEEDED})`).waitFor();
  await look(page, "sitting");
  await lookSmall(page, "sitting");
  await giver.close();
  day.phones[LATE] = absent;
  assert.deepEqual(faults, []);
}
