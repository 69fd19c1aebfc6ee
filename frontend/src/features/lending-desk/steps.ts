/** What a lender may do next with a loan, out of what the API allows. */
import { may, type Loan } from "./calls";

/** Everything that a lender does to a loan on its page, each with a button of its own. */
export const STEPS = [
  "study", "hold", "hold_longer", "waitlist", "agree", "make_agreement", "send_agreement", "waive_insurance", "prepare",
  "take_back", "report_in", "inspect", "settle_fee", "change_fee", "close", "extend", "shorten", "decline", "cancel",
] as const;
export type StepName = (typeof STEPS)[number];

/** What the lender is waited for, first; then all that is possible. Nothing that the API would refuse. */
export function stepsOf(loan: Loan): { first: StepName | null; others: StepName[] } {
  const { status, papers, fee } = loan;
  const asksPaper = papers.insurance_asked === "certificate" || papers.insurance_asked === "yearly";
  const isInsured = papers.insurance_certificate_id !== null || papers.insurance_waiver !== null;
  const possible: Record<StepName, boolean> = {
    study: may(loan, "approve"),
    hold: may(loan, "hold") && status !== "held",
    hold_longer: may(loan, "hold") && status === "held",
    waitlist: may(loan, "waitlist"),
    agree: may(loan, "make_agreement") && status === "approved" && papers.agreement_id === null,
    make_agreement: may(loan, "make_agreement") && papers.signed_agreement_id === null && papers.agreement_id !== null,
    send_agreement: may(loan, "send_agreement") && papers.signed_agreement_id === null,
    waive_insurance: may(loan, "insure") && asksPaper && !isInsured,
    prepare: status === "confirmed",
    take_back: may(loan, "return"),
    report_in: status === "returned" && papers.condition_report_in_id === null,
    inspect: may(loan, "inspect"),
    settle_fee: may(loan, "settle_fee") && fee.state === "to_be_settled",
    change_fee: may(loan, "settle_fee") && fee.state === "settled",
    close: may(loan, "close"),
    extend: may(loan, "extend"),
    shorten: may(loan, "shorten"),
    decline: may(loan, "decline"),
    cancel: may(loan, "cancel"),
  };
  const all = STEPS.filter((step) => possible[step]);
  const first = FIRST.find((step) => possible[step] && isAwaited(step, loan)) ?? null;
  return { first, others: all.filter((step) => step !== first) };
}

/** Some steps are what the loan waits for in some of the states in which they may be done. */
function isAwaited(step: StepName, { status }: Loan): boolean {
  if (step === "hold") return status === "expired";
  // Before a loan is approved, somebody else is waited for.
  if (step === "settle_fee") return status !== "waitlisted" && status !== "held";
  return step !== "send_agreement" || status === "approved";
}

const FIRST: readonly StepName[] = ["study", "agree", "send_agreement", "prepare", "take_back", "inspect", "report_in", "close", "settle_fee", "hold"];

/** The states of a booking at pass Culture, each after the one before. */
const BOOKING = ["pre_booked", "confirmed", "done", "reimbursed"] as const;
type Booking = (typeof BOOKING)[number];
const WENT_OUT: readonly Loan["status"][] = ["out", "returned", "inspected", "closed"];

/** What may be noted next of a booking: what has not left yet is not done. */
export function nextBooking(state: Booking, status: Loan["status"]): Booking | null {
  const next = BOOKING[BOOKING.indexOf(state) + 1] ?? null;
  return next === "done" && !WENT_OUT.includes(status) ? null : next;
}
