/** A lender's settings as they are typed, and as the API takes them. Fields have the API's names. */
import type { Settings } from "./calls";

type Typed = number | string;

export interface PlaceValues {
  /** What it is known by on the page; `id` is the API's, for those that are there already. */
  key: string;
  id: string | null;
  name: string;
  address: string;
  hours: string;
  directions: string;
}

export interface SettingsValues {
  /** Days of the week, Monday is "1". */
  opening_days: string[];
  buffer_before_days: Typed;
  buffer_after_days: Typed;
  /** « 02, 80 ». */
  near_departments: string;
  far_buffer_before_days: Typed;
  far_buffer_after_days: Typed;
  notice_days: Typed;
  min_days: Typed;
  max_days: Typed;
  hold_days: Typed;
  insurance: string;
  agreement_template: string;
  address: string;
  email: string;
  phone: string;
  signatory_name: string;
  signatory_capacity: string;
  pickup_places: PlaceValues[];
}

const NUMBERS = ["buffer_before_days", "buffer_after_days", "far_buffer_before_days", "far_buffer_after_days", "notice_days", "min_days", "max_days", "hold_days"] as const;
export type NumberField = (typeof NUMBERS)[number];
/** The least and the most that the API takes. */
export const BOUNDS: Record<NumberField, readonly [number, number]> = {
  buffer_before_days: [0, 60], buffer_after_days: [0, 60], far_buffer_before_days: [0, 60], far_buffer_after_days: [0, 60], notice_days: [0, 366], min_days: [1, 366], max_days: [1, 366], hold_days: [1, 90],
};

const text = (value: string) => value.trim() || null;

export function toValues(settings: Settings): SettingsValues {
  const { lender: _lender, version: _version, updated_at: _updated, allowed_actions: _actions, ...rest } = settings;
  return {
    ...rest, opening_days: rest.opening_days.map(String), near_departments: rest.near_departments.join(", "), agreement_template: rest.agreement_template ?? "", address: rest.address ?? "",
    email: rest.email ?? "", phone: rest.phone ?? "", signatory_name: rest.signatory_name ?? "", signatory_capacity: rest.signatory_capacity ?? "",
    pickup_places: rest.pickup_places.map((place) => ({ ...place, key: place.id, hours: place.hours ?? "", directions: place.directions ?? "" })),
  };
}

/** « 02, 80 » as codes; Corsica's have a letter. */
export const departmentsOf = (typed: string) => [...new Set(typed.toUpperCase().split(/[\s,;]+/).filter(Boolean))].toSorted();

/** A number as the API takes it; one that was rubbed out is none, and is asked for before anything is sent. */
const whole = (value: Typed) => Number(value);

export function toBody(values: SettingsValues) {
  return {
    opening_days: values.opening_days.map(Number).toSorted(), buffer_before_days: whole(values.buffer_before_days), buffer_after_days: whole(values.buffer_after_days),
    near_departments: departmentsOf(values.near_departments), far_buffer_before_days: whole(values.far_buffer_before_days), far_buffer_after_days: whole(values.far_buffer_after_days),
    notice_days: whole(values.notice_days), min_days: whole(values.min_days), max_days: whole(values.max_days), hold_days: whole(values.hold_days), insurance: values.insurance,
    agreement_template: text(values.agreement_template), address: text(values.address), email: text(values.email), phone: text(values.phone), signatory_name: text(values.signatory_name),
    signatory_capacity: text(values.signatory_capacity),
    pickup_places: values.pickup_places.map(({ id, name, address, hours, directions }) => ({ id, name: name.trim(), address: address.trim(), hours: text(hours), directions: text(directions) })),
  };
}

export type SettingsBody = ReturnType<typeof toBody>;
export type SettingsField = keyof SettingsBody;

export interface Missing {
  number: (least: number, most: number) => string;
  openingDay: string;
  lengths: string;
  place: string;
  department: (code: string) => string;
}

/** What can be told without asking. */
export function checkSettings(values: SettingsValues, w: Missing): Partial<Record<SettingsField, string>> {
  const found: Partial<Record<SettingsField, string>> = {};
  for (const name of NUMBERS) {
    const [least, most] = BOUNDS[name];
    const value = values[name];
    if (value === "" || !(Number(value) >= least && Number(value) <= most)) found[name] = w.number(least, most);
  }
  if (values.opening_days.length === 0) found.opening_days = w.openingDay;
  if (!found.min_days && !found.max_days && Number(values.min_days) > Number(values.max_days)) found.min_days = w.lengths;
  if (values.pickup_places.some(({ name, address }) => !name.trim() || !address.trim())) found.pickup_places = w.place;
  const wrong = departmentsOf(values.near_departments).find((code) => !/^\d[\dAB]\d?$/.test(code));
  if (wrong) found.near_departments = w.department(wrong);
  return found;
}
