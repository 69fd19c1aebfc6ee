import type { AgendaEvent, AgendaItem, AgendaSession } from "@/api/types";
import { addDays, clockOf, dayOf, formatClock, formatDay, hoursBetween, type Day } from "@/lib/dates";
import type { Dictionary, Lang } from "@/lib/i18n";

type Vocabulary = keyof Dictionary["values"];

/** The interface's word for a code; the API's own label, or the code, when the code is newer than this page. */
export function wordFor(t: Dictionary, list: string, code: string, label?: string | null): string {
  const words: Record<string, string> | undefined = t.values[list as Vocabulary];
  return words?.[code] ?? label ?? code;
}

export interface Flag {
  text: string;
  /** A stop flag says that nothing will happen there and then. */
  stop: boolean;
}

/** Whether a session is one long opening (an exhibition) rather than an appointment. */
export function isOngoing(session: { starts_at: string; ends_at: string }): boolean {
  return hoursBetween(session.starts_at, session.ends_at) >= 24;
}

/** « Reporté au 6 », « Déplacé à 15 h »: where a moved session went, as seen from where it was. */
export function movedWords(session: AgendaSession, t: Dictionary, lang: Lang): string | null {
  const before = session.previous_starts_at;
  if (!before || before === session.starts_at) return null;
  const sameMonth = before.slice(0, 7) === session.starts_at.slice(0, 7);
  if (dayOf(before) === dayOf(session.starts_at)) return t.flags.movedTime(formatClock(clockOf(session.starts_at), lang));
  return t.flags.movedTo(formatDay(dayOf(session.starts_at), lang, { weekday: false, month: sameMonth ? "none" : "long" }));
}

function statusFlag(session: AgendaSession | undefined, status: AgendaEvent["status"], t: Dictionary, lang: Lang): Flag | null {
  switch (status) {
    case "cancelled": return { text: t.flags.cancelled, stop: true };
    case "full": return { text: t.flags.full, stop: false };
    case "moved_online": return { text: t.flags.online, stop: false };
    case "postponed": {
      // Once its new day is known, it does take place: then and there nothing stops it.
      const moved = session ? movedWords(session, t, lang) : null;
      return { text: moved ?? t.flags.postponed, stop: moved === null };
    }
    case "rescheduled": return { text: (session && movedWords(session, t, lang)) ?? t.flags.moved, stop: false };
    default: return null;
  }
}

/** The flags of a row, most important first. */
export function flagsOf(event: AgendaEvent, shown: { starts_at: string; status: AgendaEvent["status"] } | null, t: Dictionary, lang: Lang): Flag[] {
  const session = shown ? event.sessions.find((each) => each.starts_at === shown.starts_at) : event.sessions[0];
  const status = event.status === "cancelled" ? "cancelled" : (shown?.status ?? event.status);
  const flags: Flag[] = [];
  const state = statusFlag(session, status === "scheduled" ? event.status === "full" ? "full" : "scheduled" : status, t, lang);
  if (state) flags.push(state);
  if (event.attendance_mode === "online" && status !== "moved_online") flags.push({ text: t.flags.online, stop: false });
  if (event.attendance_mode === "mixed") flags.push({ text: t.flags.mixed, stop: false });
  if (event.children_count > 0) flags.push({ text: t.flags.children(event.children_count), stop: false });
  return flags;
}

/** « dès 8 ans », « 6 à 12 ans », or null when every age is welcome or nothing is said. */
export function ageWords(age: AgendaEvent["age"], t: Dictionary): string | null {
  if (age.min !== null && age.min > 0 && age.max !== null && age.max < 99) return t.flags.ages(age.min, age.max);
  if (age.min !== null && age.min > 0) return t.flags.fromAge(age.min);
  if (age.max !== null && age.max < 99) return t.flags.uptoAge(age.max);
  return null;
}

/** Where it happens, in one line. */
export function placeWords(event: Pick<AgendaEvent, "venue" | "attendance_mode">, t: Dictionary): string {
  const { venue } = event;
  if (!venue) return event.attendance_mode === "online" ? t.event.online : t.event.place;
  if (!venue.city || venue.name === venue.city) return venue.name || t.event.place;
  if (!venue.name) return venue.city;
  return venue.name.toLocaleLowerCase("fr").includes(venue.city.toLocaleLowerCase("fr")) ? venue.name : `${venue.name}, ${venue.city}`;
}

export interface DayGroup {
  day: Day;
  items: AgendaItem[];
}

/** The list by day: each item under its first session's day, or under `from` when that session began before. */
export function byDay(items: readonly AgendaItem[], from: Day): DayGroup[] {
  const groups: DayGroup[] = [];
  for (const item of items) {
    const starts = dayOf(item.first_session.starts_at);
    const day = starts < from ? from : starts;
    const last = groups.at(-1);
    if (last?.day === day) last.items.push(item);
    else groups.push({ day, items: [item] });
  }
  return groups;
}

/** The last day a session is open: one that ends at midnight ended the day before. */
export function lastDay(session: { starts_at: string; ends_at: string }): Day {
  const day = dayOf(session.ends_at);
  return clockOf(session.ends_at) === "00:00" && day > dayOf(session.starts_at) ? addDays(day, -1) : day;
}
