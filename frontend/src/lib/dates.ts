/**
 * Dates of the agenda. The API writes instants with the offset of the session's own zone, so the local day and time are
 * read from the text itself: no library, no conversion, no surprise for a reader abroad.
 * A *day* is "YYYY-MM-DD".
 */
import type { Lang } from "./i18n";

export type Day = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const NBSP = "\u00a0";

export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function dayOf(instant: string): Day {
  return instant.slice(0, 10);
}

/** "HH:MM" of an instant, as the clock on the wall there shows it. */
export function clockOf(instant: string): string {
  return instant.slice(11, 16);
}

export function todayInParis(now: Date = new Date()): Day {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Paris", year: "numeric", month: "2-digit", day: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** 0 for Sunday … 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** The days left of this week's end, Saturday and Sunday; on a Sunday, that day alone. */
export function weekendOf(today: Day): { from: Day; to: Day } {
  const weekday = weekdayOf(today);
  if (weekday === 0) return { from: today, to: today };
  const saturday = addDays(today, 6 - weekday);
  return { from: saturday, to: addDays(saturday, 1) };
}

interface DayStyle {
  weekday?: boolean;
  month?: "long" | "short" | "none";
  year?: boolean;
}

/** « samedi 2 octobre », « vendredi 1er octobre 2027 ». */
export function formatDay(day: Day, lang: Lang, { weekday = true, month = "long", year = false }: DayStyle = {}): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (lang === "en") {
    return new Intl.DateTimeFormat("en-GB", {
      timeZone: "UTC", day: "numeric",
      ...(weekday && { weekday: "long" }), ...(month !== "none" && { month }), ...(year && { year: "numeric" }),
    }).format(date);
  }
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", ...options }).format(date);
  const number = date.getUTCDate() === 1 ? "1er" : String(date.getUTCDate());
  return [
    weekday && part({ weekday: "long" }), number, month !== "none" && part({ month }), year && String(date.getUTCFullYear()),
  ].filter(Boolean).join(NBSP);
}

/** « 14 h 30 », « 10 h ». `clock` is "HH:MM". */
export function formatClock(clock: string, lang: Lang): string {
  if (lang === "en") return clock;
  const [hours = "0", minutes = "00"] = clock.split(":");
  const hour = String(Number(hours));
  return minutes === "00" ? `${hour}${NBSP}h` : `${hour}${NBSP}h${NBSP}${minutes}`;
}

/** « du 1er au 11 octobre 2027 »; one day: « le 2 octobre 2027 ». */
export function formatSpan(from: Day, to: Day, lang: Lang, year = true): string {
  const last = formatDay(to, lang, { weekday: false, year });
  if (from === to) return lang === "fr" ? `le ${last}` : `on ${last}`;
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const first = formatDay(from, lang, { weekday: false, month: sameMonth ? "none" : "long", year: year && !sameYear });
  return lang === "fr" ? `du ${first} au ${last}` : `from ${first} to ${last}`;
}

/** Hours between two instants; offsets are respected. */
export function hoursBetween(start: string, end: string): number {
  return Math.max(0, (Date.parse(end) - Date.parse(start)) / 3_600_000);
}
