/** What the page of the register reads. */
import { infiniteQueryOptions, keepPreviousData } from "@tanstack/react-query";
import { get, toQuery } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { isDay } from "@/lib/dates";

type Schemas = components["schemas"];
export type Entry = Schemas["RegisterEntry"];
export type Verification = Schemas["RegisterVerification"];

export interface Filters {
  kind: string;
  from: string;
  to: string;
  subject: string;
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
const day = (value: unknown) => (isDay(textOf(value)) ? textOf(value) : "");

/** What the address asks: `?nature=member.ended&du=…&au=…&sujet=…`. */
export function readFilters(search: Record<string, unknown>): Filters {
  const subject = textOf(search.sujet);
  const kind = textOf(search.nature);
  return { kind: /^[a-z_]+\.[a-z_]+$/.test(kind) ? kind : "", from: day(search.du), to: day(search.au), subject: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(subject) ? subject : "" };
}

export function toSearch({ kind, from, to, subject }: Filters): Record<string, string | undefined> {
  return { nature: kind || undefined, du: from || undefined, au: to || undefined, sujet: subject || undefined };
}

export function entryPages(filters: Filters) {
  return infiniteQueryOptions({
    queryKey: ["register", filters] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["RegisterEntries"]>("/register", { ...filters, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
}

export const fileOf = (filters: Filters, kind: "csv" | "pdf") => `/api/v1/register.${kind}${toQuery({ ...filters })}`;
export const verify = () => get<Verification>("/register/verify", {});
