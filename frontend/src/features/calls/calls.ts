/** What the public pages of calls read. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { components } from "@/api/__generated__/schema";
import { get } from "@/api/client";

type Schemas = components["schemas"];
export type Call = Schemas["PublishedCall"];
export type CallDetail = Schemas["CallPublic"];
export type Form = Schemas["FormPublished"];
export type State = Call["state"];

/** Published calls, as the API has them: open ones first, then those to come, then those that are closed. */
export function callPages() {
  return infiniteQueryOptions({
    queryKey: ["calls", "public"] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["Calls"]>("/calls", { limit: 20, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function call(id: string) {
  return queryOptions({ queryKey: ["calls", "public", id] as const, queryFn: ({ signal }) => get<CallDetail>(`/calls/${encodeURIComponent(id)}`, {}, signal) });
}

export function callForm(id: string) {
  return queryOptions({ queryKey: ["calls", "public", id, "form"] as const, queryFn: ({ signal }) => get<Form>(`/calls/${encodeURIComponent(id)}/form`, {}, signal) });
}
