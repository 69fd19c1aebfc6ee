import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

type S = components["schemas"];
export type MemberReport = S["MemberReport"];
export type MemberFigures = S["MemberFigures"];
export type Breakdown = "by_college" | "by_department" | "by_kind" | "by_fee_category";
export type Rows = S["MemberReportRows"];
export type Row = Rows["items"][number];

export function memberReport(year: number) {
  return queryOptions({ queryKey: ["member-report", year] as const, queryFn: ({ signal }) => get<MemberReport>(`/reports/members/${year}`, {}, signal), staleTime: 60_000 });
}

/** What a figure was counted from, page after page. */
export function memberReportRows(year: number, figure: string, value: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ["member-report-rows", year, figure, value] as const,
    queryFn: ({ pageParam, signal }) => get<Rows>(`/reports/members/${year}/rows/${figure}`, { value, limit: 100, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

export function kinds() {
  return queryOptions({ queryKey: ["organisation-kinds"] as const, queryFn: ({ signal }) => get<S["OrganisationKinds"]>("/organisation-kinds", {}, signal), staleTime: 3_600_000 });
}

export const workbookAddress = (year: number): string => `/api/v1/reports/members/${year}.xlsx`;
