/** What the desk of the lender reads and does. */
import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read } from "@/api/write";

type Schemas = components["schemas"];
export type Loan = Schemas["LoanOut"];
export type LoanAction = Loan["allowed_actions"][number];
export type Certificate = Schemas["CertificateOut"];
export type LoanRequest = Schemas["LoanRequestOut"];
export type Approval = Schemas["ApprovalOut"];
export type ApprovalUnit = Schemas["UnitToChoose"];
export type Neighbour = Schemas["Neighbour"];
export type Refusal = Schemas["RefusalOut"];

export interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
}

export const loanPath = (id: string) => `/loans/${encodeURIComponent(id)}`;
export const may = (loan: { allowed_actions: readonly string[] }, action: LoanAction) => loan.allowed_actions.includes(action);

export function certificates(loanId: string) {
  return queryOptions({
    queryKey: ["lending-desk", "certificates", loanId] as const,
    queryFn: async ({ signal }) => (await get<Listed<Certificate>>(`${loanPath(loanId)}/insurance-certificates`, { limit: 50 }, signal)).items,
  });
}

export function loanRequest(id: string) {
  return queryOptions({ queryKey: ["lending-desk", "request", id] as const, queryFn: ({ signal }) => read<LoanRequest>(`/loan-requests/${encodeURIComponent(id)}`, {}, signal) });
}

export function oneLoan(id: string) {
  return queryOptions({ queryKey: ["lending-desk", "loan", id] as const, queryFn: ({ signal }) => read<Loan>(loanPath(id), {}, signal) });
}

/** What stands for and against a loan that waits for its lender's answer. */
export function approval(id: string) {
  return queryOptions({ queryKey: ["lending-desk", "approval", id] as const, queryFn: ({ signal }) => get<Approval>(`${loanPath(id)}/approval`, {}, signal), staleTime: 0 });
}

/** States in which a loan asks something of its lender, sooner or later. */
const OPEN = ["requested", "waitlisted", "held", "approved", "agreement_sent", "confirmed", "out", "returned", "inspected"] as const;

/** All loans under way that one lends. */
export function openLoans() {
  return queryOptions({
    queryKey: ["lending-desk", "open"] as const,
    queryFn: ({ signal }) => get<Listed<Loan>>(`/loans?${OPEN.map((status) => `status=${status}`).join("&")}&side=lender&sort=starts_on&limit=300`, {}, signal),
  });
}
