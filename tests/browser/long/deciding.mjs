// Motions are voted on, by hands and in secret.
import assert from "node:assert/strict";
import { part } from "../people.mjs";
import { GIVER, HOLDER, LATE, ON_PHONES } from "./cast.mjs";
import { nameOf } from "./reference.mjs";
import { castMotion, seen } from "./voting.mjs";
import { look, press, propose } from "./world.mjs";

export async function motionsDecided(day) {
  const { page, faults } = day.desk;
  await propose(page, "Rapport d’activité de 2022");
  await press(page, "Ouvrir le vote « Rapport d’activité de 2022 »");
  await page.getByLabel("Pour", { exact: true }).fill("28");
  await page.getByLabel("Contre", { exact: true }).fill("1");
  await page.getByLabel("Abstentions", { exact: true }).fill("1");
  await press(page, "Clore le vote");
  await page.getByText("28 pour, 1 contre, 1 abstention sur 30 voix").waitFor();
  await press(day.phones[LATE].page, "Je suis sur place");
  await page.getByText("31 / 60 voix").waitFor();
  await propose(page, "Comptes de 2022", "À bulletins secrets");
  await press(page, "Ouvrir le vote « Comptes de 2022 »");
  await look(await seen(day.phones[HOLDER].page), "seat-motion");
  for (const id of [...ON_PHONES, LATE]) await castMotion(day.phones[id].page, "Votre voix", id === LATE ? "Contre" : "Pour");
  await castMotion(day.phones[HOLDER].page, `Par pouvoir de ${nameOf(GIVER)}`, "Abstention");
  await page.getByText("8 bulletins dans l’urne").waitFor();
  await press(page, "Clore le vote");
  await page.getByText("6 pour, 1 contre, 1 abstention sur 31 voix").waitFor();
  await part(day.phones[LATE].page, "Résultats").getByText("6 pour, 1 contre").waitFor();
  assert.deepEqual(faults, []);
}
