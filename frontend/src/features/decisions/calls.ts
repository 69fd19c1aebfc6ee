/** What the pages of decisions read and write. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { del, patch, post, read, type Answer } from "@/api/write";
import { Problem } from "@/lib/problem";

type Schemas = components["schemas"];
export type Batch = Schemas["BatchOut"];
export type BatchSummary = Schemas["BatchSummary"];
export type Item = Schemas["ItemOut"];
export type Dossier = Schemas["DecisionCandidate"];
export type Decision = Item["decision"];
export type Preview = Schemas["PreviewOut"];
export type PreviewItem = Schemas["PreviewItem"];
export type BatchWarning = Schemas["BatchWarning"];
export type Applied = Schemas["Applied"];
export type Call = Schemas["CallOut"];
export type Member = Schemas["MemberOut"];
export type StagedLine = Schemas["StagedLine"];

/** What of a batch is changed by hand, beside what it decides. */
export type Settings = { title: string; notes: string; sitting_on: string | null; present: string[] };

export const batchPath = (id: string) => `/decision-batches/${encodeURIComponent(id)}`;
const PAGE = 300;
/** Milliseconds between two looks at what others do in the same batch. */
const LOOKS = 20_000;

export function batchPages(call: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["decisions", "list", call ?? "all"] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["Batches"]>("/decision-batches", { call_id: call, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** A batch with everything that it decides, and, as long as it is staged, the applications that it could decide too. */
export interface Desk {
  batch: Batch;
  candidates: Dossier[];
}

export function desk(id: string) {
  return queryOptions({
    queryKey: ["decisions", "desk", id] as const,
    queryFn: async ({ signal }): Promise<Desk> => {
      const { data: batch } = await read<Batch>(batchPath(id), {}, signal);
      return { batch, candidates: batch.state === "staged" ? await candidates(id, signal) : [] };
    },
    refetchInterval: ({ state: { data } }) => (data?.batch.state === "staged" ? LOOKS : false),
  });
}

/** Every application that no batch decides yet, page after page. */
async function candidates(id: string, signal: AbortSignal): Promise<Dossier[]> {
  const found: Dossier[] = [];
  let after: string | null = null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page tells where the next begins
    const page: Schemas["DecisionCandidates"] = await get(`${batchPath(id)}/candidates`, { limit: PAGE, after }, signal);
    found.push(...page.items);
    after = page.next;
  } while (after);
  return found;
}

/** The calls of every edition, the last first: those that were published. */
export function decidableCalls() {
  return queryOptions({
    queryKey: ["decisions", "calls"] as const,
    queryFn: async ({ signal }) => {
      const { items: editions } = await get<Schemas["Editions"]>("/editions", { limit: 100 }, signal);
      const pages = await Promise.all(editions.map(({ year }) => get<Schemas["CallsOfEdition"]>(`/editions/${year}/calls`, { limit: 100 }, signal)));
      return pages.flatMap((page) => page.items).filter(({ publication }) => publication !== "draft").toSorted((one, other) => other.opens_at.localeCompare(one.opens_at));
    },
    staleTime: 60_000,
  });
}

export function committee(call: string) {
  return queryOptions({
    queryKey: ["decisions", "committee", call] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Committee"]>(`/calls/${encodeURIComponent(call)}/committee`, {}, signal)).items.filter(({ left_at: left }) => left === null),
    staleTime: 60_000,
  });
}

export const stage = (id: string, items: StagedLine[]) => post<Batch>(`${batchPath(id)}/items`, { items });
export const unstage = (id: string, application: string, version: number) => del(`${batchPath(id)}/items/${application}`, `"v${version}"`);
export const preview = (id: string) => post<Preview>(`${batchPath(id)}/preview`);
/** Named by the preview: pressed twice, or sent again by a network that doubts, it is done once. */
export const apply = (id: string, seen: Preview) => post<Applied>(`${batchPath(id)}/apply`, { version: seen.version, preview_id: seen.id }, seen.id);

/**
 * Changes the settings of a batch. Its version grows with every decision that is staged: a change made on an older one is made again,
 * unless somebody else changed the same settings meanwhile.
 */
export async function changeSettings(id: string, version: number, before: Settings, part: Partial<Settings>): Promise<Answer<Batch>> {
  try {
    return await patch<Batch>(batchPath(id), part, `"v${version}"`);
  } catch (error) {
    const current = error instanceof Problem && error.status === 412 ? (error.body.current as (Settings & { version: number }) | undefined) : undefined;
    if (!current || !sameSettings(current, before, Object.keys(part) as (keyof Settings)[])) throw error;
    return patch<Batch>(batchPath(id), part, `"v${current.version}"`);
  }
}

/** Whether these settings are the same; who is present, whatever their order. */
export function sameSettings(one: Settings, other: Settings, names: readonly (keyof Settings)[]): boolean {
  const plain = (value: Settings[keyof Settings]) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  return names.every((name) => plain(one[name]) === plain(other[name]));
}

export const settingsOf = ({ title, notes, sitting_on, present }: Batch): Settings => ({ title, notes, sitting_on, present: present.map(({ account_id: account }) => account) });
