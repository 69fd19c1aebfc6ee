/** What the pages of organisations read and write. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, type Params } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { put, read } from "@/api/write";

type Schemas = components["schemas"];
export type Brief = Schemas["OrganisationListed"];
export type Organisation = Schemas["OrganisationOut"];
export type Shown = Organisation | (Schemas["OrganisationBrief"] & { view?: "brief" });
export type Similar = Schemas["SimilarOrganisation"];
export type Membership = Schemas["MembershipOut"];
export type Invitation = Schemas["InvitationOut"];
export type JoinRequest = Schemas["JoinRequestOut"];
export type Contact = Schemas["ContactOut"];
export type Note = Schemas["NoteOut"];
export type OwnEvent = Schemas["EventSummary"];
export type Kinds = Schemas["OrganisationKinds"];

/** One page of a list of the API. */
export interface Listed<T> {
  items: T[];
  next: string | null;
  total?: number;
}

export const path = (id: string) => `/organisations/${encodeURIComponent(id)}`;
export const isWhole = (shown: Shown): shown is Organisation => shown.view !== "brief";
export const may = ({ allowed_actions: actions }: { allowed_actions: string[] }, action: string) => actions.includes(action);

/** A list below an organisation, whole up to a hundred; `next` says that there is more. */
function below<T>(id: string, what: string, params: Params = {}) {
  return queryOptions({
    queryKey: ["organisation", id, what] as const,
    queryFn: ({ signal }) => get<Listed<T>>(`${path(id)}/${what}`, { limit: 100, ...params }, signal),
  });
}

export const memberships = (id: string) => below<Membership>(id, "memberships");
export const invitations = (id: string) => below<Invitation>(id, "invitations", { state: "waiting" });
export const joinRequests = (id: string) => below<JoinRequest>(id, "join-requests", { state: "waiting" });
export const contacts = (id: string) => below<Contact>(id, "contacts");
export const notes = (id: string) => below<Note>(id, "notes");
export const lookAlikes = (id: string) => below<Similar>(id, "duplicates", { limit: null });

/** What one asked of organisations, the newest first. */
export function ownRequests() {
  return queryOptions({
    queryKey: ["me-join-requests"] as const,
    queryFn: async ({ signal }) => (await get<Listed<Schemas["MyJoinRequestOut"]>>("/me/join-requests", { limit: 100 }, signal)).items,
  });
}

export interface Happened {
  seq: number;
  at: string;
  action: string;
  by: string | null;
  person: string | null;
  values: Record<string, unknown> | null;
}

export function history(id: string) {
  return infiniteQueryOptions({
    queryKey: ["organisation", id, "history"] as const,
    queryFn: ({ pageParam, signal }) => get<Listed<Happened>>(`${path(id)}/history`, { limit: 15, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** The organisation with its version, for what will be edited. */
export function organisation(id: string) {
  return queryOptions({ queryKey: ["organisation", id] as const, queryFn: ({ signal }) => read<Shown>(path(id), {}, signal) });
}

export function ownOrganisations() {
  return queryOptions({
    queryKey: ["organisations", "mine"] as const,
    queryFn: async ({ signal }) => (await get<Listed<Brief>>("/organisations", { mine: true, limit: 100 }, signal)).items,
  });
}

export interface Search {
  q: string;
  kind: string;
  department: string;
}

export function organisationPages(search: Search) {
  return infiniteQueryOptions({
    queryKey: ["organisations", "search", search] as const,
    queryFn: ({ pageParam, signal }) => get<Listed<Brief>>("/organisations", { ...search, limit: 25, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function kinds() {
  return queryOptions({ queryKey: ["organisation-kinds"] as const, queryFn: ({ signal }) => get<Kinds>("/organisation-kinds", {}, signal), staleTime: 3_600_000 });
}

export function eventsOf(id: string) {
  return infiniteQueryOptions({
    queryKey: ["organisation", id, "events"] as const,
    queryFn: ({ pageParam, signal }) => get<Listed<OwnEvent>>("/events", { organisation_id: id, limit: 25, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function tokensOf(id: string) {
  return queryOptions({
    queryKey: ["tokens", id] as const,
    queryFn: async ({ signal }) => (await get<Listed<Schemas["TokenOut"]>>("/tokens", { organisation_id: id, limit: 100 }, signal)).items,
  });
}

export type ContactShown = components["schemas"]["ContactShownOut"];

export function contactShown(id: string) {
  return queryOptions({ queryKey: ["directory-contact", id] as const, queryFn: ({ signal }) => get<ContactShown>(`/organisations/${id}/directory-contact`, {}, signal) });
}

export const showContact = (id: string, shown: components["schemas"]["ContactShown"]) => put<ContactShown>(`/organisations/${id}/directory-contact`, shown);
