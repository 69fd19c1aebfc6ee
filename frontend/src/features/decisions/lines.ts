/** What is decided of applications, before it is sent: wishes, ranks, sums. */
import type { Decision, Dossier, Item } from "./calls";

/** What is decided of one application. */
export interface Wish {
  decision: Decision;
  amount_cents: number | null;
  motivation: string;
  rank: number | null;
}

export const DECISIONS: readonly Decision[] = ["labelled", "waitlisted", "not_labelled"];

export const wishOf = ({ decision, amount_cents, motivation, rank }: Item): Wish => ({ decision, amount_cents, motivation, rank });

export const sameWish = (one: Wish | null, other: Wish | null): boolean =>
  one === other
  || (one !== null && other !== null && one.decision === other.decision && one.amount_cents === other.amount_cents && one.motivation === other.motivation && one.rank === other.rank);

/** A line of the table. */
export interface Line {
  dossier: Dossier;
  wish: Wish | null;
}

/** The same wish with another decision: an amount belongs to a label, a rank to the waiting list; a motive stays. */
export function decided(wish: Wish | null, decision: Decision): Wish {
  return {
    decision, motivation: wish?.motivation ?? "",
    amount_cents: decision === "labelled" ? (wish?.amount_cents ?? null) : null,
    rank: decision === "waitlisted" ? (wish?.rank ?? null) : null,
  };
}

/** Whoever is on the waiting list, by rank; those without one last, by number. */
export function waitingList(lines: readonly Line[]): string[] {
  return lines
    .filter(({ wish }) => wish?.decision === "waitlisted")
    .toSorted((one, other) => (one.wish?.rank ?? Infinity) - (other.wish?.rank ?? Infinity) || one.dossier.number - other.dossier.number)
    .map(({ dossier }) => dossier.application_id);
}

/** The ranks that a waiting list's order gives, as far as they differ from those that are there. */
export function ranksOf(order: readonly string[], lines: readonly Line[]): Map<string, Wish> {
  const wishes = new Map(lines.map(({ dossier, wish }) => [dossier.application_id, wish]));
  const changed = new Map<string, Wish>();
  for (const [index, id] of order.entries()) {
    const wish = wishes.get(id);
    if (wish && wish.rank !== index + 1) changed.set(id, { ...wish, rank: index + 1 });
  }
  return changed;
}

/** The list with one of it put at a place, counted from 1. */
export function moved(order: readonly string[], id: string, place: number): string[] {
  const rest = order.filter((each) => each !== id);
  return [...rest.slice(0, place - 1), id, ...rest.slice(place - 1)];
}

/**
 * What changes when these applications are decided so: the lines themselves, and the waiting list's ranks, which stay 1, 2, 3…;
 * newcomers come last. `null` takes them out of the batch.
 */
export function deciding(lines: readonly Line[], ids: ReadonlySet<string>, decision: Decision | null): Map<string, Wish | null> {
  const changes = new Map<string, Wish | null>();
  const after = lines.map((line) => {
    if (!ids.has(line.dossier.application_id)) return line;
    const wish = decision && decided(line.wish, decision);
    changes.set(line.dossier.application_id, wish);
    return { ...line, wish };
  });
  for (const [id, wish] of ranksOf(waitingList(after), after)) changes.set(id, wish);
  return changes;
}

export interface Totals {
  labelled: number;
  waitlisted: number;
  not_labelled: number;
  undecided: number;
  amount_cents: number;
  requested_cents: number;
}

export function totalsOf(lines: readonly Line[]): Totals {
  const count = (decision: Decision | null) => lines.filter(({ wish }) => (wish?.decision ?? null) === decision).length;
  return {
    labelled: count("labelled"), waitlisted: count("waitlisted"), not_labelled: count("not_labelled"), undecided: count(null),
    amount_cents: lines.reduce((sum, { wish }) => sum + (wish?.amount_cents ?? 0), 0),
    requested_cents: lines.reduce((sum, { dossier }) => sum + (dossier.requested_cents ?? 0), 0),
  };
}

/** « 1 250,50 » in cents; null of nothing, undefined of what is no amount. */
export function parseAmount(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
  if (plain === "") return null;
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
}

/** An amount as one types it: « 1250,50 ». */
export const typedAmount = (cents: number | null): string => (cents === null ? "" : (cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace(".", ",")));
