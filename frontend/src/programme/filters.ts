/**
 * What the reader asks of the agenda, as written in the page's address. Names and codes are those of the API, so an
 * address of ours and an address of the API read alike. What the address says wrongly is dropped, never sent.
 */
import { isDay } from "@/lib/dates";
import type { Params } from "@/api/client";
import type { FacetName } from "@/api/types";

export const MANY = [
  "department", "commune", "epci", "commune_size", "theme", "activity_type", "audience", "school_level", "accessibility",
  "free", "status", "structure", "edition",
] as const satisfies readonly FacetName[];

export interface Filters {
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
  many: Partial<Record<FacetName, string[]>>;
}

export const DEFAULT_RADIUS = 20;
export const RADII = [5, 10, 20, 40, 80] as const;

const CODE = /^[\w-]{1,64}$/;
const NEAR = /^(\d[\dAB]\d{3}|-?\d{1,2}(\.\d{1,6})?,-?\d{1,3}(\.\d{1,6})?)$/;

type Search = Record<string, unknown>;

function text(search: Search, name: string, longest: number): string | undefined {
  const value = search[name];
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const trimmed = String(value).trim().slice(0, longest);
  return trimmed || undefined;
}

function whole(search: Search, name: string, low: number, high: number): number | undefined {
  const value = Number(text(search, name, 8) ?? Number.NaN);
  return Number.isInteger(value) && value >= low && value <= high ? value : undefined;
}

/** Reads an address's parameters. Unknown names and impossible values are left aside. */
export function parseFilters(search: Search): Filters {
  const filters: Filters = { many: {} };
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
  for (const name of MANY) {
    const values = [...new Set((text(search, name, 1000) ?? "").split(",").filter((value) => CODE.test(value)))];
    if (values.length > 0) filters.many[name] = values;
  }
  return filters;
}

/** The address's parameters for these filters, in one steady order. */
export function toSearch({ many, ...single }: Filters): Record<string, string> {
  const search: Record<string, string> = {};
  for (const name of ["q", "near", "place", "radius_km", "from", "to", "age", "holder", "sort", "view"] as const) {
    const value = single[name];
    if (value !== undefined && value !== "") search[name] = String(value);
  }
  for (const name of MANY) {
    const values = many[name];
    if (values && values.length > 0) search[name] = values.join(",");
  }
  return search;
}

/** What the API is asked. */
export function toParams(filters: Filters): Params {
  const { place: _place, view: _view, ...search } = toSearch(filters);
  return search;
}

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

/** How many filters beside the words and the dates are set. */
export function countFacets(filters: Filters): number {
  const chosen = Object.values(filters.many).reduce((sum, values) => sum + values.length, 0);
  return chosen + (filters.age === undefined ? 0 : 1) + (filters.holder ? 1 : 0);
}

export function isUnfiltered(filters: Filters): boolean {
  return Object.keys(toSearch(filters)).every((name) => name === "sort" || name === "view");
}
