/** An item's sheet as it is typed, and as the API takes it. Fields have the API's names. */
import type { components } from "@/api/__generated__/schema";
import type { Item } from "./calls";

type Schemas = components["schemas"];
type Typed = number | string;

/** « Oui », « non », or nothing said. */
export type YesNo = "" | "yes" | "no";

export interface SheetValues {
  title: string;
  category: string;
  abstract: string;
  description: string;
  themes: string[];
  audiences: string[];
  languages: string[];
  accessibility: string[];
  producer: string;
  year: Typed;
  credits: string;
  added_on: string;
  condition: string;
  space_m2: Typed;
  needs_power: YesNo;
  weight_kg: Typed;
  packages: Typed;
  transport: string;
  setup: string;
  /** Euros. */
  insurance_value_cents: Typed;
  handling: string;
  contact_email: string;
  contact_phone: string;
  buffer_before_days: Typed;
  buffer_after_days: Typed;
  notice_days: Typed;
  min_days: Typed;
  max_days: Typed;
  insurance: string;
}

/** Each group of the sheet with its fields, in the order in which one tells them. */
export const GROUPS = {
  presentation: ["title", "category", "abstract", "description", "producer", "year", "credits", "added_on"],
  readers: ["themes", "audiences", "languages", "accessibility"],
  logistics: ["space_m2", "needs_power", "weight_kg", "packages", "transport", "setup", "insurance_value_cents", "condition"],
  handled: ["handling", "contact_email", "contact_phone"],
  rules: ["notice_days", "min_days", "max_days", "buffer_before_days", "buffer_after_days", "insurance"],
} as const satisfies Record<string, readonly (keyof SheetValues)[]>;
export type Group = keyof typeof GROUPS;

const text = (value: string) => value.trim() || null;
export const whole = (value: Typed) => (value === "" || Number.isNaN(Number(value)) ? null : Number(value));
export const toCents = (euros: Typed) => (whole(euros) === null ? null : Math.round(Number(euros) * 100));
export const toEuros = (cents: number | null): Typed => (cents === null ? "" : cents / 100);
export const toYesNo = (value: boolean | null): YesNo => (value === null ? "" : value ? "yes" : "no");
export const fromYesNo = (value: YesNo) => (value === "" ? null : value === "yes");

export function toValues(item: Item): SheetValues {
  return {
    title: item.title, category: item.category, abstract: item.abstract ?? "", description: item.description ?? "", themes: item.themes, audiences: item.audiences,
    languages: item.languages, accessibility: item.accessibility, producer: item.producer ?? "", year: item.year ?? "", credits: item.credits ?? "", added_on: item.added_on,
    condition: item.condition ?? "", space_m2: item.space_m2 ?? "", needs_power: toYesNo(item.needs_power), weight_kg: item.weight_kg ?? "", packages: item.packages ?? "",
    transport: item.transport ?? "", setup: item.setup ?? "", insurance_value_cents: toEuros(item.insurance_value_cents), handling: item.handling,
    contact_email: item.contact_email ?? "", contact_phone: item.contact_phone ?? "", buffer_before_days: item.buffer_before_days ?? "", buffer_after_days: item.buffer_after_days ?? "",
    notice_days: item.notice_days ?? "", min_days: item.min_days ?? "", max_days: item.max_days ?? "", insurance: item.insurance ?? "",
  };
}

/** What the API takes; the order of a choice of several says nothing. */
export function toBody(values: SheetValues) {
  return {
    title: values.title.trim(), category: values.category, abstract: text(values.abstract), description: text(values.description), themes: values.themes.toSorted(),
    audiences: values.audiences.toSorted(), languages: values.languages.toSorted(), accessibility: values.accessibility.toSorted(), producer: text(values.producer), year: whole(values.year),
    credits: text(values.credits), added_on: values.added_on, condition: text(values.condition), space_m2: whole(values.space_m2), needs_power: fromYesNo(values.needs_power),
    weight_kg: whole(values.weight_kg), packages: whole(values.packages), transport: text(values.transport), setup: text(values.setup), insurance_value_cents: toCents(values.insurance_value_cents),
    handling: values.handling, contact_email: text(values.contact_email), contact_phone: text(values.contact_phone), buffer_before_days: whole(values.buffer_before_days),
    buffer_after_days: whole(values.buffer_after_days), notice_days: whole(values.notice_days), min_days: whole(values.min_days), max_days: whole(values.max_days), insurance: text(values.insurance),
  } satisfies Record<keyof Schemas["ItemPatch"], unknown>;
}

export type SheetBody = ReturnType<typeof toBody>;
export type SheetField = keyof SheetBody;

export const sheetOf = (item: Item): SheetBody => toBody(toValues(item));
