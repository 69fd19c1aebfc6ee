/** An event as the agenda would show it, from what those who keep it read. */
import type { AgendaEvent, AgendaSession } from "@/api/types";
import type { EventFacts, EventSession, Venue } from "./calls";
import { withOffset } from "./times";

const maybe = (instant: string | null, zone: string) => (instant === null ? null : withOffset(instant, zone));

export function asCard(event: EventFacts, sessions: readonly EventSession[], venue: Venue | undefined): AgendaEvent {
  const shown: AgendaSession[] = sessions.map((each) => ({
    id: each.id, starts_at: withOffset(each.starts_at, each.timezone), ends_at: withOffset(each.ends_at, each.timezone), status: each.status as AgendaSession["status"], status_reason: each.status_reason,
    previous_starts_at: maybe(each.previous_starts_at, each.timezone), previous_ends_at: maybe(each.previous_ends_at, each.timezone),
  }));
  return {
    id: event.id, slug: event.slug, title: event.title, description: event.description, structure: event.structure as AgendaEvent["structure"], status: event.status as AgendaEvent["status"], status_reason: event.status_reason,
    activity_type: event.activity_type as AgendaEvent["activity_type"], theme: event.theme as AgendaEvent["theme"], audience: event.audience as AgendaEvent["audience"], school_levels: event.school_levels as AgendaEvent["school_levels"],
    age: { min: event.age_min, max: event.age_max }, accessibility: event.accessibility as AgendaEvent["accessibility"], free: event.free, attendance_mode: event.attendance_mode as AgendaEvent["attendance_mode"],
    holder: event.organisation_name ?? event.holder, edition: event.edition, image: null, parent: null, children_count: 0, bookable: event.registration.length > 0, updated_at: event.updated_at, sessions: shown,
    venue: venue ? { id: venue.id, name: venue.name, city: venue.city, insee: venue.insee, department: venue.department, latitude: venue.latitude, longitude: venue.longitude } as AgendaEvent["venue"] : null,
  };
}
