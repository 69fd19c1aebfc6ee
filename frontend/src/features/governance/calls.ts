/** What the pages of governance read, and how what they change is read anew. */
import { keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { post } from "@/api/write";
import type { Day } from "@/lib/dates";
import { useRequestName } from "@/space/kit/useRequestName";

type S = components["schemas"];
export type Post = S["PostOut"];
export type Term = S["TermOut"];
export type Office = S["OfficeOut"];
export type Alert = S["GovernanceAlert"];
export type Body = S["BodyOut"];
export type Bylaws = S["BylawsOut"];
export type Rules = S["BylawsRules"];
export type Candidate = S["MemberListed"];
export type Role = Office["role"];
export const ROLES: readonly Role[] = ["president", "vice_president", "treasurer", "secretary", "bureau_member"];

const KEY = "bodies";
interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
}

export const alerts = () => queryOptions({ queryKey: [KEY, "alerts"] as const, queryFn: async ({ signal }) => (await get<S["GovernanceAlerts"]>("/governance/alerts", {}, signal)).items });
export const bodies = () => queryOptions({ queryKey: [KEY, "rules"] as const, queryFn: async ({ signal }) => (await get<S["Bodies"]>("/bodies", {}, signal)).items });
/** At most 22 posts are there on a day. */
export const posts = () => queryOptions({ queryKey: [KEY, "posts"] as const, queryFn: async ({ signal }) => (await get<Listed<Post>>("/posts", { limit: 50 }, signal)).items });
export const terms = (on: Day) => queryOptions({ queryKey: [KEY, "terms", on] as const, queryFn: async ({ signal }) => (await get<Listed<Term>>("/terms", { on, limit: 50 }, signal)).items });
export const offices = (on: Day) => queryOptions({ queryKey: [KEY, "offices", on] as const, queryFn: async ({ signal }) => (await get<Listed<Office>>("/offices", { on, limit: 50 }, signal)).items });
export const pastTerms = () => queryOptions({ queryKey: [KEY, "past"] as const, queryFn: async ({ signal }) => (await get<Listed<Term>>("/terms", { limit: 300 }, signal)).items.filter((term) => term.ended_on !== null) });
export const versions = () => queryOptions({ queryKey: [KEY, "bylaws"] as const, queryFn: ({ signal }) => get<S["BylawsVersions"]>("/bylaws", { limit: 100 }, signal) });

/** The members of a day, by name; a co-option chooses among them. */
export const members = (on: Day) => queryOptions({
  queryKey: [KEY, "members", on] as const, enabled: on !== "", placeholderData: keepPreviousData,
  queryFn: async ({ signal }) => (await get<Listed<Candidate>>("/members", { on, limit: 300 }, signal)).items,
});

/** Changes the bodies: once, even when the network failed; then all that shows them is read anew. */
export function useMove(): (path: string, body: unknown, version?: number) => Promise<void> {
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  return useCallback(async (path, body, version) => {
    await post(path, body, nameOf([path, body]), version === undefined ? null : `"v${version}"`);
    forget();
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === KEY || queryKey[0] === "governance" });
  }, [client, nameOf, forget]);
}
