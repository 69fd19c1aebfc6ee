import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import { post } from "@/api/write";
import type { components } from "@/api/__generated__/schema";

type S = components["schemas"];
export type Correction = S["CorrectionOut"];
export type CorrectionField = S["CorrectionField"];
export type Decision = "accepted" | "refused";
export type State = Correction["state"];

export function corrections(state: State) {
  return infiniteQueryOptions({
    queryKey: ["directory-corrections", state] as const,
    queryFn: ({ pageParam, signal }) => get<S["Corrections"]>("/directory-corrections", { state, limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** How the codes of kinds, themes and offers are called. */
export function kinds() {
  return queryOptions({ queryKey: ["organisation-kinds"] as const, queryFn: ({ signal }) => get<S["OrganisationKinds"]>("/organisation-kinds", {}, signal), staleTime: 3_600_000 });
}

export const decide = (correction: Correction, decisions: Record<string, Decision>, answer: string) =>
  post<Correction>(`/directory-corrections/${correction.id}/decision`, { decisions, answer: answer.trim() || null }, undefined, `"v${correction.version}"`);

/** Fields that are decided together: a commune's two, a point's. */
export const PAIRS: readonly (readonly [string, string])[] = [["commune_insee", "commune_name"], ["latitude", "longitude"]];

/** The same decision for a field and for what goes with it. */
export function decided(before: Record<string, Decision>, field: string, decision: Decision): Record<string, Decision> {
  const together = PAIRS.find((pair) => pair.includes(field)) ?? [field];
  return { ...before, ...Object.fromEntries(together.map((each) => [each, decision])) };
}
