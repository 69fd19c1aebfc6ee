import { infiniteQueryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { post } from "@/api/write";

type Schemas = components["schemas"];
export type CatalogueEdition = Schemas["CatalogueEditionOut"];

export const editionsKey = ["catalogue-editions", "space"] as const;
export const FORMATS = ["pdf", "csv", "json"] as const;

export function editionPages() {
  return infiniteQueryOptions({
    queryKey: editionsKey,
    queryFn: ({ pageParam, signal }) => get<Schemas["CatalogueEditions"]>("/catalogue-editions", { limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export const freeze = (title: string, key: string) => post<CatalogueEdition>("/catalogue-editions", { title }, key);
export const fileAddress = (edition: CatalogueEdition, format: (typeof FORMATS)[number]) => `/api/v1/catalogue-editions/${edition.id}.${format}`;
