/** What the desk reads and writes. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { post } from "@/api/write";
import { toParams, withParams, type Card, type Filters, type Sort } from "./filters";

type Schemas = components["schemas"];
export type Board = Schemas["Board"];
export type BoardColumn = Schemas["DeskColumn"];
export type CardPage = Schemas["DeskApplications"];
export type Coverage = Schemas["Coverage"];
export type Area = Schemas["AreaCoverage"];
export type CommuneCoverage = Schemas["CommuneCoverage"];
export type EditionLoad = Schemas["EditionLoad"];
export type BulkPreview = Schemas["BulkPreview"];
export type BulkPreviewItem = Schemas["BulkPreviewItem"];
export type BulkDone = Schemas["BulkDone"];
export type What = Schemas["BulkPreviewAsked"]["what"];
export type BulkAction = Card["allowed_actions"][number];
export type Member = Schemas["MemberOut"];
export type Batch = Schemas["BatchSummary"];
export type Call = Schemas["PublishedCall"];

export const callPath = (id: string) => `/calls/${encodeURIComponent(id)}`;
/** Everything that the desk shows of a call is below one key: whatever is done refreshes it whole. */
export const deskKey = (call: string) => ["desk", call] as const;

/** How many of each column, and of a page of the table. */
const OF_EACH = 20;
const PAGE = 100;

/** The published calls, those of the latest edition first. */
export function calls() {
  return queryOptions({
    queryKey: ["desk-calls"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Calls"]>("/calls", { limit: 100 }, signal)).items,
  });
}

export function board(call: string, filters: Filters) {
  return queryOptions({
    queryKey: [...deskKey(call), "board", toParams(filters).toString()] as const,
    queryFn: ({ signal }) => get<Board>(withParams(`${callPath(call)}/board`, toParams(filters), { limit: OF_EACH }), {}, signal),
    placeholderData: keepPreviousData,
  });
}

/** The rest of a column, from where the board leaves it. */
export function restOfColumn(call: string, filters: Filters, column: BoardColumn) {
  return infiniteQueryOptions({
    queryKey: [...deskKey(call), "column", column.name, column.next, toParams(filters).toString()] as const,
    queryFn: ({ pageParam, signal }) => get<CardPage>(withParams(`${callPath(call)}/board/applications`, toParams({ ...filters, columns: [column.name] }), { limit: PAGE, after: pageParam }), {}, signal),
    initialPageParam: column.next,
    getNextPageParam: (page) => page.next,
    enabled: false,
  });
}

export function table(call: string, filters: Filters, sort: Sort) {
  return infiniteQueryOptions({
    queryKey: [...deskKey(call), "table", sort, toParams(filters).toString()] as const,
    queryFn: ({ pageParam, signal }) => get<CardPage>(withParams(`${callPath(call)}/board/applications`, toParams(filters), { limit: PAGE, sort, after: pageParam }), {}, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function coverage(call: string, filters: Filters) {
  return queryOptions({
    queryKey: [...deskKey(call), "coverage", toParams(filters).toString()] as const,
    queryFn: ({ signal }) => get<Coverage>(withParams(`${callPath(call)}/coverage`, toParams(filters)), {}, signal),
    placeholderData: keepPreviousData,
  });
}

export function load(year: number) {
  return queryOptions({ queryKey: ["desk-load", year] as const, queryFn: ({ signal }) => get<EditionLoad>(`/editions/${year}/load`, {}, signal) });
}

export function members(call: string) {
  return queryOptions({
    queryKey: ["desk-members", call] as const, staleTime: 60_000,
    queryFn: async ({ signal }) => (await get<Schemas["Committee"]>(`${callPath(call)}/committee`, {}, signal)).items.filter((each) => each.left_at === null),
  });
}

export function stagedBatches(call: string) {
  return queryOptions({
    queryKey: ["desk-batches", call] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Batches"]>("/decision-batches", { call_id: call, state: "staged", limit: 100 }, signal)).items,
  });
}

export const previewBulk = (call: string, what: What, ids: readonly string[]) => post<BulkPreview>(`${callPath(call)}/bulk/preview`, { what, application_ids: ids });

/** Does it with exactly what was previewed; sent again with the same key, it is done once. */
export function runBulk(call: string, what: What, preview: BulkPreview, key: string): Promise<BulkDone> {
  const items = preview.items.filter(({ code, version }) => code === null && version !== null).map(({ application_id, version }) => ({ application_id, version }));
  return post<BulkDone>(`${callPath(call)}/bulk`, { what, items }, key);
}

/** Where a file of exactly what is filtered is fetched from. */
export const exportAddress = (call: string, filters: Filters, kind: "csv" | "xlsx" | "zip") => withParams(`/api/v1${callPath(call)}/board.${kind}`, toParams(filters));
