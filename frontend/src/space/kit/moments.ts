import { formatClock, formatDay } from "@/lib/dates";
import type { Lang } from "@/lib/i18n";

/** The day ("YYYY-MM-DD") and the clock ("HH:MM") of an instant, as read in France, where the team is. */
export function inParis(instant: string): { day: string; clock: string } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Europe/Paris", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, clock: `${part("hour")}:${part("minute")}` };
}

/** What the clock in France shows at a time, as if it were that of Greenwich. */
function shownAt(time: number): number {
  const { day, clock } = inParis(new Date(time).toISOString());
  return Date.parse(`${day}T${clock}:00Z`);
}

/** The instant of a day ("YYYY-MM-DD") and a clock ("HH:MM") in France, with its offset; null when they are none. */
export function atParis(day: string, clock: string): string | null {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  // Browsers read more than is written: half a moment is none.
  if (day.length !== 10 || clock.length !== 5 || Number.isNaN(wanted)) return null;
  // Asked twice: the first answer may be that of the other side of a change of hour.
  const first = shownAt(wanted) - wanted;
  const offset = shownAt(wanted - first) - (wanted - first);
  return `${day}T${clock}:00+${String(offset / 3_600_000).padStart(2, "0")}:00`;
}

/** « 22 novembre 2026 à 9 h 05 ». */
export function formatMoment(instant: string, lang: Lang): string {
  const { day, clock } = inParis(instant);
  return `${formatDay(day, lang, { weekday: false, year: true })} ${lang === "fr" ? "à" : "at"} ${formatClock(clock, lang)}`;
}

/** « 22 novembre 2026 », of an instant or of a day. */
export function formatDate(instant: string, lang: Lang): string {
  const day = instant.length === 10 ? instant : inParis(instant).day;
  return formatDay(day, lang, { weekday: false, year: true });
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [["minute", 60], ["hour", 3600], ["day", 86_400]];

/** « il y a 3 minutes », « hier »; from a month on, the date. */
export function formatSince(instant: string, lang: Lang, now: Date = new Date()): string {
  const seconds = (Date.parse(instant) - now.getTime()) / 1000;
  const away = Math.abs(seconds);
  if (away >= 30 * 86_400) return formatDate(instant, lang);
  if (away < 60) return lang === "fr" ? "à l’instant" : "just now";
  const [unit, size] = STEPS.findLast(([, least]) => away >= least) ?? ["minute", 60];
  return new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(Math.trunc(seconds / size), unit);
}
