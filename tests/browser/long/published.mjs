// What was lived is what was published of that year.
import assert from "node:assert/strict";
import { read, visit } from "../browser.mjs";
import { expected, fileOf, nameOf, rowsOf } from "./reference.mjs";
import { look, takeIn } from "./world.mjs";

export async function published(day) {
  const { page, faults } = day.desk;
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
}
