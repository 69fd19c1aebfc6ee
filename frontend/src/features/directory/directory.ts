/** The public directory, as anybody may ask. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, toQuery, type Params } from "@/api/client";
import { post } from "@/api/write";
import type { components } from "@/api/__generated__/schema";

type S = components["schemas"];

export type Card = S["DirectoryCard"];
export type Entry = S["DirectoryEntry"];
export type DirectoryFacets = S["DirectoryFacets"];
export type FacetName = "kind" | "department" | "theme" | "offer" | "commune";
export type Proposed = S["Proposed"];
type Page = S["Directory"];

const MINUTE = 60_000;

export function directoryPages(filters: Params, limit = 48) {
  return infiniteQueryOptions({
    queryKey: ["directory", filters, limit] as const,
    queryFn: ({ pageParam, signal }) => get<Page>("/directory", { ...filters, limit, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
}

/** Everything that is looked for at once, for the map. */
export function directoryOnce(filters: Params) {
  return queryOptions({
    queryKey: ["directory-once", filters] as const,
    queryFn: ({ signal }) => get<Page>("/directory", { ...filters, limit: 300 }, signal),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
}

export function directoryFacets(filters: Params) {
  return queryOptions({
    queryKey: ["directory-facets", filters] as const,
    queryFn: ({ signal }) => get<DirectoryFacets>("/directory/facets", filters, signal),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
}

export function directoryEntry(key: string) {
  return queryOptions({ queryKey: ["directory-entry", key] as const, queryFn: ({ signal }) => get<Entry>(`/directory/${encodeURIComponent(key)}`, {}, signal), staleTime: MINUTE });
}

export function kinds() {
  return queryOptions({ queryKey: ["organisation-kinds"] as const, queryFn: ({ signal }) => get<S["OrganisationKinds"]>("/organisation-kinds", {}, signal), staleTime: 60 * MINUTE });
}

/** Says what is wrong on a page. Raises Problem. */
export const askForCorrection = (key: string, body: S["CorrectionCreate"]) => post<S["CorrectionReceived"]>(`/directory/${encodeURIComponent(key)}/corrections`, body);

export const openData = (filters: Params, ending: "csv" | "json" | "geojson"): string => `/api/v1/directory.${ending}${toQuery(filters)}`;
