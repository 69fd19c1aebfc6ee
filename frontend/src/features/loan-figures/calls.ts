import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, toQuery } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type { LoanReport } from "@/programme/loanReport";
export type LoanFigures = Schemas["LoanFigures"];
export type Part = Schemas["Part"];
export type ReportRows = Schemas["ReportRows"];
export type Row = ReportRows["items"][number];
export type CountedItem = Schemas["CountedItem"];
export type CountedLoan = Schemas["CountedLoan"];
export type CountedBorrower = Schemas["CountedBorrower"];

/** What a figure was counted from, page after page. */
export function reportRows(lender: string, year: number, figure: string, value: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["loan-report-rows", lender, year, figure, value] as const,
    queryFn: ({ pageParam, signal }) => get<ReportRows>(`/reports/loans/${year}/rows`, { lender, figure, value, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function kinds() {
  return queryOptions({ queryKey: ["organisation-kinds"] as const, queryFn: ({ signal }) => get<Schemas["OrganisationKinds"]>("/organisation-kinds", {}, signal), staleTime: 3_600_000 });
}

export const workbookAddress = (lender: string, year: number): string => `/api/v1/reports/loans/${year}.xlsx${toQuery({ lender })}`;
