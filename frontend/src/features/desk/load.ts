import { addDays } from "@/lib/dates";
import type { EditionLoad } from "./calls";

export interface Arrival {
  day: string;
  begun: number;
  sent: number;
}

/** Every day from the first arrival to the last: days on which nothing came are shown empty, so that the shape is true. */
export function everyDay(days: readonly Arrival[]): Arrival[] {
  const first = days[0]?.day;
  const last = days.at(-1)?.day;
  if (!first || !last) return [];
  const known = new Map(days.map((each) => [each.day, each]));
  const found: Arrival[] = [];
  for (let day = first; day <= last && found.length < 400; day = addDays(day, 1)) found.push(known.get(day) ?? { day, begun: 0, sent: 0 });
  return found;
}

/** The most that any half-day holds: what the darkest mark stands for. At least one, so that nothing is divided by zero. */
export function fullest(load: EditionLoad): number {
  return Math.max(1, ...load.days.flatMap(({ halves }) => halves.map(({ sessions }) => sessions)));
}

/** From 0 (nothing) to 4 (the fullest): anything at all is at least 1. */
export function level(sessions: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (sessions === 0) return 0;
  return Math.min(4, Math.max(1, Math.ceil((4 * sessions) / most))) as 1 | 2 | 3 | 4;
}

/** What happens in one department, or everywhere without one, of half a day. */
export function ofDepartment(half: EditionLoad["days"][number]["halves"][number], department: string): { sessions: number; seats: number; without_seats: number } {
  if (department === "") return half;
  return half.departments.find((each) => each.department === department) ?? { sessions: 0, seats: 0, without_seats: 0 };
}
