/** A condition report while it is written: what each unit is like, kept on the device until it has gone. */
import { same } from "@/space/kit/versions";
import type { Condition, Direction, Report, UnitOfLoan } from "./calls";

export const CONDITIONS: readonly Condition[] = ["good", "worn", "damaged", "missing"];
/** What is missing does not leave. */
export const conditionsOf = (direction: Direction): readonly Condition[] => (direction === "out" ? CONDITIONS.slice(0, 3) : CONDITIONS);

export interface Draft {
  on: string;
  remarks: string;
  /** By unit. */
  lines: Record<string, { state: Condition | null; remarks: string }>;
}

/** Whether something came back worse than it left; where nobody said how it left, wear is held against nobody. */
export const isWorse = (before: Condition | null | undefined, now: Condition | null): boolean => now !== null && CONDITIONS.indexOf(now) > CONDITIONS.indexOf(before ?? "worn");

export function emptyDraft(units: readonly UnitOfLoan[], on: string): Draft {
  return { on, remarks: "", lines: Object.fromEntries(units.map(({ id }) => [id, { state: null, remarks: "" }])) };
}

export function draftOf({ made_on: on, remarks, lines }: Report): Draft {
  return { on, remarks: remarks ?? "", lines: Object.fromEntries(lines.map(({ unit, state, remarks: said }) => [unit.id, { state, remarks: said ?? "" }])) };
}

/** Units whose condition nobody has said yet. */
export const untold = (units: readonly UnitOfLoan[], { lines }: Draft): UnitOfLoan[] => units.filter(({ id }) => !lines[id]?.state);

/** The same draft where each unit that nobody spoke of yet is like `state` says, the rest as it was written. */
export function filled(units: readonly UnitOfLoan[], draft: Draft, state: (unit: UnitOfLoan) => Condition): Draft["lines"] {
  return { ...draft.lines, ...Object.fromEntries(untold(units, draft).map((unit) => [unit.id, { state: state(unit), remarks: draft.lines[unit.id]?.remarks ?? "" }])) };
}

export const linesOf = (units: readonly UnitOfLoan[], { lines }: Draft) => units.map(({ id }) => ({ unit_id: id, state: lines[id]?.state, remarks: lines[id]?.remarks.trim() || null }));

/** The lines that say something else than the report does. */
export function changedLines(units: readonly UnitOfLoan[], draft: Draft, report: Report) {
  const told = draftOf(report).lines;
  return linesOf(units, draft).filter(({ unit_id: id, state, remarks }) => told[id]?.state !== state || (told[id]?.remarks.trim() || null) !== remarks);
}

/** What somebody else saved meanwhile, with what I wrote over it: of each unit, mine where I changed it since `base`. */
export function joined(base: Draft, mine: Draft, theirs: Draft): Draft {
  const lines = Object.fromEntries(Object.entries(theirs.lines).map(([id, line]) => [id, same(mine.lines[id], base.lines[id]) ? line : mine.lines[id] ?? line]));
  return { on: theirs.on, remarks: mine.remarks === base.remarks ? theirs.remarks : mine.remarks, lines };
}

const keyOf = (person: string, loan: string, direction: Direction) => `store-room:${person}:${loan}:${direction}`;

/** What somebody had begun to write of these units on this device; null when there is nothing, or something else. */
export function keptDraft(person: string, loan: string, direction: Direction, units: readonly UnitOfLoan[]): Draft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(person, loan, direction)) ?? "null") as Draft | null;
    if (!kept || typeof kept.on !== "string" || typeof kept.remarks !== "string" || typeof kept.lines !== "object") return null;
    const known = Object.fromEntries(units.map(({ id }) => [id, { state: CONDITIONS.find((each) => each === kept.lines[id]?.state) ?? null, remarks: String(kept.lines[id]?.remarks ?? "") }]));
    return { on: kept.on, remarks: kept.remarks, lines: known };
  } catch {
    return null;
  }
}

export function keepDraft(person: string, loan: string, direction: Direction, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(person, loan, direction), JSON.stringify(draft));
    else localStorage.removeItem(keyOf(person, loan, direction));
  } catch {
    // A browser that keeps nothing still lets one write.
  }
}
