import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

export type LoanReport = components["schemas"]["LoanReport"];

/** The lender of what has no owner: the agency. */
export const AGENCY = "agency";

/** A year of a lender: `lender` is « agency » or an organisation. Counting it takes a while, and it changes slowly. */
export function loanReport(lender: string, year: number) {
  return queryOptions({
    queryKey: ["loan-report", lender, year] as const,
    queryFn: ({ signal }) => get<LoanReport>(`/reports/loans/${year}`, { lender }, signal),
    staleTime: 60_000,
  });
}

/** What the common catalogue holds today, and whose that is. */
export interface CommonCatalogue {
  total: number;
  lenders: number;
  /** What is not the agency's. */
  shared: number;
  contributors: number;
}

export function commonCatalogue() {
  return queryOptions({
    queryKey: ["common-catalogue"] as const,
    queryFn: async ({ signal }): Promise<CommonCatalogue> => {
      const { total, owner } = await get<components["schemas"]["CatalogueFacets"]>("/catalogue/facets", {}, signal);
      const contributors = owner.filter(({ value }) => value !== AGENCY);
      return { total, lenders: owner.length, shared: contributors.reduce((sum, { count }) => sum + count, 0), contributors: contributors.length };
    },
    staleTime: 60_000,
  });
}
