/** What the calendar of an item shows, worked out from the API's ranges: days, months, windows that are free. */
import { addDays, weekdayOf, type Day } from "@/lib/dates";
import type { Calendar, FormatCalendar } from "./catalogue";

type Reason = FormatCalendar["busy"][number]["code"];

export interface Span {
  starts_on: Day;
  ends_on: Day;
}

/**
 * `free`: a loan may have that day. `closed`: it may go on over that day, not begin or end on it. `busy`: it may not have
 * that day. `early`: what is asked for today cannot leave by then. `past`: gone.
 */
export type DayState = { kind: "free" | "past" | "early" } | { kind: "closed"; label: string | null } | { kind: "busy"; code: Reason };

const covers = (span: Span, day: Day): boolean => span.starts_on <= day && day <= span.ends_on;
/** Monday is 1, Sunday 7, as the API counts. */
const weekday = (day: Day): number => weekdayOf(day) || 7;

export function stateOf(calendar: Calendar, format: FormatCalendar, day: Day): DayState {
  if (day < calendar.today) return { kind: "past" };
  if (format.retired_on && day >= format.retired_on) return { kind: "busy", code: "retired" };
  const busy = format.busy.find((each) => covers(each, day));
  if (busy) return { kind: "busy", code: busy.code };
  if (day < calendar.first_day) return { kind: "early" };
  const closed = calendar.closed.find((each) => covers(each, day));
  if (closed) return { kind: "closed", label: closed.label };
  return calendar.opening_days.includes(weekday(day)) ? { kind: "free" } : { kind: "closed", label: null };
}

/** Windows of at least the shortest loan in which nothing is in the way, in order; the last one may go on beyond what is shown. */
export function freeWindows(calendar: Calendar, format: FormatCalendar): Span[] {
  const last = format.retired_on && format.retired_on <= calendar.ends_on ? addDays(format.retired_on, -1) : calendar.ends_on;
  const windows: Span[] = [];
  let begins = calendar.first_day > calendar.starts_on ? calendar.first_day : calendar.starts_on;
  for (const busy of format.busy.toSorted((a, b) => a.starts_on.localeCompare(b.starts_on))) {
    if (busy.starts_on > last) break;
    if (busy.starts_on > begins) windows.push({ starts_on: begins, ends_on: addDays(busy.starts_on, -1) });
    const after = addDays(busy.ends_on, 1);
    if (after > begins) begins = after;
  }
  if (begins <= last) windows.push({ starts_on: begins, ends_on: last });
  return windows.filter((each) => days(each) >= calendar.min_days);
}

/** Both ends counted. */
export function days({ starts_on: first, ends_on: last }: Span): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000) + 1;
}

/** "YYYY-MM". */
export type Month = string;

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const firstOf = (month: Month): Day => `${month}-01`;

export function addMonths(month: Month, count: number): Month {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 7);
}

export const lastOf = (month: Month): Day => addDays(firstOf(addMonths(month, 1)), -1);

/** The weeks of a month from Monday to Sunday; `null` where a week belongs to its neighbours. */
export function weeksOf(month: Month): (Day | null)[][] {
  const first = firstOf(month);
  const length = Number(lastOf(month).slice(8));
  const cells: (Day | null)[] = Array.from({ length: weekday(first) - 1 }, () => null);
  for (let number = 0; number < length; number += 1) cells.push(addDays(first, number));
  while (cells.length % 7 > 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** The same day of another month, or its last. */
export function sameDay(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const last = lastOf(month);
  const wanted = `${month}-${day.slice(8)}`;
  return wanted > last ? last : wanted;
}

/** What of a month is taken: pieces in hundredths of it, for a ribbon of the year. */
export function taken(calendar: Calendar, format: FormatCalendar, month: Month): { from: number; width: number }[] {
  const length = Number(lastOf(month).slice(8));
  const pieces: { from: number; width: number }[] = [];
  let run = 0;
  for (let number = 1; number <= length + 1; number += 1) {
    const day = `${month}-${String(number).padStart(2, "0")}`;
    const kind = number > length ? "free" : stateOf(calendar, format, day).kind;
    if (kind === "busy" || kind === "past" || kind === "early") {
      run += 1;
    } else if (run > 0) {
      pieces.push({ from: ((number - 1 - run) / length) * 100, width: (run / length) * 100 });
      run = 0;
    }
  }
  return pieces;
}

/** What is chosen in the calendar: nothing, a first day, or a first and a last. */
export interface Chosen {
  first: Day | null;
  last: Day | null;
}

/** The first choice is the first day, the second the last; a third begins again, and so does one before the first. */
export function choose({ first, last }: Chosen, day: Day): Chosen {
  return first === null || last !== null || day < first ? { first: day, last: null } : { first, last: day };
}

/** Where an arrow, Page Up, Page Down, Home or End leads from a day, within what is shown. */
export function stepTo(key: string, day: Day, from: Day, to: Day): Day | null {
  const steps: Record<string, () => Day> = {
    ArrowLeft: () => addDays(day, -1), ArrowRight: () => addDays(day, 1), ArrowUp: () => addDays(day, -7), ArrowDown: () => addDays(day, 7),
    PageUp: () => sameDay(day, -1), PageDown: () => sameDay(day, 1),
    Home: () => addDays(day, 1 - weekday(day)), End: () => addDays(day, 7 - weekday(day)),
  };
  const step = steps[key]?.();
  if (step === undefined) return null;
  return step < from ? from : step > to ? to : step;
}
