/** The fields of an event: as they are typed, as the API takes them, and as they are read. */
import type { EventFacts, Group } from "./calls";

export interface Way {
  type: "link" | "phone" | "email";
  value: string;
}

/** As they are typed: texts, and choices where "" or "unknown" says that nothing is known. */
export interface EventValues {
  title: string;
  description: string;
  long_description: string;
  keywords: string;
  activity_type: string;
  theme: string;
  audience: string[];
  school_levels: string[];
  age_min: string;
  age_max: string;
  attendance_mode: string;
  online_access_url: string;
  free: "yes" | "no" | "unknown";
  conditions: string;
  registration: Way[];
  /** Null: nobody said. */
  accessibility: string[] | null;
  holder: string;
  venue_id: string | null;
}

export const toValues = (event: EventFacts): EventValues => ({
  title: event.title, description: event.description ?? "", long_description: event.long_description ?? "", keywords: event.keywords.join(", "),
  activity_type: event.activity_type ?? "", theme: event.theme ?? "", audience: event.audience, school_levels: event.school_levels,
  age_min: event.age_min === null ? "" : String(event.age_min), age_max: event.age_max === null ? "" : String(event.age_max),
  attendance_mode: event.attendance_mode, online_access_url: event.online_access_url ?? "", free: event.free === null ? "unknown" : event.free ? "yes" : "no",
  conditions: event.conditions ?? "", registration: event.registration as unknown as Way[], accessibility: event.accessibility, holder: event.holder ?? "", venue_id: event.venue_id,
});

const text = (value: string) => value.trim() || null;
/** What is no whole number is sent as it is: the API says what it wants. */
export const whole = (value: string) => (value.trim() === "" ? null : /^\d+$/.test(value.trim()) ? Number(value) : value.trim());

/** What the API takes: nothing instead of an empty text, keywords one by one, ways to register that say something. */
export const toBody = (values: EventValues) => ({
  title: values.title.trim(), description: text(values.description), long_description: text(values.long_description),
  keywords: [...new Set(values.keywords.split(",").map((word) => word.trim()).filter(Boolean))],
  activity_type: text(values.activity_type), theme: text(values.theme), audience: values.audience, school_levels: values.school_levels,
  age_min: whole(values.age_min), age_max: whole(values.age_max), attendance_mode: values.attendance_mode, online_access_url: text(values.online_access_url),
  free: values.free === "unknown" ? null : values.free === "yes", conditions: text(values.conditions),
  registration: values.registration.map(({ type, value }) => ({ type, value: value.trim() })).filter(({ value }) => value), accessibility: values.accessibility,
  holder: text(values.holder), venue_id: values.venue_id,
});

export type Body = ReturnType<typeof toBody>;
export type Field = keyof Body;

/** Back from what the API took to what is typed, once it is saved. */
export const fromBody = (body: Body): EventValues => ({
  ...body, description: body.description ?? "", long_description: body.long_description ?? "", keywords: body.keywords.join(", "), activity_type: body.activity_type ?? "",
  theme: body.theme ?? "", age_min: body.age_min === null ? "" : String(body.age_min), age_max: body.age_max === null ? "" : String(body.age_max),
  online_access_url: body.online_access_url ?? "", free: body.free === null ? "unknown" : body.free ? "yes" : "no", conditions: body.conditions ?? "", holder: body.holder ?? "",
});

/** Fields by the group that an edition's policy rules, in the order one tells them. */
export const GROUPS: readonly { group: Group; fields: readonly Field[] }[] = [
  { group: "title", fields: ["title"] },
  { group: "description", fields: ["description", "long_description", "keywords"] },
  { group: "classification", fields: ["activity_type", "theme"] },
  { group: "audience", fields: ["audience", "school_levels", "age_min", "age_max"] },
  { group: "practical", fields: ["conditions", "free", "registration", "accessibility", "attendance_mode", "online_access_url", "holder"] },
  { group: "venue", fields: ["venue_id"] },
];

/** How codes are read; a code that is newer than this page is shown as it is. */
export interface Reading {
  lists: Partial<Record<string, Record<string, string>>>;
  yes: string;
  no: string;
  /** The name of a venue by its id, as far as it is known. */
  venue: (id: string) => string;
  /** A moment in words. */
  moment: (instant: string) => string;
  ways: Record<Way["type"], string>;
}

const isWay = (value: unknown): value is Way => typeof value === "object" && value !== null && "type" in value && "value" in value;
const INSTANTS = new Set(["starts_at", "ends_at", "previous_starts_at", "previous_ends_at"]);
const LISTS: Record<string, string> = { school_levels: "school_level" };

/** A value of a field as a person reads it; nothing is "". */
export function readable(field: string, value: unknown, words: Reading): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (field === "venue_id") return words.venue(String(value));
  if (INSTANTS.has(field)) return words.moment(String(value));
  const list = words.lists[LISTS[field] ?? field];
  if (Array.isArray(value)) return value.map((each) => (isWay(each) ? `${words.ways[each.type] ?? each.type} : ${each.value}` : (list?.[String(each)] ?? String(each)))).join(", ");
  return list?.[String(value)] ?? String(value);
}
