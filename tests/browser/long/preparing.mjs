// The assembly and its election are prepared, and everybody is convened.
import assert from "node:assert/strict";
import { visit } from "../browser.mjs";
import { part, told } from "../people.mjs";
import { ELECTED } from "./cast.mjs";
import { DAY, OUTGOING, nameOf } from "./reference.mjs";
import { convene, look, lookSmall, plain, prepare, press } from "./world.mjs";

export async function prepared(day) {
  const { page, faults } = day.desk;
  day.assembly = await prepare(page, {
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
  day.election = new URL(page.url()).pathname;
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
  await visit(page, day.assembly);
  await convene(page);
  await part(page, "Liste électorale").getByText("60 membres votants sur 60").waitFor();
  await look(page, "meeting");
  await lookSmall(page, "meeting");
  assert.deepEqual(faults, []);
}
