/** What the reader asks of the directory, as written in the page's address, by the API's own names. */
import type { Params } from "@/api/client";
import { codesIn, joined, text, type Faceted, type Search } from "@/programme/faceted";
import type { FacetName } from "./directory";

export const MANY = ["kind", "offer", "theme", "department", "commune"] as const satisfies readonly FacetName[];

export interface Filters extends Faceted<FacetName> {
  q?: string | undefined;
  view?: "map" | undefined;
}

/** Values of a facet, at most. */
const MOST = 20;

/** Reads an address's parameters. Unknown names and impossible values are left aside. */
export function parseFilters(search: Search): Filters {
  const filters: Filters = { many: codesIn(search, MANY, MOST) };
  const q = text(search, "q", 200);
  if (q) filters.q = q;
  if (search.vue === "carte") filters.view = "map";
  return filters;
}

/** What the API is asked, in one steady order. */
export const toParams = (filters: Filters): Params => ({ ...(filters.q && { q: filters.q }), ...joined(filters, MANY) });

/** The address's parameters for these filters: those, and how they are shown. */
export const toSearch = (filters: Filters): Record<string, string> => ({ ...(toParams(filters) as Record<string, string>), ...(filters.view === "map" && { vue: "carte" }) });

export const isUnfiltered = (filters: Filters): boolean => Object.keys(toParams(filters)).length === 0;
