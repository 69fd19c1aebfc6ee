/** What the page of membership applications reads and does. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import { todayInParis } from "@/lib/dates";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Application = Schemas["MembershipApplicationOut"];
export type Whole = Schemas["ApplicationWhole"];
export type Similar = Whole["similar"][number];
export const STATES = ["waiting", "admitted", "declined"] as const;
export type State = (typeof STATES)[number];

export const applicationsKey = ["membership-applications"] as const;
export const applicationPath = (id: string) => `/membership-applications/${encodeURIComponent(id)}`;

/** Applications: those that wait for a decision, with those that were asked something, or those that were decided. */
export function applicationPages(state: State) {
  return infiniteQueryOptions({
    queryKey: [...applicationsKey, "list", state] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["MembershipApplications"]>("/membership-applications", { state: state === "waiting" ? undefined : state, limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
}

export function application(id: string) {
  return queryOptions({ queryKey: [...applicationsKey, id] as const, queryFn: ({ signal }) => get<Whole>(applicationPath(id), {}, signal) });
}

/** The meetings of the board until today, the last first: one of them decided. */
export function boardMeetings() {
  return queryOptions({
    queryKey: ["meetings", "of-the-board"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Meetings"]>("/meetings", { body: "board", last: todayInParis(), limit: 50 }, signal)).items.filter(({ state }) => state !== "cancelled"),
  });
}
