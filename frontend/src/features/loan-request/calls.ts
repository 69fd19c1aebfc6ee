/** What the pages of requests read and write. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { post, read } from "@/api/write";
import { isDay } from "@/lib/dates";
import type { Draft, Line } from "./basket";

type Schemas = components["schemas"];
export type Item = Schemas["PublicItem"];
export type Check = Schemas["CheckOut"];
export type Calendar = Schemas["CalendarOut"];
export type LoanRequest = Schemas["LoanRequestOut"];
export type Quotes = Schemas["Quotes"];
type Create = Schemas["LoanRequestCreate"];

const MINUTE = 60_000;
export const requestPath = (id: string) => `/loan-requests/${encodeURIComponent(id)}`;
const itemPath = (slug: string) => `/catalogue/${encodeURIComponent(slug)}`;

export function item(slug: string) {
  return queryOptions({ queryKey: ["catalogue", slug] as const, queryFn: ({ signal }) => get<Item>(itemPath(slug), {}, signal), staleTime: 5 * MINUTE });
}

/** The units of an item, whose modules are chosen by their numbers. */
export function units(slug: string) {
  return queryOptions({ queryKey: ["catalogue", slug, "units"] as const, queryFn: ({ signal }) => get<Calendar>(`${itemPath(slug)}/availability`, {}, signal), staleTime: 5 * MINUTE });
}

/** Items of the catalogue that these words find. */
export function itemsLike(words: string) {
  return queryOptions({
    queryKey: ["catalogue-like", words] as const,
    queryFn: async ({ signal }) => (await get<{ items: Schemas["Card"][] }>("/catalogue", { q: words, limit: 10 }, signal)).items,
    enabled: words.trim().length >= 2, placeholderData: keepPreviousData, staleTime: MINUTE,
  });
}

export const hasDays = ({ starts_on: from, ends_on: to }: Pick<Line, "starts_on" | "ends_on">) => isDay(from) && isDay(to) && from <= to;

/** Whether these days can be had, or why not; asked as one types, for the place where the item will be used. */
export function check({ slug, format_id: format, modules, starts_on, ends_on }: Line, department: string | null) {
  const asked = new URLSearchParams({ starts_on, ends_on, ...(format && { format }), ...(department && { department }) });
  for (const each of modules) asked.append("modules", String(each));
  return queryOptions({
    queryKey: ["availability", slug, asked.toString()] as const,
    queryFn: ({ signal }) => get<Check>(`${itemPath(slug)}/availability/check?${asked.toString()}`, {}, signal),
    enabled: hasDays({ starts_on, ends_on }), staleTime: MINUTE / 2, placeholderData: keepPreviousData, retry: false,
  });
}

/** What the lines would cost, in their order. Asking commits nobody. */
export function quotes(organisation_id: string, loans: readonly { item_id: string; starts_on: string; ends_on: string }[]) {
  return queryOptions({
    queryKey: ["loan-quote", organisation_id, loans] as const,
    queryFn: () => post<Quotes>("/loan-requests/quote", { organisation_id, loans }),
    enabled: organisation_id !== "" && loans.length > 0, staleTime: MINUTE, placeholderData: keepPreviousData, retry: false,
  });
}

export function request(id: string) {
  return queryOptions({ queryKey: ["loan-request", id] as const, queryFn: ({ signal }) => read<LoanRequest>(requestPath(id), {}, signal) });
}

const text = (value: string) => value.trim() || null;

/** What the API takes. `ids` gives each item's own id by its slug. */
export function toBody(draft: Draft, ids: ReadonlyMap<string, string>): Create {
  const signatory = { name: draft["signatory.name"].trim(), capacity: draft["signatory.capacity"].trim(), email: text(draft["signatory.email"]) };
  return {
    organisation_id: draft.organisation_id,
    place_of_use: { name: draft["place_of_use.name"].trim(), address: text(draft["place_of_use.address"]), commune_insee: draft["place_of_use.commune_insee"], commune_name: text(draft.commune) },
    signatory: signatory.name || signatory.capacity || signatory.email ? signatory : null,
    channel: draft.channel, pass_culture_offer: draft.channel === "pass_culture" ? text(draft.pass_culture_offer) : null, message: text(draft.message),
    loans: draft.loans.map(({ slug, title: _title, format_id: format, modules, ...line }) => ({ ...line, item_id: ids.get(slug) ?? "", format_id: format || null, modules: modules.length > 0 ? modules : null })),
  };
}
