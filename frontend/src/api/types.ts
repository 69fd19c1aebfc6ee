/** The shapes the public face reads, by the API's own names. */
export type EventStatus = "scheduled" | "rescheduled" | "moved_online" | "postponed" | "full" | "cancelled";
export type AttendanceMode = "onsite" | "online" | "mixed";

export interface AgendaSession {
  id: string;
  starts_at: string;
  ends_at: string;
  status: EventStatus;
  status_reason: string | null;
  previous_starts_at: string | null;
  previous_ends_at: string | null;
}

export interface AgendaVenue {
  id: string;
  name: string;
  city: string;
  insee: string | null;
  department: string | null;
  latitude: number | null;
  longitude: number | null;
}

export interface AgendaEvent {
  id: string;
  slug: string;
  title: string;
  description: string | null;
  structure: "single" | "umbrella";
  activity_type: string | null;
  theme: string | null;
  audience: string[];
  school_levels: string[];
  age: { min: number | null; max: number | null };
  free: boolean | null;
  accessibility: string[] | null;
  status: EventStatus;
  status_reason: string | null;
  attendance_mode: AttendanceMode;
  bookable: boolean;
  holder: string | null;
  venue: AgendaVenue | null;
  image: { url: string; credits: string | null; alt: string | null } | null;
  edition: number | null;
  parent: { id: string; slug: string; title: string } | null;
  children_count: number;
  sessions: AgendaSession[];
  updated_at: string;
}

export interface AgendaItem extends AgendaEvent {
  first_session: { starts_at: string; ends_at: string; status: EventStatus };
}

export interface AgendaPage {
  items: AgendaItem[];
  total: number;
  next: string | null;
}

export interface DetailVenue extends AgendaVenue {
  address: string | null;
  postal_code: string | null;
  phone: string | null;
  website: string | null;
  access: string | null;
}

export interface DetailSession extends AgendaSession {
  timezone: string;
  capacity: number | null;
  audience: string | null;
  venue: DetailVenue | null;
}

export interface AgendaDetail extends Omit<AgendaEvent, "venue" | "sessions"> {
  venue: DetailVenue | null;
  sessions: DetailSession[];
  long_description_html: string | null;
  keywords: string[];
  conditions: string | null;
  registration: { type: "link" | "phone" | "email"; value: string }[];
  online_access_url: string | null;
  source: { name: string; url: string | null } | null;
  children: AgendaEvent[];
}

export interface FacetValue {
  value: string | number | boolean | null;
  label: string;
  count: number;
}

export const FACET_NAMES = [
  "department", "theme", "audience", "activity_type", "school_level", "free", "accessibility", "status", "structure",
  "commune_size", "epci", "commune", "edition",
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

export type AgendaFacets = { total: number } & Record<FacetName, FacetValue[]>;

export interface Edition {
  id: string;
  year: number;
  theme: string | null;
  starts_on: string;
  ends_on: string;
}

export interface Territory {
  name: string;
  departments: { code: string; name: string }[];
  outlines: GeoJSON.FeatureCollection<GeoJSON.Polygon | GeoJSON.MultiPolygon, { code: string; name: string }>;
  bounds: [number, number, number, number];
}

export interface Commune {
  insee: string;
  name: string;
  department: string;
  postal_codes: string[];
  population: number;
  latitude: number | null;
  longitude: number | null;
  event_count: number;
}
