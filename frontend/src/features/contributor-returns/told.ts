/** What a contributor types, and in what order returns are shown. */
import type { Return } from "./calls";

export interface Told {
  loans: string;
  days: string;
  note: string;
}

export const toldOf = ({ loans, days, known_loans: knownLoans, known_days: knownDays, note }: Return): Told => ({
  // What is known here is proposed: whoever lends elsewhere too corrects it.
  loans: String(loans ?? (knownLoans || "")), days: String(days ?? (knownDays || "")), note: note ?? "",
});

export type Trouble = "needed" | "whole" | "noDays" | "noLoans" | "tooFew";

const WHOLE = /^\d{1,8}$/;

const troubleOf = (text: string): Trouble | undefined => (text.trim() === "" ? "needed" : WHOLE.test(text.trim()) ? undefined : "whole");

/** What is wrong in what was typed, by field. Zero is an answer. */
export function check({ loans, days }: Told): { loans?: Trouble; days?: Trouble } {
  const found = { loans: troubleOf(loans), days: troubleOf(days) };
  if (found.loans || found.days) return { ...(found.loans && { loans: found.loans }), ...(found.days && { days: found.days }) };
  if (Number(loans) === 0 && Number(days) > 0) return { loans: "noLoans" };
  if (Number(loans) > 0 && Number(days) === 0) return { days: "noDays" };
  return Number(days) < Number(loans) ? { days: "tooFew" } : {};
}

/** Those who lent most first, then those who lent nothing, then those who have not answered; by name among equals. */
export function inOrder(returns: readonly Return[]): Return[] {
  return returns.toSorted((a, b) => (b.loans ?? -1) - (a.loans ?? -1) || (b.days ?? 0) - (a.days ?? 0) || (a.contributor.name ?? "").localeCompare(b.contributor.name ?? "", "fr"));
}
