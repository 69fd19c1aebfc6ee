/** What an import did or would do, added up; and the faults of an import that was refused, as a rehearsal tells them. */
import type { Problem } from "@/lib/problem";
import type { Fault, ImportReport } from "./calls";

export interface Sums {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
}

export function sums({ tables }: ImportReport): Sums {
  const all: Sums = { rows: 0, created: 0, updated: 0, unchanged: 0 };
  for (const table of tables) for (const name of Object.keys(all) as (keyof Sums)[]) all[name] += table[name];
  return all;
}

/** The cells that were refused (`/loans/12/starts_on`), where the answer names cells; none where it speaks of the file. */
export function faultsOf(problem: Problem, tables: readonly string[]): Fault[] {
  return problem.errors.flatMap(({ pointer, code, detail }) => {
    const [table = "", row = "", column = ""] = pointer.replace(/^#?\/(body\/)?/, "").split("/");
    return tables.includes(table) && /^\d+$/.test(row) ? [{ table, row: Number(row), column, code, detail }] : [];
  });
}

/** The first line of a file of this table: what one fills in. Semicolons, which French spreadsheets read as columns. */
export const emptyTable = ({ needed, optional }: { needed: readonly string[]; optional: readonly string[] }): string => `\uFEFF${[...needed, ...optional].join(";")}\r\n`;
