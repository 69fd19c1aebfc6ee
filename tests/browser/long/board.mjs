// The evening: the new board meets, and elects its bureau.
import assert from "node:assert/strict";
import { expectAccessible, settled, visit } from "../browser.mjs";
import { part, told } from "../people.mjs";
import { OFFICES } from "./cast.mjs";
import { DAY, nameOf, rowsOf } from "./reference.mjs";
import { arrive, closeSitting, convene, look, lookSmall, minutes, prepare, press, pressTwice, propose } from "./world.mjs";

export async function bureauElected(day) {
  const { page, faults } = day.desk;
  day.board = await prepare(page, {
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
  await visit(page, `${day.board}/seance`);
  await pressTwice(page, "Ouvrir la séance");
  for (const name of [...rowsOf("board_terms").map(({ member_id: id }) => nameOf(id)), "Siège de l’équipe salariée"]) await arrive(page, name);
  await page.getByText("17 / 17 voix").waitFor();
  await propose(page, "Élection du bureau");
  await press(page, "Ouvrir le vote « Élection du bureau »");
  await page.getByLabel("Pour", { exact: true }).fill("17");
  await press(page, "Clore le vote");
  await page.getByText("17 pour, 0 contre, 0 abstention sur 17 voix").waitFor();
  await look(page, "board-sitting");
  await closeSitting(page, "18:00");
  assert.match(await minutes(page, day.board, "2023-06-13"), /Salariée 05-04/);
  await visit(page, "/espace/gouvernance");
  await press(part(page, "Bureau"), "Élire le bureau");
  const dialogue = page.getByRole("dialog", { name: "Le bureau qu’a élu le conseil" });
  await dialogue.getByLabel("Le jour").fill(DAY);
  // The bylaws ask for three offices; the board fills a fourth.
  await press(dialogue, "Ajouter une fonction");
  await dialogue.getByLabel("Fonction", { exact: true }).selectOption("bureau_member");
  for (const { role, member_id: id } of rowsOf("officers")) {
    const list = dialogue.getByLabel(OFFICES[role], { exact: true });
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
}
