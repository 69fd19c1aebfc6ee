/** What the address of the list asks, as plain texts, and the filters of the API by its own names. */
import type { components } from "@/api/__generated__/schema";
import { isDay } from "@/lib/dates";

type Schemas = components["schemas"];
export type Status = Schemas["LoanOut"]["status"];
export type Sort = "newest" | "starts_on" | "ends_on";

export const STATUSES: readonly Status[] = ["requested", "waitlisted", "held", "approved", "agreement_sent", "confirmed", "out", "returned", "inspected", "closed", "declined", "expired", "cancelled"];
export const SORTS: readonly Sort[] = ["newest", "starts_on", "ends_on"];

export interface Filters {
  statuses: Status[];
  q: string;
  item: string;
  organisation: string;
  department: string;
  since: string;
  until: string;
  late: string;
  extension_asked: string;
  side: string;
  sort: Sort;
}

export const NO_FILTER: Filters = { statuses: [], q: "", item: "", organisation: "", department: "", since: "", until: "", late: "", extension_asked: "", side: "", sort: "newest" };

type Search = Partial<Record<string, unknown>>;
// The router reads « 80 » in an address as a number.
const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const id = (value: unknown) => (/^[\da-f-]{36}$/.test(textOf(value)) ? textOf(value) : "");
const day = (value: unknown) => (isDay(textOf(value)) ? textOf(value) : "");
const yes = (value: unknown) => (textOf(value) === "oui" ? "true" : "");
const among = <T extends string>(values: readonly T[], value: unknown): T | undefined => values.find((each) => each === value);

/** What the address asks; what it should not hold is left out. */
export function readFilters(search: Search): Filters {
  return {
    statuses: STATUSES.filter((each) => textOf(search.etat).split(",").includes(each)), q: textOf(search.q).slice(0, 200), item: id(search.outil), organisation: id(search.structure),
    department: /^(?:\d{2}|2[AB]|97[1-8])$/.test(textOf(search.departement)) ? textOf(search.departement) : "", since: day(search.du), until: day(search.au), late: yes(search.retard), extension_asked: yes(search.prolongation),
    side: among(["borrower", "lender"], { emprunte: "borrower", prete: "lender" }[textOf(search.role)]) ?? "", sort: among(SORTS, { debut: "starts_on", fin: "ends_on" }[textOf(search.tri)]) ?? "newest",
  };
}

/** The same as the address holds it: nothing for what filters nothing. */
export function toSearch(filters: Filters): Record<string, string | undefined> {
  return {
    q: filters.q || undefined, etat: filters.statuses.join(",") || undefined, outil: filters.item || undefined, structure: filters.organisation || undefined, departement: filters.department || undefined,
    du: filters.since || undefined, au: filters.until || undefined, retard: filters.late ? "oui" : undefined, prolongation: filters.extension_asked ? "oui" : undefined,
    role: { borrower: "emprunte", lender: "prete" }[filters.side], tri: { newest: undefined, starts_on: "debut", ends_on: "fin" }[filters.sort],
  };
}

export const isFiltered = (filters: Filters): boolean => Object.entries(toSearch(filters)).some(([name, value]) => value !== undefined && name !== "tri" && name !== "role");
