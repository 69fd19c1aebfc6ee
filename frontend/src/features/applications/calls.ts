/** What the list of one's applications reads and writes. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { components } from "@/api/__generated__/schema";
import { get } from "@/api/client";

type Schemas = components["schemas"];
export type Application = Schemas["ApplicationSummary"];
export type Status = Application["status"];
export type Call = Schemas["PublishedCall"];
export type Party = Schemas["PartyOut"];

export const path = (id: string) => `/applications/${encodeURIComponent(id)}`;

/** The applications in which one's organisations take part, the last begun first; those put away only when asked for. */
export function ownApplications(discarded = false) {
  return infiniteQueryOptions({
    queryKey: ["applications", "mine", discarded] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["Applications"]>("/applications", { mine: true, limit: 100, after: pageParam, status: discarded ? "discarded" : null }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Calls that are online: the open ones first. */
export function publishedCalls() {
  return queryOptions({ queryKey: ["calls", "published"] as const, queryFn: async ({ signal }) => (await get<Schemas["Calls"]>("/calls", { limit: 50 }, signal)).items });
}

export function parties(id: string) {
  return queryOptions({ queryKey: ["application", id, "parties"] as const, queryFn: async ({ signal }) => (await get<Schemas["Parties"]>(`${path(id)}/parties`, {}, signal)).items });
}
