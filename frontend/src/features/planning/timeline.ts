/** The planning as lines: one a unit, cut into what it does and when it is free. Plain functions. */
import { addDays, weekdayOf, type Day } from "@/lib/dates";
import type { Span, Standing, Zoom } from "./address";
import type { LoanBrief, PlannedBlock, PlannedItem, PlannedUnit, Planning } from "./calls";

export const dayNumber = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);
const later = (one: Day, other: Day): Day => (one > other ? one : other);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

/** A unit with what it is one of. */
export interface Row {
  unit: PlannedUnit;
  item: PlannedItem;
  format: PlannedItem["formats"][number];
  /** How many units its item has: one alone needs no name of its own. */
  among: number;
}

/** What a unit does on some days of what is shown, both included: a block, or nothing. */
export interface Segment {
  from: Day;
  to: Day;
  block: PlannedBlock | null;
}

export function rowsOf(pages: readonly Planning[]): Row[] {
  return pages.flatMap(({ items }) => items.flatMap((item) => {
    const among = item.formats.reduce((sum, format) => sum + format.units.length, 0);
    return item.formats.flatMap((format) => format.units.map((unit) => ({ unit, item, format, among })));
  }));
}

export function briefsOf(pages: readonly Planning[]): Record<string, LoanBrief> {
  return Object.assign({}, ...pages.map(({ loans }) => loans)) as Record<string, LoanBrief>;
}

/** The last day on which a block is seen: what should be back is out until today. */
export const lastDay = (block: PlannedBlock, today: Day): Day => (block.is_late ? later(block.ends_on, today) : block.ends_on);

/** A line from the first day shown to the last: blocks in order, and the days free between them. */
export function segmentsOf(unit: PlannedUnit, { from, to }: Span, today: Day): Segment[] {
  const found: Segment[] = [];
  let next = from;
  for (const block of unit.blocks.toSorted((one, other) => (one.starts_on < other.starts_on ? -1 : 1))) {
    const last = earlier(lastDay(block, today), to);
    // What begins on a day that another block has shown already begins on the one after.
    const first = later(block.starts_on, next);
    if (first > to || last < first) continue;
    if (first > next) found.push({ from: next, to: addDays(first, -1), block: null });
    found.push({ from: first, to: last, block });
    next = addDays(last, 1);
  }
  if (next <= to) found.push({ from: next, to, block: null });
  return found;
}

/** The place of the segment that holds a day. */
export function segmentAt(segments: readonly Segment[], day: Day): number {
  const found = segments.findIndex(({ to }) => to >= day);
  return found < 0 ? segments.length - 1 : found;
}

/** Where days lie on a line, in hundredths of its width; null where none is shown. */
export function placeOf(from: Day, to: Day, span: Span): { left: number; width: number } | null {
  const [first, last] = [later(from, span.from), earlier(to, span.to)];
  if (first > last) return null;
  const all = daysBetween(span.from, span.to) + 1;
  return { left: (daysBetween(span.from, first) / all) * 100, width: ((daysBetween(first, last) + 1) / all) * 100 };
}

/** The day under a point that lies so far into the line, from 0 to 1. */
export function dayAt(share: number, span: Span): Day {
  const all = daysBetween(span.from, span.to) + 1;
  return addDays(span.from, Math.min(all - 1, Math.max(0, Math.floor(share * all))));
}

const overlaps = (block: PlannedBlock, { from, to }: Span, today: Day) => !block.is_released && block.starts_on <= to && lastDay(block, today) >= from;

/** Whether a line shows what one asks for. */
export function stands(row: Row, standing: Standing | "", span: Span, today: Day): boolean {
  const blocks = row.unit.blocks.filter((block) => overlaps(block, span, today));
  if (standing === "pris") return blocks.some(({ kind }) => kind === "loan" || kind === "hold");
  if (standing === "risque") return row.unit.blocks.some(isAtRisk);
  if (standing === "immobilise") return blocks.some(({ kind }) => kind === "maintenance" || kind === "internal_use");
  if (standing === "libre") return blocks.length === 0 && row.unit.state === "usable";
  if (standing === "abime") return row.unit.state !== "usable";
  return true;
}

export const isAtRisk = (block: PlannedBlock): boolean => block.is_late || block.risks.length > 0;

/** What should worry whoever lends, a loan at a time: its units are told together. */
export interface Worry {
  row: Row;
  block: PlannedBlock;
  units: number;
}

export function worriesOf(rows: readonly Row[]): Worry[] {
  const found = new Map<string, Worry>();
  for (const row of rows) {
    for (const block of row.unit.blocks.filter(isAtRisk)) {
      const key = block.loan_id ?? block.id;
      const known = found.get(key);
      if (known) known.units += 1;
      else found.set(key, { row, block, units: 1 });
    }
  }
  return [...found.values()].toSorted((one, other) => Number(other.block.is_late) - Number(one.block.is_late) || (one.block.starts_on < other.block.starts_on ? -1 : 1));
}

/** Days on which a lender is closed, as they are drawn: its weekly ones too where single days are seen. */
export function closedSpans(item: PlannedItem, span: Span, zoom: Zoom): { from: Day; to: Day; label: string | null }[] {
  const told = item.closed.map(({ starts_on: from, ends_on: to, label }) => ({ from, to, label }));
  if (zoom === "annee") return told;
  const weekly = [];
  for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
    if (!item.opening_days.includes(weekdayOf(day) || 7)) weekly.push({ from: day, to: day, label: null });
  }
  return [...weekly, ...told];
}

/** The marks of the scale: months of a year, days else. */
export function ticksOf({ from, to }: Span, zoom: Zoom): Span[] {
  const found: Span[] = [];
  for (let day = from; day <= to;) {
    const last = zoom === "annee" ? addDays(nextMonth(day), -1) : day;
    found.push({ from: day, to: earlier(last, to) });
    day = addDays(last, 1);
  }
  return found;
}

function nextMonth(day: Day): Day {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

/** The days that a drag over a free line or of a block proposes. */
export function dragged(mode: "new" | "move" | "start" | "end", held: Day, over: Day, block: Span): Span {
  const by = daysBetween(held, over);
  if (mode === "new") return { from: earlier(held, over), to: later(held, over) };
  if (mode === "start") return { from: earlier(addDays(block.from, by), block.to), to: block.to };
  if (mode === "end") return { from: block.from, to: later(addDays(block.to, by), block.from) };
  return { from: addDays(block.from, by), to: addDays(block.to, by) };
}
