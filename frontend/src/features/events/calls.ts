/** What the page of an event reads and writes. */
import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read } from "@/api/write";

type Schemas = components["schemas"];
export type EventFacts = Schemas["EventOut"];
export type EventSession = Schemas["EventSessionOut"];
export type SessionWritten = Schemas["SessionWritten"];
export type Clash = Schemas["Clash"];
export type Candidate = Schemas["EventCandidate"];
export type Proposal = Schemas["ProposalOut"];
export type Venue = Schemas["VenueOut"];
export type Stands = Schemas["Stands"];
export type Project = Schemas["ProjectOut"];
export type Rule = "free" | "needs_approval" | "locked";
export type Group = "title" | "description" | "classification" | "audience" | "practical" | "venue" | "sessions" | "session_status";

interface Listed<T> {
  items: T[];
  next: string | null;
}

export const path = (id: string) => `/events/${encodeURIComponent(id)}`;
export const may = ({ allowed_actions: actions }: { allowed_actions: string[] }, action: string) => actions.includes(action);
/** The coordination's own changes wait for nobody. */
export const isKept = (event: EventFacts) => may(event, "publish");
export const ruleOf = (event: EventFacts, group: Group): Rule => (isKept(event) ? "free" : ((event.rules as Partial<Record<Group, Rule>>)[group] ?? "free"));

export function eventFacts(id: string) {
  return queryOptions({ queryKey: ["event-facts", id] as const, queryFn: ({ signal }) => read<EventFacts>(path(id), {}, signal) });
}

function below<T>(id: string, what: string) {
  return queryOptions({ queryKey: ["event-facts", id, what] as const, queryFn: async ({ signal }) => (await get<{ items: T[] }>(`${path(id)}/${what}`, {}, signal)).items });
}

export const sessionsOf = (id: string) => below<EventSession>(id, "sessions");
export const clashesOf = (id: string) => below<Clash>(id, "clashes");
export const candidatesOf = (id: string) => below<Candidate>(id, "candidates");

export function standsOf(id: string) {
  return queryOptions({ queryKey: ["event-facts", id, "stands"] as const, queryFn: ({ signal }) => get<Stands>(`${path(id)}/stands`, {}, signal) });
}

export function proposalsOf(id: string) {
  return queryOptions({
    queryKey: ["event-facts", id, "proposals"] as const,
    queryFn: async ({ signal }) => (await get<Listed<Proposal>>("/change-proposals", { event_id: id, state: "all", limit: 50 }, signal)).items,
  });
}

/** The project that an event is of: it says what the event misses. */
export function projectOf(id: string) {
  return queryOptions({ queryKey: ["project", id] as const, queryFn: ({ signal }) => read<Project>(`/projects/${encodeURIComponent(id)}`, {}, signal) });
}

export function venue(id: string) {
  return queryOptions({ queryKey: ["venue", id] as const, queryFn: ({ signal }) => get<Venue>(`/venues/${encodeURIComponent(id)}`, {}, signal), staleTime: 300_000 });
}

/** Many addresses say their town already. */
export const addressOf = ({ address, postal_code: code, city }: Pick<Venue, "address" | "city"> & { postal_code?: string | null }) => (
  [address, city && address?.includes(city) ? null : [code, city].filter(Boolean).join(" ")].filter(Boolean).join(", ")
);
export const venueLabel = (one: Pick<Venue, "name" | "address" | "city">) => [one.name, addressOf(one)].filter(Boolean).join(", ");

export function venuesLike(text: string) {
  return queryOptions({
    queryKey: ["venues", text] as const,
    queryFn: async ({ signal }) => (await get<Listed<Venue>>("/venues", { q: text, limit: 12 }, signal)).items,
    enabled: text.trim().length >= 2,
  });
}

export function organisationsLike(text: string) {
  return queryOptions({
    queryKey: ["organisations", "like", text] as const,
    queryFn: async ({ signal }) => (await get<Listed<Schemas["OrganisationListed"]>>("/organisations", { q: text, limit: 8 }, signal)).items,
    enabled: text.trim().length >= 2,
  });
}
