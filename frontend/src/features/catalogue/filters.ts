/** What the reader asks of the catalogue, as written in the page's address, by the API's own names. */
import type { Params } from "@/api/client";
import { addDays, isDay, type Day } from "@/lib/dates";
import type { FacetName } from "./catalogue";

export const MANY = ["category", "theme", "audience", "format", "department", "owner", "language", "accessibility"] as const satisfies readonly FacetName[];

export interface Filters {
  q?: string | undefined;
  /** Both or none: the API is asked for whole loans only. */
  available_from?: Day | undefined;
  available_to?: Day | undefined;
  many: Partial<Record<FacetName, string[]>>;
}

const CODE = /^[\w-]{1,64}$/;
/** The API counts a loan of a year and a day as too long. */
export const LONGEST = 366;

type Search = Record<string, unknown>;

function text(search: Search, name: string, longest: number): string | undefined {
  const value = search[name];
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  return String(value).trim().slice(0, longest) || undefined;
}

/** Two days that a loan may have, or none. */
export function window(from: string | undefined, to: string | undefined): Pick<Filters, "available_from" | "available_to"> {
  if (!from || !to || !isDay(from) || !isDay(to) || to < from || to >= addDays(from, LONGEST)) return {};
  return { available_from: from, available_to: to };
}

/** Reads an address's parameters. Unknown names and impossible values are left aside. */
export function parseFilters(search: Search): Filters {
  const filters: Filters = { ...window(text(search, "available_from", 10), text(search, "available_to", 10)), many: {} };
  const q = text(search, "q", 200);
  if (q) filters.q = q;
  for (const name of MANY) {
    const values = [...new Set((text(search, name, 1000) ?? "").split(",").filter((value) => CODE.test(value)))].slice(0, 20);
    if (values.length > 0) filters.many[name] = values;
  }
  return filters;
}

/** The address's parameters for these filters, in one steady order; the API reads them too. */
export function toSearch({ many, ...single }: Filters): Record<string, string> {
  const search: Record<string, string> = {};
  for (const name of ["q", "available_from", "available_to"] as const) {
    const value = single[name];
    if (value) search[name] = value;
  }
  for (const name of MANY) {
    const values = many[name];
    if (values && values.length > 0) search[name] = values.join(",");
  }
  return search;
}

export const toParams = (filters: Filters): Params => toSearch(filters);

/** The same filters without one of them, to count what its other values would give. */
export function without(filters: Filters, name: FacetName): Filters {
  const { [name]: _gone, ...rest } = filters.many;
  return { ...filters, many: rest };
}

/** Adds or removes one value of a facet. */
export function toggle(filters: Filters, name: FacetName, value: string): Filters {
  const before = filters.many[name] ?? [];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return { ...filters, many: { ...filters.many, [name]: after } };
}

export const countFacets = (filters: Filters): number => Object.values(filters.many).reduce((sum, values) => sum + values.length, 0);
export const isUnfiltered = (filters: Filters): boolean => Object.keys(toSearch(filters)).length === 0;
