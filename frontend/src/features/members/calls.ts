/** What the pages of members read and do. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, toQuery } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read } from "@/api/write";
import { asked, type Filters } from "./filters";

type Schemas = components["schemas"];
export type Member = Schemas["AssociationMemberOut"];
export type Listed = Schemas["MemberListed"];
export type Status = Schemas["AssociationMemberStatus"];

export const memberPath = (id: string) => `/members/${encodeURIComponent(id)}`;
export const may = ({ allowed_actions: actions }: { allowed_actions: readonly string[] }, action: string) => actions.includes(action);
export const membersKey = ["members"] as const;

/** Members as they were on the day that is asked. */
export function memberPages(filters: Filters) {
  return infiniteQueryOptions({
    queryKey: [...membersKey, "list", filters] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["Members"]>("/members", { ...asked(filters), sort: filters.sort, limit: 60, after: pageParam }, signal),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
}

/** The same members as a file. */
export const tableOf = (filters: Filters, kind: "csv" | "xlsx") => `/api/v1/members.${kind}${toQuery(asked(filters))}`;

export function member(id: string) {
  return queryOptions({ queryKey: [...membersKey, id] as const, queryFn: ({ signal }) => read<Member>(memberPath(id), {}, signal) });
}

export function statusOn(id: string, on: string) {
  return queryOptions({
    queryKey: [...membersKey, id, "status", on] as const, enabled: on !== "", placeholderData: keepPreviousData,
    queryFn: ({ signal }) => get<Status>(`${memberPath(id)}/status`, { on }, signal),
  });
}
