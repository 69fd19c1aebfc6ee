/** What the store-room reads and writes: appointments, preparation, condition reports, hand-overs, incidents, units. */
import { infiniteQueryOptions, keepPreviousData, queryOptions, type QueryClient } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read } from "@/api/write";

type Schemas = components["schemas"];
export type Loan = Schemas["LoanOut"];
export type Slot = Schemas["SlotOut"];
export type Slots = Schemas["Slots"];
export type SlotPlace = Schemas["SlotPlace"];
export type SlotOpening = Slots["openings"][number];
export type Direction = Slot["direction"];
export type Preparation = Schemas["Preparation"];
export type UnitToPrepare = Preparation["units"][number];
export type UnitOfLoan = Schemas["UnitOfLoan"];
export type Report = Schemas["ReportOut"];
export type Reports = Schemas["Reports"];
export type HandOver = Reports["hand_overs"][number];
export type Line = Report["lines"][number];
export type Photo = Line["photos"][number];
export type Condition = Line["state"];
export type Incident = Schemas["IncidentOut"];
export type UnitAtHand = Schemas["UnitAtHand"];
export type Unit = Schemas["UnitOut"];
export type Block = Schemas["BlockOut"];
export type ItemLine = Schemas["ItemListed"];
export type Item = Schemas["LentItemOut"];

/** The version to give back when something is changed (`If-Match`). */
export const tag = ({ version }: { version: number }) => `"v${version}"`;
export const loanPath = (id: string) => `/loans/${encodeURIComponent(id)}`;
export const may = ({ allowed_actions: actions }: { allowed_actions: readonly string[] }, action: string) => actions.includes(action);

/** What is read for one loan stands below one key: whatever changes it reads all of it again. */
const OF_LOAN = "store-room";

export function slots(loan: string) {
  return queryOptions({ queryKey: [OF_LOAN, loan, "slots"] as const, queryFn: ({ signal }) => get<Slots>(`${loanPath(loan)}/slots`, {}, signal) });
}

export function reports(loan: string) {
  return queryOptions({ queryKey: [OF_LOAN, loan, "reports"] as const, queryFn: ({ signal }) => get<Reports>(`${loanPath(loan)}/condition-reports`, {}, signal) });
}

export function incidentsOf(loan: string) {
  return queryOptions({ queryKey: [OF_LOAN, loan, "incidents"] as const, queryFn: ({ signal }) => get<Schemas["Incidents"]>("/incidents", { loan, limit: 100 }, signal) });
}

export function preparation(loan: string) {
  return queryOptions({ queryKey: [OF_LOAN, loan, "preparation"] as const, queryFn: ({ signal }) => get<Preparation>(`${loanPath(loan)}/preparation`, {}, signal) });
}

export function storeRoomLoan(id: string) {
  return queryOptions({ queryKey: [OF_LOAN, id, "loan"] as const, queryFn: ({ signal }) => get<Loan>(loanPath(id), {}, signal) });
}

export function unitAtHand(id: string) {
  return queryOptions({ queryKey: ["unit", id, "at-hand"] as const, queryFn: ({ signal }) => get<UnitAtHand>(`/units/${encodeURIComponent(id)}/at-hand`, {}, signal) });
}

/** The unit with its version, for what will be changed of it. */
export function unit(id: string) {
  return queryOptions({ queryKey: ["unit", id] as const, queryFn: ({ signal }) => read<Unit>(`/units/${encodeURIComponent(id)}`, {}, signal) });
}

/** When a unit is kept from being lent, today and later. */
export function blocksOf(id: string) {
  return queryOptions({ queryKey: ["unit", id, "blocks"] as const, queryFn: async ({ signal }) => (await get<Schemas["Blocks"]>("/blocks", { unit: id, released: false, limit: 100 }, signal)).items });
}

/** Items whose labels may be printed, by title. */
export function labelItems(q: string) {
  return infiniteQueryOptions({
    queryKey: ["label-items", q] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["Items"]>("/items", { q, limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function labelItem(id: string) {
  return queryOptions({ queryKey: ["label-items", "one", id] as const, queryFn: ({ signal }) => get<Item>(`/items/${encodeURIComponent(id)}`, {}, signal) });
}

/** Reads again whatever the store-room shows of a loan, and of the units at hand. */
export async function refreshLoan(client: QueryClient, loan: string): Promise<void> {
  await Promise.all([client.invalidateQueries({ queryKey: [OF_LOAN, loan] }), client.invalidateQueries({ queryKey: ["unit"] })]);
}

/** Loans that what is out may go on to: of the same units, agreed on, and not reported on yet. */
export function nextLoans(loan: Loan) {
  const units = loan.units.map(({ id }) => id).toSorted().join();
  return queryOptions({
    queryKey: [OF_LOAN, loan.id, "next", units] as const,
    queryFn: async ({ signal }) => {
      const { items } = await get<Schemas["Loans"]>("/loans", { item: loan.item.id, side: "lender", status: "confirmed", limit: 100 }, signal);
      return items.filter((each) => each.id !== loan.id && each.papers.condition_report_out_id === null && each.units.map(({ id }) => id).toSorted().join() === units);
    },
  });
}
