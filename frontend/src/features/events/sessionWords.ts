import { addDays, clockOf, dayOf, formatClock, formatDay } from "@/lib/dates";
import type { Lang } from "@/lib/i18n";
import { capital } from "@/lib/text";
import type { EventSession } from "./calls";
import { withOffset } from "./times";

/** « Samedi 2 octobre 2027, 14 h – 16 h », on the clocks of the session's zone. */
export function sessionWords({ starts_at: starts, ends_at: ends, timezone: zone }: Pick<EventSession, "starts_at" | "ends_at" | "timezone">, lang: Lang): string {
  const [from, to] = [withOffset(starts, zone), withOffset(ends, zone)];
  const isLong = dayOf(to) > addDays(dayOf(from), 1) || (dayOf(to) > dayOf(from) && clockOf(to) > clockOf(from));
  const end = isLong ? `${formatDay(dayOf(to), lang, { weekday: false })} ${formatClock(clockOf(to), lang)}` : formatClock(clockOf(to), lang);
  return `${capital(formatDay(dayOf(from), lang, { year: true }))}, ${formatClock(clockOf(from), lang)} – ${end}`;
}
