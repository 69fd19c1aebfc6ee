import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Account = Schemas["AccountItem"];
export type AccountEvent = Schemas["AccountEvent"];
export type AuditEntry = Schemas["AuditEntry"];
export type DeadLetter = Schemas["DeadLetter"];

/** The services that keep a log and send messages. */
export const SERVICES = ["members", "gateway", "events", "loans"] as const;
export type Service = (typeof SERVICES)[number];
export const isService = (text: string | undefined): text is Service => SERVICES.some((each) => each === text);

interface Listed<T> {
  items: T[];
  next: string | null;
}

/** A list of the API, page after page. */
function pagesOf<T>(path: string, params: Record<string, string>, limit: number) {
  return infiniteQueryOptions({
    queryKey: ["administration", path, params] as const,
    queryFn: ({ pageParam, signal }) => get<Listed<T>>(path, { ...params, limit, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export const accountPages = (search: { q: string; role: string }) => pagesOf<Account>("/accounts", search, 30);
export const accountPath = (id: string) => `/accounts/${encodeURIComponent(id)}`;
export const accountHistory = (id: string) => pagesOf<AccountEvent>(`${accountPath(id)}/history`, {}, 20);
export const auditPages = (service: Service, search: { actor: string; subject: string; action: string }) => pagesOf<AuditEntry>(`/audit/${service}`, search, 30);

export const oneAccount = (id: string) => queryOptions({ queryKey: ["administration", "account", id] as const, queryFn: ({ signal }) => get<Account>(accountPath(id), {}, signal) });

export function deadLetters(service: Service) {
  return queryOptions({ queryKey: ["administration", "dead-letters", service] as const, queryFn: async ({ signal }) => (await get<Listed<DeadLetter>>(`/dead-letters/${service}`, { limit: 100 }, signal)).items });
}

/** What an entry of the log says beside its action, in one line; nothing when its values were erased. */
export function detail(values: Record<string, unknown> | null): string | null {
  if (!values) return null;
  const parts = Object.entries(values).filter(([, value]) => value !== null && value !== "");
  return parts.map(([name, value]) => `${name} : ${typeof value === "object" ? JSON.stringify(value) : String(value)}`).join(", ");
}
