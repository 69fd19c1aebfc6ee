import type { AgendaEvent, AgendaSession } from "@/api/types";
import { hoursBetween } from "@/lib/dates";
import type { UmbelTraits } from "@/identity/umbel";

type Shown = Pick<AgendaEvent, "audience" | "school_levels" | "age"> & { sessions: Pick<AgendaSession, "starts_at" | "ends_at">[] };

/** What an event's flower says: sessions are rays, the audience florets, the longest session's length the height. */
export function umbelTraits(event: Shown): UmbelTraits {
  const longest = Math.max(0.5, ...event.sessions.map((session) => hoursBetween(session.starts_at, session.ends_at)));
  // Half an hour stays low, a day stands high, weeks reach the top: a logarithm between 0.5 h and 21 days.
  const stature = Math.log(longest / 0.5) / Math.log((21 * 24) / 0.5);
  const everyone = event.audience.includes("general_public") ? 5 : 0;
  const classes = event.audience.includes("schools") ? 1 + event.school_levels.length : 0;
  const adultsOnly = (event.age.min ?? 0) >= 15 ? -1 : 0;
  return { rays: Math.min(9, Math.max(1, event.sessions.length)), florets: 3 + Math.min(6, Math.max(0, Math.max(everyone, classes) + adultsOnly - 1)), stature };
}
