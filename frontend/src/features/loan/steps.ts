/** The way of a loan, step by step, and what each side is waited for. */
import type { Certificate, Loan } from "./calls";

export type Step = "ask" | "answer" | "sign" | "insure" | "pick_up" | "bring_back" | "check";
export interface Told {
  step: Step;
  isDone: boolean;
}

const ORDER: readonly Loan["status"][] = ["requested", "waitlisted", "held", "approved", "agreement_sent", "confirmed", "out", "returned", "inspected", "closed"];
const ENDED: readonly Loan["status"][] = ["declined", "expired", "cancelled"];

export const isOver = ({ status }: Pick<Loan, "status">) => ENDED.includes(status);
/** Whether a loan stands at a state or beyond it. */
const reached = (status: Loan["status"], state: Loan["status"]) => ORDER.indexOf(status) >= ORDER.indexOf(state);

export const asksPaper = ({ papers }: Pick<Loan, "papers">) => papers.insurance_asked === "certificate" || papers.insurance_asked === "yearly";
export const isInsured = ({ papers }: Pick<Loan, "papers">) => papers.insurance_certificate_id !== null || papers.insurance_waiver !== null;
export const isOffered = ({ status, hold }: Pick<Loan, "status" | "hold">) => status === "held" && hold !== null && hold.offered_at !== null && hold.offer_accepted_at === null;

/** The steps of a loan that goes its way; of one that ended before there is none. */
export function stepsOf(loan: Pick<Loan, "status" | "papers">): Told[] {
  const { status, papers } = loan;
  if (isOver(loan)) return [];
  const isOut = reached(status, "out");
  const steps: Told[] = [
    { step: "ask", isDone: true },
    { step: "answer", isDone: reached(status, "approved") },
    { step: "sign", isDone: isOut || papers.signed_agreement_id !== null },
    { step: "insure", isDone: isOut || isInsured(loan) },
    { step: "pick_up", isDone: isOut },
    { step: "bring_back", isDone: reached(status, "returned") },
    { step: "check", isDone: reached(status, "inspected") },
  ];
  return asksPaper(loan) ? steps : steps.filter(({ step }) => step !== "insure");
}

/** What is said of insurance: a certificate is missing, one may serve, the lender checks it or asks for another one. */
export type InsuranceNext = "insure" | "insure_ready" | "insure_checked" | "insure_again";
export type Next = Step | InsuranceNext | "offer" | "sent" | "sent_on_paper" | "waitlisted" | "late" | "extension" | "done";

/** What comes next; what is waited for of the borrower goes before what the lender will do. */
export function nextOf(loan: Pick<Loan, "status" | "papers" | "hold" | "is_late">): Next | null {
  if (isOver(loan)) return null;
  if (isOffered(loan)) return "offer";
  if (loan.status === "waitlisted") return "waitlisted";
  if (loan.is_late) return "late";
  if (loan.status === "agreement_sent" && loan.papers.signed_agreement_id === null) return "sent";
  return stepsOf(loan).find(({ isDone }) => !isDone)?.step ?? "done";
}

/** Where the agreement waits: at the end of a link, or on paper where whoever signs has no address. */
export function signingNext(signatory: { email: string | null } | null): "sent" | "sent_on_paper" {
  return signatory?.email ? "sent" : "sent_on_paper";
}

/** What comes next once certificates were given, for this loan or for another. */
export function insuranceNext(given: readonly Pick<Certificate, "state" | "shortfalls">[]): InsuranceNext {
  if (given.some(({ state }) => state === "waiting")) return "insure_checked";
  if (given.some(({ state, shortfalls }) => state === "accepted" && shortfalls.length === 0)) return "insure_ready";
  return given.some(({ state }) => state === "refused") ? "insure_again" : "insure";
}
