import type { EventFacts, EventSession } from "./calls";

/** What an event of no project misses before it is shown: as the coordination's own check says it. */
export function missingOf(event: EventFacts, sessions: readonly EventSession[] | undefined, words: { description: string; session: string; venue: string }): string[] {
  if (!sessions) return [];
  const held = sessions.filter(({ status }) => status !== "cancelled" && status !== "postponed");
  const isPlaced = event.venue_id !== null || Boolean(event.online_access_url) || held.every((session) => session.venue_id !== null);
  return [
    !(event.description ?? event.long_description ?? "").trim() && words.description,
    held.length === 0 && event.structure === "single" && words.session,
    held.length > 0 && !isPlaced && words.venue,
  ].filter((each): each is string => Boolean(each));
}
