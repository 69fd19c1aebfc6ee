// The morning: bylaws, tables, the association as it is declared.
import assert from "node:assert/strict";
import { read, visit } from "../browser.mjs";
import { part, told } from "../people.mjs";
import { DAY, OUTGOING, morning, nameOf } from "./reference.mjs";
import { look, press, takeIn } from "./world.mjs";

export async function bylawsAndTables(day) {
  const { page, faults } = day.desk;
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
}

export async function described(day) {
  const { page, faults } = day.desk;
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
}
