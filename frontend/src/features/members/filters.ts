/** What the address of the list of members asks, as plain texts. */
import { isDay } from "@/lib/dates";

export const COLLEGES = ["A", "B", "C", "D"] as const;
export const KINDS = ["legal", "natural"] as const;
export const CATEGORIES = ["natural", "small", "medium", "large"] as const;
export const STATUSES = ["member", "up_to_date", "late", "may_vote", "former", "all"] as const;
export const SORTS = ["name", "number", "since", "-since"] as const;

export interface Filters {
  q: string;
  college: string;
  kind: string;
  category: string;
  department: string;
  status: (typeof STATUSES)[number];
  on: string;
  sort: (typeof SORTS)[number];
}

export const NO_FILTER: Filters = { q: "", college: "", kind: "", category: "", department: "", status: "member", on: "", sort: "name" };

const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const among = <T extends string>(values: readonly T[], value: unknown): T | undefined => values.find((each) => each === textOf(value));

/** What the address asks; what it should not hold is left out. */
export function readFilters(search: Partial<Record<string, unknown>>): Filters {
  return {
    q: textOf(search.q).slice(0, 200), college: among(COLLEGES, search.college) ?? "", kind: among(KINDS, search.personne) ?? "", category: among(CATEGORIES, search.categorie) ?? "",
    department: /^(?:\d{2}|2[AB]|97[1-8])$/.test(textOf(search.departement)) ? textOf(search.departement) : "",
    status: among(STATUSES, search.statut) ?? "member", on: isDay(textOf(search.le)) ? textOf(search.le) : "", sort: among(SORTS, search.tri) ?? "name",
  };
}

/** The same as the address holds it: nothing for what filters nothing. */
export function toSearch(filters: Filters): Record<string, string | undefined> {
  return {
    q: filters.q || undefined, college: filters.college || undefined, personne: filters.kind || undefined, categorie: filters.category || undefined, departement: filters.department || undefined,
    statut: filters.status === "member" ? undefined : filters.status, le: filters.on || undefined, tri: filters.sort === "name" ? undefined : filters.sort,
  };
}

/** The same as the API asks it, without the order. */
export function asked(filters: Filters): Record<string, string> {
  return { q: filters.q.trim(), college: filters.college, kind: filters.kind, fee_category: filters.category, department: filters.department, status: filters.status, on: filters.on };
}

export const isFiltered = (filters: Filters): boolean => Object.entries(toSearch(filters)).some(([name, value]) => value !== undefined && name !== "tri");
