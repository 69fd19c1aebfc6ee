/** A unit's days around those of a loan, as lengths of a drawing. */
import { addDays, type Day } from "@/lib/dates";
import type { ApprovalUnit } from "./calls";

/** Days shown on either side. */
const AROUND = 28;

export interface Band {
  kind: "mine" | "buffer" | "loan" | "hold" | "maintenance" | "internal_use";
  from: number;
  length: number;
}

const between = (first: Day, last: Day) => Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);

export interface Span {
  starts_on: Day;
  ends_on: Day;
}

/** The bands of a unit, in days from the left; what lies outside is cut. */
export function bandsOf(unit: ApprovalUnit, days: Span, blocked: Span): { length: number; bands: Band[] } {
  const first = addDays(days.starts_on, -AROUND);
  const length = between(first, days.ends_on) + 1 + AROUND;
  const band = (kind: Band["kind"], { starts_on: from, ends_on: to }: Span): Band | null => {
    const begins = Math.max(0, between(first, from));
    const ends = Math.min(length, between(first, to) + 1);
    return ends > begins ? { kind, from: begins, length: ends - begins } : null;
  };
  const others = [unit.before, ...unit.in_the_way, unit.after].filter((one) => one !== null);
  return {
    length,
    bands: [
      band("buffer", blocked), ...others.map((one) => band("buffer", one.blocked)),
      ...others.map((one) => band(one.kind, one)), band("mine", days),
    ].filter((one) => one !== null),
  };
}
