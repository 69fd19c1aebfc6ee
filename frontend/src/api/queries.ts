import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, type Params } from "./client";
import type { AgendaDetail, AgendaFacets, AgendaPage, Commune, Edition, Territory } from "./types";

const MINUTE = 60_000;

/** Pages of the agenda under `filters`, by the API's opaque cursor. */
export function agendaPages(filters: Params, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ["agenda", filters, limit] as const,
    queryFn: ({ pageParam, signal }) => get<AgendaPage>("/agenda", { ...filters, limit, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
}

export function agendaOnce(filters: Params, limit: number) {
  return queryOptions({
    queryKey: ["agenda-once", filters, limit] as const,
    queryFn: ({ signal }) => get<AgendaPage>("/agenda", { ...filters, limit }, signal),
    staleTime: MINUTE,
  });
}

export function agendaFacets(filters: Params) {
  return queryOptions({
    queryKey: ["facets", filters] as const,
    queryFn: ({ signal }) => get<AgendaFacets>("/agenda/facets", filters, signal),
    placeholderData: keepPreviousData,
    staleTime: MINUTE,
  });
}

export function agendaEvent(slug: string) {
  return queryOptions({
    queryKey: ["event", slug] as const,
    queryFn: ({ signal }) => get<AgendaDetail>(`/agenda/${encodeURIComponent(slug)}`, {}, signal),
    staleTime: MINUTE,
  });
}

export function editions() {
  return queryOptions({
    queryKey: ["editions"] as const,
    queryFn: async ({ signal }) => (await get<{ items: Edition[] }>("/editions", {}, signal)).items,
    staleTime: 10 * MINUTE,
  });
}

export function territory() {
  return queryOptions({
    queryKey: ["territory"] as const,
    queryFn: ({ signal }) => get<Territory>("/territory", {}, signal),
    staleTime: 60 * MINUTE,
  });
}

/** Up to ten communes whose name, postal code or INSEE code begins like `text`. */
export function communes(text: string) {
  return queryOptions({
    queryKey: ["communes", text] as const,
    queryFn: async ({ signal }) => (await get<{ items: Commune[] }>("/communes", { q: text }, signal)).items,
    enabled: text.trim().length >= 2,
    placeholderData: keepPreviousData,
    staleTime: 60 * MINUTE,
  });
}
