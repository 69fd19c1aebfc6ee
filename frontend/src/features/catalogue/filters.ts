/** What the reader asks of the catalogue, as written in the page's address, by the API's own names. */
import type { Params } from "@/api/client";
import { addDays, isDay, type Day } from "@/lib/dates";
import { codesIn, joined, text, type Faceted, type Search } from "@/programme/faceted";
import type { FacetName } from "./catalogue";

export const MANY = ["category", "theme", "audience", "format", "department", "owner", "language", "accessibility"] as const satisfies readonly FacetName[];

export interface Filters extends Faceted<FacetName> {
  q?: string | undefined;
  /** Both or none: the API is asked for whole loans only. */
  available_from?: Day | undefined;
  available_to?: Day | undefined;
}

/** Values of a facet, at most. */
const MOST = 20;
/** The API counts a loan of a year and a day as too long. */
export const LONGEST = 366;

/** Two days that a loan may have, or none. */
export function window(from: string | undefined, to: string | undefined): Pick<Filters, "available_from" | "available_to"> {
  if (!from || !to || !isDay(from) || !isDay(to) || to < from || to >= addDays(from, LONGEST)) return {};
  return { available_from: from, available_to: to };
}

/** Reads an address's parameters. Unknown names and impossible values are left aside. */
export function parseFilters(search: Search): Filters {
  const filters: Filters = { ...window(text(search, "available_from", 10), text(search, "available_to", 10)), many: codesIn(search, MANY, MOST) };
  const q = text(search, "q", 200);
  if (q) filters.q = q;
  return filters;
}

/** The address's parameters for these filters, in one steady order; the API reads them too. */
export function toSearch(filters: Filters): Record<string, string> {
  const search: Record<string, string> = {};
  for (const name of ["q", "available_from", "available_to"] as const) {
    const value = filters[name];
    if (value) search[name] = value;
  }
  return { ...search, ...joined(filters, MANY) };
}

export const toParams = (filters: Filters): Params => toSearch(filters);

export const isUnfiltered = (filters: Filters): boolean => Object.keys(toSearch(filters)).length === 0;
