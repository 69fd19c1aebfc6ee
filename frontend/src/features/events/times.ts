/** Sessions are typed as days and hours of the clock on the wall there, and kept as instants. */
import { addDays, weekdayOf, type Day } from "@/lib/dates";

export const PARIS = "Europe/Paris";
/** The API takes sessions one by one: more in one go would be a mistake of typing. */
export const MOST_DAYS = 62;

/** The day and the hour ("HH:MM") of an instant on the clocks of a zone. */
export function wallClock(instant: string, zone: string = PARIS): { day: Day; clock: string } {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  return { day: `${part("year")}-${part("month")}-${part("day")}`, clock: `${part("hour")}:${part("minute")}` };
}

/** The instant at which the clocks of a zone show this; an hour that a change of clocks skips is the one just after. */
export function instantOf(day: Day, clock: string, zone: string = PARIS): string {
  const wanted = Date.parse(`${day}T${clock}:00Z`);
  let guess = wanted;
  // Twice: the first correction may cross a change of clocks.
  for (let round = 0; round < 2; round += 1) {
    const shown = wallClock(new Date(guess).toISOString(), zone);
    guess += wanted - Date.parse(`${shown.day}T${shown.clock}:00Z`);
  }
  return new Date(guess).toISOString();
}

/** From one hour to another; at or before its beginning, it ends on the next day. */
export function span(day: Day, from: string, to: string, zone: string = PARIS): { starts_at: string; ends_at: string } {
  return { starts_at: instantOf(day, from, zone), ends_at: instantOf(to <= from ? addDays(day, 1) : day, to, zone) };
}

export type Repeat = "none" | "daily" | "school_days" | "weekly";

/** The days of a repetition, the first always among them. */
export function daysOf(first: Day, repeat: Repeat, until: Day): Day[] {
  if (repeat === "none" || until <= first) return [first];
  const days: Day[] = [];
  for (let day = first; day <= until && days.length < MOST_DAYS; day = addDays(day, repeat === "weekly" ? 7 : 1)) {
    const isSchoolDay = weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
    if (day === first || repeat !== "school_days" || isSchoolDay) days.push(day);
  }
  return days;
}

const pad = (n: number) => String(n).padStart(2, "0");

/** An instant with the offset of its zone, as the public pages read it. */
export function withOffset(instant: string, zone: string = PARIS): string {
  const { day, clock } = wallClock(instant, zone);
  const minutes = Math.round((Date.parse(`${day}T${clock}:00Z`) - Date.parse(instant)) / 60_000);
  const size = Math.abs(minutes);
  return `${day}T${clock}:00${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
