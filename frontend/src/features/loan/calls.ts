/** What the pages of loans read and do. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read } from "@/api/write";
import { Problem } from "@/lib/problem";
import { hasRole, type Me } from "@/space/kit/me";
import type { Filters } from "./filters";

type Schemas = components["schemas"];
export type Loan = Schemas["LoanOut"];
export type Action = Loan["allowed_actions"][number];
export type Agreement = Schemas["AgreementOut"];
export type Certificate = Schemas["CertificateOut"];
export type Entry = Schemas["EntryOut"];
export type Evaluation = Schemas["EvaluationOut"];

interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
}

export const loanPath = (id: string) => `/loans/${encodeURIComponent(id)}`;
export const may = ({ allowed_actions: actions }: { allowed_actions: readonly string[] }, action: Action) => actions.includes(action);
export const borrows = (someone: Me, { organisation }: Loan) => someone.organisations.some(({ id }) => id === organisation.id);
export function lends(someone: Me, { item: { owner } }: Loan): boolean {
  return hasRole(someone, "lender", "administrator") || (owner !== null && someone.organisations.some(({ id }) => id === owner.id));
}

export function loan(id: string) {
  return queryOptions({ queryKey: ["loan", id] as const, queryFn: ({ signal }) => read<Loan>(loanPath(id), {}, signal) });
}

/** The request that a loan is of: whoever signs is named there. */
export function requestOf({ request: { id } }: Pick<Loan, "request">) {
  return queryOptions({ queryKey: ["loan-request", id] as const, queryFn: ({ signal }) => read<Schemas["LoanRequestOut"]>(`/loan-requests/${encodeURIComponent(id)}`, {}, signal) });
}

/** The loans that one asks for or lends. Lists of values are asked one parameter a value. */
export function loanPages(filters: Filters) {
  const { statuses, ...rest } = filters;
  const search = new URLSearchParams();
  for (const status of statuses) search.append("status", status);
  for (const [name, value] of Object.entries({ ...rest, q: rest.q.trim() })) if (value) search.set(name, value);
  return infiniteQueryOptions({
    queryKey: ["loans", search.toString()] as const,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(search);
      asked.set("limit", "50");
      if (pageParam) asked.set("after", pageParam);
      return get<Listed<Loan>>(`/loans?${asked.toString()}`, {}, signal);
    },
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next, placeholderData: keepPreviousData,
  });
}

/** What was asked through us of organisations that see to their own loans, the newest first. */
export function forwardedPages() {
  return infiniteQueryOptions({
    queryKey: ["forwarded-requests"] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["ForwardedRequests"]>("/forwarded-requests", { limit: 10, after: pageParam }, signal),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
}

/** The versions of a loan's agreement, the last first. */
export function agreements(id: string) {
  return queryOptions({ queryKey: ["loan", id, "agreements"] as const, queryFn: async ({ signal }) => (await get<Listed<Agreement>>(`${loanPath(id)}/agreements`, { limit: 50 }, signal)).items });
}

export const agreementAddress = (id: string, version: number) => `/api/v1${loanPath(id)}/agreement.pdf?version=${version}`;
export const scanAddress = (id: string) => `/api/v1${loanPath(id)}/agreement/scan`;
export const certificateAddress = (id: string) => `/api/v1/insurance-certificates/${encodeURIComponent(id)}/file`;

/** The certificates that were given for this loan, and those that may serve it. */
export function certificates(id: string) {
  return queryOptions({ queryKey: ["loan", id, "certificates"] as const, queryFn: async ({ signal }) => (await get<Listed<Certificate>>(`${loanPath(id)}/insurance-certificates`, { limit: 50 }, signal)).items });
}

/** What the borrower says of the loan; null as long as nothing is asked. */
export function evaluation(id: string) {
  return queryOptions({
    queryKey: ["loan", id, "evaluation"] as const,
    queryFn: async ({ signal }) => {
      try {
        return await read<Evaluation>(`${loanPath(id)}/evaluation`, {}, signal);
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }
    },
  });
}

export function history(id: string) {
  return infiniteQueryOptions({
    queryKey: ["loan", id, "history"] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["LoanHistory"]>(`${loanPath(id)}/history`, { limit: 20, after: pageParam }, signal),
    initialPageParam: null as string | null, getNextPageParam: (page) => page.next,
  });
}
