/** What the planning reads and writes. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { patch, post, read } from "@/api/write";
import type { Asked, Span } from "./address";

type Schemas = components["schemas"];
export type Planning = Schemas["PlanningOut"];
export type PlannedItem = Schemas["PlannedItem"];
export type PlannedUnit = Schemas["PlannedUnit"];
export type PlannedBlock = Schemas["PlannedBlock"];
export type LoanBrief = Schemas["LoanBriefOut"];
export type Loan = Schemas["LoanOut"];
export type Block = Schemas["BlockOut"];
export type OwnKind = Block["kind"];
export type Closure = Schemas["ClosureOut"];
export type Lender = Schemas["LenderListed"];

/** The first answer is what one sees at once; the others bring what lies below. */
const FIRST = 40;
const MORE = 300;

/** The units on their line of time, some items at a time. */
export function planningPages(asked: Asked, span: Span) {
  const { q, category, lender, item } = asked;
  return infiniteQueryOptions({
    queryKey: ["planning", { ...span, q, category, lender, item }] as const,
    queryFn: ({ pageParam, signal }) => get<Planning>("/planning", { ...span, q: q.trim(), category, lender, item, limit: pageParam ? MORE : FIRST, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    // What stood there stays while one walks in time.
    placeholderData: (before) => before,
  });
}

/** Every page of a list of the API. */
async function whole<T>(path: string, params: Record<string, string>, signal: AbortSignal): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page tells where the next begins
    const page: { items: T[]; next: string | null } = await get(path, { ...params, limit: 300, after }, signal);
    found.push(...page.items);
    after = page.next;
  } while (after);
  return found;
}

export const lenders = () => queryOptions({ queryKey: ["planning-lenders"] as const, queryFn: ({ signal }) => whole<Lender>("/lending-settings", {}, signal), staleTime: 300_000 });
export const closures = (from: string) => queryOptions({ queryKey: ["closures", from] as const, queryFn: ({ signal }) => whole<Closure>("/closures", { from }, signal) });
// What opens a form is read anew each time: it begins with what stands there now.
export const loanOf = (id: string) => queryOptions({ queryKey: ["loan-dates", id] as const, queryFn: ({ signal }) => read<Loan>(`/loans/${id}`, {}, signal), staleTime: 0, gcTime: 0 });
export const blockOf = (id: string) => queryOptions({ queryKey: ["unit-block", id] as const, queryFn: ({ signal }) => read<Block>(`/blocks/${id}`, {}, signal), staleTime: 0, gcTime: 0 });

export interface Days {
  starts_on: string;
  ends_on: string;
}

export interface BlockBody extends Days {
  reason: string | null;
}

export const makeBlocks = (body: BlockBody & { kind: OwnKind; units: string[] }, key: string) => post<Schemas["BlocksMade"]>("/blocks", body, key);
export const changeBlock = (id: string, body: BlockBody, etag: string | null) => patch<Block>(`/blocks/${id}`, body, etag);
export const releaseBlock = (id: string) => post<Block>(`/blocks/${id}/release`);

export const moveLoan = (id: string, days: Partial<Days>, etag: string | null) => patch<Loan>(`/loans/${id}`, days, etag);
export const endLoan = (id: string, action: "extend" | "shorten", ends_on: string, key: string) => post<Loan>(`/loans/${id}/${action}`, { ends_on }, key);

export interface ClosureBody extends Days {
  label: string;
}

export const addClosure = (body: ClosureBody & { lender: string }, key: string) => post<Closure>("/closures", body, key);
