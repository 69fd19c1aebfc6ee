/** What the page of declarations reads. */
import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Declaration = Schemas["DeclarationBrief"];
export type DeclarationWhole = Schemas["DeclarationOut"];
export type Officer = Schemas["OfficerOut"];
export type AssociationVersion = Schemas["AssociationOut"];

export function declarationPages(open: boolean) {
  return infiniteQueryOptions({
    queryKey: ["declarations", "list", open] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["Declarations"]>("/declarations", { state: open ? "due" : null, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const declaration = (id: string) => queryOptions({
  queryKey: ["declarations", "one", id] as const, queryFn: ({ signal }) => get<DeclarationWhole>(`/declarations/${encodeURIComponent(id)}`, {}, signal),
});

export const officers = () => queryOptions({ queryKey: ["declarations", "officers"] as const, queryFn: ({ signal }) => get<Schemas["Officers"]>("/officers", { limit: 300 }, signal) });
export const versions = () => queryOptions({ queryKey: ["declarations", "association"] as const, queryFn: ({ signal }) => get<Schemas["AssociationVersions"]>("/association-versions", {}, signal) });

export const refresh = (client: QueryClient) => Promise.all([client.invalidateQueries({ queryKey: ["declarations"] }), client.invalidateQueries({ queryKey: ["duties"] })]);

/** The version that a change is made on, as the API names it. */
export const tag = (version: number) => `"v${version}"`;
