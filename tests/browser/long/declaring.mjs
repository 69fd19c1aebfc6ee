// What is declared to the State, until its receipt.
import assert from "node:assert/strict";
import { visit } from "../browser.mjs";
import { part, told } from "../people.mjs";
import { OFFICES } from "./cast.mjs";
import { OUTGOING, nameOf, rowsOf } from "./reference.mjs";
import { look, lookSmall, press, textOf } from "./world.mjs";

export async function declared(day) {
  const { page, faults } = day.desk;
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
  const offices = new Map(rowsOf("officers").map(({ role, member_id: id }) => [id, OFFICES[role]]));
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
}
