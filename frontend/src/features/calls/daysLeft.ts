import { inParis } from "@/space/kit/moments";
import { todayInParis } from "@/lib/dates";

/** Days from today until the day of an instant, in Paris; 0 on the day itself. */
export function daysLeft(until: string, now: Date = new Date()): number {
  return Math.max(0, Math.round((Date.parse(inParis(until).day) - Date.parse(todayInParis(now))) / 86_400_000));
}
