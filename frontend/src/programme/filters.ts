/**
 * What the reader asks of the agenda, as written in the page's address. Names and codes are those of the API, so an
 * address of ours and an address of the API read alike. What the address says wrongly is dropped, never sent.
 */
import { isDay } from "@/lib/dates";
import type { Params } from "@/api/client";
import type { FacetName } from "@/api/types";
import { codesIn, countChosen, joined, text, type Faceted, type Search } from "./faceted";

export const MANY = [
  "department", "commune", "epci", "commune_size", "theme", "activity_type", "audience", "school_level", "accessibility",
  "free", "status", "structure", "edition",
] as const satisfies readonly FacetName[];

export interface Filters extends Faceted<FacetName> {
  q?: string;
  from?: string;
  to?: string;
  /** INSEE code of a commune, or "lat,lon". */
  near?: string;
  /** The commune's name as it was chosen: shown, never sent. */
  place?: string;
  radius_km?: number;
  age?: number;
  holder?: string;
  sort?: "relevance" | "distance";
  /** How results are shown: never sent. */
  view?: "map";
}

export const DEFAULT_RADIUS = 20;
export const RADII = [5, 10, 20, 40, 80] as const;

const NEAR = /^(\d[\dAB]\d{3}|-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?)$/;

function whole(search: Search, name: string, low: number, high: number): number | undefined {
  const value = Number(text(search, name, 8) ?? Number.NaN);
  return Number.isInteger(value) && value >= low && value <= high ? value : undefined;
}

/** Reads an address's parameters. Unknown names and impossible values are left aside. */
export function parseFilters(search: Search): Filters {
  const filters: Filters = { many: codesIn(search, MANY) };
  const put = <K extends keyof Filters>(name: K, value: Filters[K] | undefined) => {
    if (value !== undefined) filters[name] = value;
  };
  put("q", text(search, "q", 200));
  put("holder", text(search, "holder", 200));
  const from = text(search, "from", 10);
  const to = text(search, "to", 10);
  if (from && isDay(from)) put("from", from);
  if (to && isDay(to) && !(filters.from && filters.from > to)) put("to", to);
  const near = text(search, "near", 32);
  if (near && NEAR.test(near)) {
    put("near", near);
    put("place", text(search, "place", 80));
    put("radius_km", whole(search, "radius_km", 1, 200));
  }
  put("age", whole(search, "age", 0, 120));
  const sort = text(search, "sort", 16);
  if (sort === "relevance" && filters.q) put("sort", sort);
  if (sort === "distance" && filters.near) put("sort", sort);
  if (text(search, "view", 8) === "map") put("view", "map");
  return filters;
}

/** The address's parameters for these filters, in one steady order. */
export function toSearch(filters: Filters): Record<string, string> {
  const search: Record<string, string> = {};
  for (const name of ["q", "near", "place", "radius_km", "from", "to", "age", "holder", "sort", "view"] as const) {
    const value = filters[name];
    if (value !== undefined && value !== "") search[name] = String(value);
  }
  return { ...search, ...joined(filters, MANY) };
}

/** What the API is asked. */
export function toParams(filters: Filters): Params {
  const { place: _place, view: _view, ...search } = toSearch(filters);
  return search;
}

/** How many filters beside the words and the dates are set. */
export function countFacets(filters: Filters): number {
  return countChosen(filters) + (filters.age === undefined ? 0 : 1) + (filters.holder ? 1 : 0);
}

export function isUnfiltered(filters: Filters): boolean {
  return Object.keys(toSearch(filters)).every((name) => name === "sort" || name === "view");
}
