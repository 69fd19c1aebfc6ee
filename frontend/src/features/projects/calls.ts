/** What the pages of projects read and write. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read } from "@/api/write";

type Schemas = components["schemas"];
export type Project = Schemas["ProjectOut"];
export type ProjectLine = Schemas["ProjectSummary"];
export type ProjectEvent = Schemas["ProjectEvent"];
export type Lifecycle = Project["lifecycle"];
export type StandInvitation = Schemas["StandInvitationOut"];
export type Publication = Schemas["Publication"];
export type Sheet = Schemas["NationalSheet"];
export type EventCreated = Schemas["EventCreated"];

interface Listed<T> {
  items: T[];
  next: string | null;
  total?: number;
}

export const path = (id: string) => `/projects/${encodeURIComponent(id)}`;
export const may = ({ allowed_actions: actions }: { allowed_actions: string[] }, action: string) => actions.includes(action);

export interface Search {
  q: string;
  edition: string;
  lifecycle: string;
}

export function projectPages(search: Search) {
  return infiniteQueryOptions({
    queryKey: ["projects", search] as const,
    queryFn: ({ pageParam, signal }) => get<Listed<ProjectLine>>("/projects", { ...search, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function project(id: string) {
  return queryOptions({ queryKey: ["project", id] as const, queryFn: ({ signal }) => read<Project>(path(id), {}, signal) });
}

/** Stands that were offered to one's organisations, or by them, and wait. */
export function standInvitations() {
  return queryOptions({
    queryKey: ["stand-invitations"] as const,
    queryFn: async ({ signal }) => (await get<Listed<StandInvitation>>("/stand-invitations", { state: "open", limit: 100 }, signal)).items,
  });
}

export function sheet(id: string) {
  return queryOptions({ queryKey: ["project", id, "sheet"] as const, queryFn: ({ signal }) => get<Sheet>(`${path(id)}/national-sheet`, {}, signal) });
}
