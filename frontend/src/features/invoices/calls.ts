/** What the page of invoices reads and writes. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read, type Answer } from "@/api/write";
import { Problem } from "@/lib/problem";

type Schemas = components["schemas"];
export type Invoice = Schemas["InvoiceOut"];
export type Issuer = Schemas["IssuerOut"];
export type Loan = Schemas["LoanOut"];
export type Organisation = Schemas["OrganisationOut"];

interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
}

export const issuerPath = (lender: string) => `/invoice-issuers/${encodeURIComponent(lender)}`;

export function invoicePages(year: string) {
  return infiniteQueryOptions({
    queryKey: ["invoices", year] as const,
    queryFn: ({ pageParam, signal }) => get<Listed<Invoice>>("/invoices", { year, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Loans that an invoice may be issued for. */
export function loansToInvoice() {
  return infiniteQueryOptions({
    queryKey: ["loans", "to-invoice"] as const,
    queryFn: ({ pageParam, signal }) => get<Listed<Loan>>("/loans", { to_invoice: true, side: "lender", limit: 20, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Who issues a lender's invoices; null where nothing was said yet. */
export function issuer(lender: string) {
  return queryOptions({
    queryKey: ["invoice-issuer", lender] as const,
    queryFn: async ({ signal }): Promise<Answer<Issuer> | null> => {
      try {
        return await read<Issuer>(issuerPath(lender), {}, signal);
      } catch (error) {
        if (error instanceof Problem && error.code === "invoice_issuer_missing") return null;
        throw error;
      }
    },
  });
}

/** What is known of whom an invoice is for; null where one may not know it. */
export function debtor(id: string) {
  return queryOptions({
    queryKey: ["organisation-to-invoice", id] as const,
    queryFn: async ({ signal }): Promise<Partial<Organisation> | null> => {
      try {
        return await get<Partial<Organisation>>(`/organisations/${encodeURIComponent(id)}`, {}, signal);
      } catch (error) {
        if (error instanceof Problem && error.status >= 400 && error.status < 500) return null;
        throw error;
      }
    },
  });
}
