import type { Sorting } from "./DataTable";

type Sortable = string | number | null | undefined;

/** The rows in order; those without a value come last either way, and equals stay as they came. */
export function sorted<Row>(rows: readonly Row[], valueOf: (row: Row) => Sortable, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [valueOf(a) ?? null, valueOf(b) ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y), "fr", { numeric: true }));
  });
}

/** What pressing the heading `key` sorts by: the same again turns it round. */
export function nextSorting(before: Sorting, key: string, descendingFirst = false): Sorting {
  return before.key === key ? { key, descending: !before.descending } : { key, descending: descendingFirst };
}
