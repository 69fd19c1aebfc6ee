/** The hours that are noted of a meeting: by the clock while it is held, given by the secretary when it is entered afterwards. */
import { addDays, todayInParis, type Day } from "@/lib/dates";
import { atParis, inParis } from "@/space/kit/moments";

const NIGHT = 6;
const HOUR = 3_600_000;

/** Whether a meeting of a day is held now; some end past midnight. */
export function isUnderWay(day: Day, now: Date = new Date()): boolean {
  return todayInParis(now) === day || todayInParis(new Date(now.getTime() - NIGHT * HOUR)) === day;
}

/** The clock to begin with where an hour is asked for: nothing while the meeting is held, else when it began. */
export function usualClock({ held_on: day, starts_at: begins }: { held_on: Day; starts_at: string | null }, now?: Date): string {
  return isUnderWay(day, now) || !begins ? "" : inParis(begins).clock;
}

/** The moment of a clock on a meeting's day, or in the night after it; null for none, which leaves the hour to the API. */
export function momentOf(day: Day, clock: string): string | null {
  if (!clock) return null;
  return atParis(Number(clock.slice(0, 2)) < NIGHT ? addDays(day, 1) : day, clock);
}
