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

/** What is decided at once: a field, or two that mean nothing apart. */
export interface Row {
  name: string;
  fields: string[];
  current: unknown;
  proposed: unknown;
  decision: Decision | null;
}

/** Fields that are decided together: a commune's name and code, a point's two numbers; each as one reads it. */
const PAIRS: Record<string, { fields: [string, string]; told: (first: unknown, second: unknown) => string | null }> = {
  commune: { fields: ["commune_name", "commune_insee"], told: (name, code) => (name ? `${name} (${code})` : null) },
  point: { fields: ["latitude", "longitude"], told: (latitude, longitude) => (latitude === null ? null : `${latitude}, ${longitude}`) },
};

/** The lines of a correction: its fields, those that go together on one. */
export function rowsOf(fields: readonly CorrectionField[]): Row[] {
  const paired = Object.entries(PAIRS).flatMap(([name, { fields: names, told }]) => {
    const [first, second] = names.map((each) => fields.find(({ field }) => field === each));
    if (!first || !second) return [];
    return [{ name, fields: names, current: told(first.current, second.current), proposed: told(first.proposed, second.proposed), decision: first.decision }];
  });
  const alone = fields.filter(({ field }) => !paired.some(({ fields: names }) => (names as string[]).includes(field)));
  return [...alone.map(({ field, ...told }) => ({ name: field, fields: [field as string], ...told })), ...paired];
}

/** The same decision for every field of these lines. */
export const decided = (rows: readonly Row[], decision: Decision): Record<string, Decision> => Object.fromEntries(rows.flatMap(({ fields }) => fields.map((field) => [field, decision])));
