/** What is typed, and what of it the API takes: a value that it would refuse stays as typed, and is not sent. */
import type { Field, Row, RowField } from "./definition";
import { longest, isRow, rowsOf } from "./definition";
import { isInstant } from "./instants";

/** Why a value is not one that can be kept yet. */
export type Fault = "number" | "whole_number" | "negative" | "too_large" | "date" | "email" | "phone" | "url" | "postal_code" | "too_long" | "moment" | "end" | "option" | "commune";

export interface Found {
  /** Like `/answers/budget/0/amount`. */
  pointer: string;
  fault: Fault;
}

const LARGEST = 10 ** 12;
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const PHONE = /^[+0-9][0-9 ().-]{3,39}$/;
const INSEE = /^[0-9][0-9AB][0-9]{3}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SPACES = /[\s\u00a0\u202f]/g;

export const isInsee = (value: unknown): value is string => typeof value === "string" && INSEE.test(value);

/** A number as the French write it; nothing for an empty text, and the text itself when it says no number. */
export function numberOf(text: string): number | string | null {
  const plain = text.replace(SPACES, "").replace(",", ".");
  if (plain === "") return null;
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

/** Cents of an amount in euros; nothing for an empty text, and the text itself when it says no amount. */
export function centsOf(text: string): number | string | null {
  const value = numberOf(text.replace("€", ""));
  if (typeof value !== "number") return value;
  const cents = Math.round(value * 100);
  return Math.abs(cents - value * 100) < 1e-6 * Math.max(1, Math.abs(cents)) ? cents : text;
}

/** A number, or what was typed instead of one, as it stands in its field. */
export function textOfNumber(value: unknown): string {
  if (typeof value === "number") return new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 20 }).format(value).replace(SPACES, "\u00a0");
  return typeof value === "string" ? value : "";
}

export function textOfCents(value: unknown): string {
  if (typeof value !== "number") return typeof value === "string" ? value : "";
  const whole = value % 100 === 0;
  return new Intl.NumberFormat("fr-FR", { minimumFractionDigits: whole ? 0 : 2, maximumFractionDigits: 2 }).format(value / 100).replace(SPACES, "\u00a0");
}

function isPage(text: string): boolean {
  if (/\s/.test(text)) return false;
  try {
    const { protocol, hostname, username } = new URL(text);
    return (protocol === "http:" || protocol === "https:") && hostname !== "" && username === "";
  } catch {
    return false;
  }
}

const texts = (fits: (text: string) => boolean, fault: Fault) => (value: unknown): Fault | null => (typeof value === "string" && fits(value) ? null : fault);

function numeric(field: RowField, value: unknown): Fault | null {
  if (typeof value !== "number" || !Number.isFinite(value)) return "number";
  if (field.type !== "decimal" && !Number.isInteger(value)) return field.type === "amount" ? "number" : "whole_number";
  if (Math.abs(value) > LARGEST) return "too_large";
  return field.type === "amount" && value < 0 ? "negative" : null;
}

const ONE: Partial<Record<Field["type"], (value: unknown, field: RowField) => Fault | null>> = {
  text: (value, field) => (typeof value === "string" && value.length > longest(field) ? "too_long" : null),
  long_text: (value, field) => (typeof value === "string" && value.length > longest(field) ? "too_long" : null),
  integer: (value, field) => numeric(field, value),
  decimal: (value, field) => numeric(field, value),
  amount: (value, field) => numeric(field, value),
  date: texts((text) => DAY.test(text) && !Number.isNaN(Date.parse(text)), "date"),
  email: texts((text) => EMAIL.test(text), "email"),
  phone: texts((text) => PHONE.test(text), "phone"),
  url: texts((text) => text.length <= 500 && isPage(text), "url"),
  commune: texts((text) => INSEE.test(text), "commune"),
  choice: (value, { options = [] }) => (options.some((option) => option.value === value) ? null : "option"),
  choices: (value, { options = [] }) => (Array.isArray(value) && value.every((one) => options.some((option) => option.value === one)) ? null : "option"),
};

/** What keeps a value from being sent; an empty one is always fit. */
export function faultsOf(field: Field | RowField, value: unknown, pointer = `/answers/${field.id}`): Found[] {
  if (value === null || value === undefined) return [];
  if (field.type === "repetition") {
    const { fields = [] } = field as Field;
    return rowsOf(value).flatMap((row, place) => fields.flatMap((one) => faultsOf(one, row[one.id], `${pointer}/${place}/${one.id}`)));
  }
  if (field.type === "sessions") return rowsOf(value).flatMap((row, place) => sessionFaults(row, `${pointer}/${place}`));
  if (field.type === "address") {
    const code = isRow(value) ? value["postal_code"] : null;
    return typeof code === "string" && code !== "" && !/^\d{5}$/.test(code) ? [{ pointer: `${pointer}/postal_code`, fault: "postal_code" }] : [];
  }
  const fault = ONE[field.type]?.(value, field);
  return fault ? [{ pointer, fault }] : [];
}

function sessionFaults(row: Row, pointer: string): Found[] {
  const found: Found[] = [];
  for (const name of ["starts_at", "ends_at"]) {
    if (row[name] !== null && row[name] !== undefined && !isInstant(row[name])) found.push({ pointer: `${pointer}/${name}`, fault: "moment" });
  }
  const { starts_at: starts, ends_at: ends } = row;
  if (isInstant(starts) && isInstant(ends) && Date.parse(ends) <= Date.parse(starts)) found.push({ pointer: `${pointer}/ends_at`, fault: "end" });
  const { capacity, commune } = row;
  if (typeof commune === "string" && !INSEE.test(commune)) found.push({ pointer: `${pointer}/commune`, fault: "commune" });
  if (capacity !== null && capacity !== undefined && !(Number.isInteger(capacity) && Number(capacity) > 0 && Number(capacity) <= 1_000_000)) found.push({ pointer: `${pointer}/capacity`, fault: "whole_number" });
  return found;
}

/** The same JSON value, whatever the order of its names; nothing and null are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  const a = one ?? null;
  const b = other ?? null;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => isSame(each, b[index]));
  if (isRow(a) && isRow(b)) return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => isSame(a[name], b[name]));
  return a === b;
}
