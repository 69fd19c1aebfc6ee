/** What of the loans under way waits for their lender, by kind; and what goes out and comes back soon. */
import type { components } from "@/api/__generated__/schema";
import { addDays, type Day } from "@/lib/dates";
import { hasRole, type Me } from "../kit/me";

type Loan = components["schemas"]["LoanOut"];

/** Whether somebody lends this: for the agency, or for the organisation whose item it is. */
export function lends(someone: Me, loan: Loan): boolean {
  const { owner } = loan.item;
  return hasRole(someone, "lender", "administrator") || (owner !== null && someone.organisations.some(({ id }) => id === owner.id));
}

/** In the order in which one sees to them. */
export const KINDS = ["late", "at_risk", "requests", "extensions", "holds", "certificates", "agreements", "not_gone", "inspections", "unsigned", "fees", "to_close"] as const;
export type Kind = (typeof KINDS)[number];

const isOffered = ({ status, hold }: Loan) => status === "held" && hold !== null && hold.offered_at !== null && hold.offer_accepted_at === null;

/** Whether a loan is of a kind, on a day. */
const IS: Record<Kind, (loan: Loan, today: Day) => boolean> = {
  late: ({ is_late: isLate }) => isLate,
  at_risk: ({ is_at_risk: isAtRisk }) => isAtRisk,
  requests: ({ status }) => status === "requested",
  extensions: ({ extension }) => extension !== null,
  holds: (loan) => loan.status === "held" && !isOffered(loan),
  certificates: ({ papers }) => papers.certificates_waiting > 0,
  agreements: ({ status }) => status === "approved",
  not_gone: ({ status, starts_on: first }, today) => status === "confirmed" && first < today,
  inspections: ({ status }) => status === "returned",
  unsigned: ({ status }) => status === "agreement_sent",
  fees: ({ status, fee }) => fee.state === "to_be_settled" && !["requested", "waitlisted", "held"].includes(status),
  to_close: ({ status, fee }) => status === "inspected" && fee.state === "settled",
};

const byHold = (one: Loan, other: Loan) => (one.hold?.until ?? "").localeCompare(other.hold?.until ?? "");
const byEnd = (one: Loan, other: Loan) => one.ends_on.localeCompare(other.ends_on);
const byStart = (one: Loan, other: Loan) => one.starts_on.localeCompare(other.starts_on);

export function sortOut(loans: readonly Loan[], today: Day): Record<Kind, Loan[]> {
  const found = {} as Record<Kind, Loan[]>;
  for (const kind of KINDS) {
    const order = kind === "holds" ? byHold : kind === "late" || kind === "inspections" ? byEnd : byStart;
    found[kind] = loans.filter((loan) => IS[kind](loan, today)).toSorted(order);
  }
  return found;
}

const since = ({ waiting, hold }: Loan) => waiting?.since ?? hold?.offered_at ?? "";

/** The requests that wait for their days, and those that are offered: the oldest of each item first. */
export function waitingList(loans: readonly Loan[]): Loan[] {
  return loans.filter((loan) => loan.status === "waitlisted" || isOffered(loan))
    .toSorted((one, other) => one.item.title.localeCompare(other.item.title, "fr") || since(one).localeCompare(since(other)));
}

export interface Movement {
  way: "out" | "in";
  loan: Loan;
}

export interface DayOfMovements {
  day: Day;
  movements: Movement[];
}

const LEAVES = new Set(["approved", "agreement_sent", "confirmed"]);

/** What goes out and comes back from a day on, by days that have something. */
export function movementsOf(loans: readonly Loan[], today: Day, days: number): DayOfMovements[] {
  const last = addDays(today, days - 1);
  const found = new Map<Day, Movement[]>();
  const add = (day: Day, movement: Movement) => {
    if (day >= today && day <= last) found.set(day, [...(found.get(day) ?? []), movement]);
  };
  for (const loan of loans) {
    if (LEAVES.has(loan.status)) add(loan.starts_on, { way: "out", loan });
    if (loan.status === "out") add(loan.ends_on, { way: "in", loan });
  }
  return [...found].map(([day, movements]) => ({ day, movements })).toSorted((one, other) => one.day.localeCompare(other.day));
}
