/** What the reader asks of the directory, as written in the page's address, by the API's own names. */
import type { Params } from "@/api/client";
import type { FacetName } from "./directory";

export const MANY = ["kind", "offer", "theme", "department", "commune"] as const satisfies readonly FacetName[];

export interface Filters {
  q?: string | undefined;
  view?: "map" | undefined;
  many: Partial<Record<FacetName, string[]>>;
}

const CODE = /^[\w-]{1,64}$/;
type Search = Record<string, unknown>;
// The router may read what looks like a number as one.
const textOf = (value: unknown, longest: number): string => (typeof value === "string" || typeof value === "number" ? String(value).trim().slice(0, longest) : "");

/** Reads an address's parameters. Unknown names and impossible values are left aside. */
export function parseFilters(search: Search): Filters {
  const filters: Filters = { many: {} };
  const q = textOf(search.q, 200);
  if (q) filters.q = q;
  if (search.vue === "carte") filters.view = "map";
  for (const name of MANY) {
    const values = [...new Set(textOf(search[name], 1000).split(",").filter((value) => CODE.test(value)))].slice(0, 20);
    if (values.length > 0) filters.many[name] = values;
  }
  return filters;
}

/** What the API is asked, in one steady order. */
export function toParams({ q, many }: Filters): Params {
  return Object.fromEntries([["q", q ?? ""], ...MANY.map((name) => [name, (many[name] ?? []).join(",")])].filter(([, value]) => value));
}

/** The address's parameters for these filters: those, and how they are shown. */
export const toSearch = (filters: Filters): Record<string, string> => ({ ...(toParams(filters) as Record<string, string>), ...(filters.view === "map" && { vue: "carte" }) });

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
export const isUnfiltered = (filters: Filters): boolean => Object.keys(toParams(filters)).length === 0;
