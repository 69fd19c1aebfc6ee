import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Token = Schemas["TokenOut"];
export type TokenMade = Schemas["TokenMade"];
export type Scope = Schemas["ScopeOut"];

export function tokens(organisation: string | undefined) {
  return queryOptions({
    queryKey: ["tokens", organisation ?? "all"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Tokens"]>("/tokens", { organisation_id: organisation, limit: 100 }, signal)).items,
  });
}

export function scopes() {
  return queryOptions({ queryKey: ["scopes"] as const, queryFn: async ({ signal }) => (await get<Schemas["Scopes"]>("/scopes", {}, signal)).items, staleTime: 3_600_000 });
}

/** The address of a first read that these scopes allow; the documentation when none does. */
export function firstPath(scopesGiven: readonly string[], organisation: string): string {
  const id = encodeURIComponent(organisation);
  if (scopesGiven.includes("events:read") || scopesGiven.includes("events:write")) return `/api/v1/events?organisation_id=${id}`;
  return `/api/v1/organisations/${id}`;
}

/** A first call, to paste in a terminal. The secret is random letters and digits: nothing in it is special to a shell. */
export function firstCall(origin: string, path: string, secret: string): string {
  return `curl -H "Authorization: Bearer ${secret}" \\\n  "${origin}${path}"`;
}

/** Days that one may choose to end a token on, from `today` ("YYYY-MM-DD"): the API takes tomorrow to a year. */
export function expiryDays(today: string): { soon: string; half: string; year: string } {
  const after = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return { soon: after(30), half: after(182), year: after(364) };
}
