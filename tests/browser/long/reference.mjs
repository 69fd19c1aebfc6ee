// The association's year 2023, as the tables of the reference have it: what was known on the morning of 4 May, and all of it.
import { readFileSync } from "node:fs";

const FOLDER = new URL("../../../services/members/tests/data/2023/", import.meta.url);
export const DAY = "2023-05-04";
/** Who sat on the last post of the half that is renewed, and is not elected again; who is elected instead. */
export const OUTGOING = "mem-055";
export const NEWCOMER = "mem-060";

export const fileOf = (table) => readFileSync(new URL(`${table}.csv`, FOLDER), "utf8");
export const expected = JSON.parse(readFileSync(new URL("expected.json", FOLDER), "utf8"));

/** The rows of a table, by column. None of the reference's cells holds a comma. */
export function rowsOf(table) {
  const [head, ...lines] = fileOf(table).trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, place) => [names[place], cell])));
}

const written = (rows) => [Object.keys(rows[0]).join(","), ...rows.map((row) => Object.values(row).join(","))].join("\n");
const names = new Map(rowsOf("members").map(({ member_id: id, name }) => [id, name]));
export const nameOf = (id) => names.get(id);
export const collegeOf = (id) => rowsOf("members").find(({ member_id: one }) => one === id).college;
export const emailOf = (id) => rowsOf("organisations").find(({ organisation_id: one }) => one === id.replace("mem-", "org-0")).email;

/** Who held the posts before: those of the first half since 2019, the others since 2021, as the reference says. */
function termsBefore() {
  return rowsOf("board_terms").map((row) => (row.renewal_group === "2" ? row : {
    ...row, elected_on: "2019-05-09", expected_end_on: "2023-05-09",
    ...(row.member_id === NEWCOMER && { member_id: OUTGOING, representative: nameOf(OUTGOING) }),
  }));
}

const bureauBefore = [["president", OUTGOING], ["vice_president", "mem-006"], ["treasurer", "mem-002"], ["bureau_member", "mem-003"]]
  .map(([role, member]) => ({ role, member_id: member, elected_on: "2021-05-06", expected_end_on: DAY }));

/** Tables as they stood in the morning: fees that were paid later are called and not paid. */
export const morning = {
  organisations: fileOf("organisations"),
  members: fileOf("members"),
  fees: written(rowsOf("fees").map((row) => ({ ...row, paid_on: row.paid_on < DAY ? row.paid_on : "" }))),
  board_terms: written(termsBefore()),
  officers: written(bureauBefore),
  meetings: written(rowsOf("meetings").filter(({ held_on: day }) => day < DAY)),
};
