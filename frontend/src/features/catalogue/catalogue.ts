/** The public catalogue and when its items are free, as anybody may ask. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, type Params } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import type { Day } from "@/lib/dates";

type S = components["schemas"];

export type Card = S["Card"];
export type Item = S["PublicItem"];
export type ItemFormat = S["PublicFormat"];
export type CataloguePage = S["Catalogue"];
export type CatalogueFacets = S["CatalogueFacets"];
export type FacetName = Exclude<keyof CatalogueFacets, "total">;
export type FacetCount = S["Facet"];
export type Calendar = S["CalendarOut"];
export type FormatCalendar = S["FormatCalendar"];
export type Check = S["CheckOut"];
export type CatalogueEdition = S["CatalogueEditionOut"];

const MINUTE = 60_000;
const key = encodeURIComponent;

export function cataloguePages(filters: Params, limit = 48) {
  return infiniteQueryOptions({
    queryKey: ["catalogue", filters, limit] as const,
    queryFn: ({ pageParam, signal }) => get<CataloguePage>("/catalogue", { ...filters, limit, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
}

export function catalogueFacets(filters: Params) {
  return queryOptions({
    queryKey: ["catalogue-facets", filters] as const,
    queryFn: ({ signal }) => get<CatalogueFacets>("/catalogue/facets", filters, signal),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
}

export function catalogueItem(slug: string) {
  return queryOptions({
    queryKey: ["catalogue-item", slug] as const,
    queryFn: ({ signal }) => get<Item>(`/catalogue/${key(slug)}`, {}, signal),
    staleTime: MINUTE,
  });
}

/** What of an item is looked at: a format, some of its modules, where it will be used. */
export interface Wanted {
  format: string;
  /** Numbers of modules; none is all of them. */
  modules: readonly number[];
  department: string;
}

const asked = ({ format, modules, department }: Wanted): Params => ({ format, modules: modules.map(String), department });

/** The calendar from `from` to `to`. It is never shown older than half a minute: others borrow meanwhile. */
export function availability(slug: string, wanted: Wanted, from: Day, to: Day) {
  return queryOptions({
    queryKey: ["availability", slug, wanted, from, to] as const,
    queryFn: ({ signal }) => get<Calendar>(`/catalogue/${key(slug)}/availability`, { ...asked(wanted), from, to }, signal),
    placeholderData: keepPreviousData,
    staleTime: MINUTE / 2,
  });
}

export function check(slug: string, wanted: Wanted, starts_on: Day, ends_on: Day) {
  return queryOptions({
    queryKey: ["availability-check", slug, wanted, starts_on, ends_on] as const,
    queryFn: ({ signal }) => get<Check>(`/catalogue/${key(slug)}/availability/check`, { ...asked(wanted), starts_on, ends_on }, signal),
    staleTime: MINUTE / 2,
    retry: false,
  });
}

export function catalogueEditions() {
  return queryOptions({
    queryKey: ["catalogue-editions"] as const,
    queryFn: async ({ signal }) => (await get<S["CatalogueEditions"]>("/catalogue-editions", { limit: 300 }, signal)).items,
    staleTime: MINUTE,
  });
}

/** Where the request for an item begins; what is known already (dates, format, modules) goes with it. */
export function requestSearch(slug: string, more: { format?: string | undefined; modules?: string | undefined; starts_on?: Day | undefined; ends_on?: Day | undefined } = {}): Record<string, string> {
  return Object.fromEntries([["item", slug], ...Object.entries(more)].filter((pair): pair is [string, string] => Boolean(pair[1])));
}
