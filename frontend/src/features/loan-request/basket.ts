/** What one is about to ask for, kept on this device until it is sent. */
import { isDay } from "@/lib/dates";

/** One item of the request. Its id comes from the catalogue when it is sent; days are "YYYY-MM-DD", or empty. */
export interface Line {
  slug: string;
  title: string;
  format_id: string;
  /** Numbers of the modules that are wanted; none means the whole item. */
  modules: number[];
  starts_on: string;
  ends_on: string;
  waitlist_if_taken: boolean;
  as_exception: boolean;
}

/** The form's values, named as the API names what it refuses. */
export interface Draft {
  organisation_id: string;
  organisation_name: string;
  loans: Line[];
  "place_of_use.name": string;
  "place_of_use.address": string;
  "place_of_use.commune_insee": string;
  /** What is written in the field of the commune. */
  commune: string;
  "signatory.name": string;
  "signatory.capacity": string;
  "signatory.email": string;
  channel: "direct" | "pass_culture";
  pass_culture_offer: string;
  message: string;
}

/** The API takes no more at once. */
export const MOST_LINES = 20;

export const NO_DRAFT: Draft = {
  organisation_id: "", organisation_name: "", loans: [], "place_of_use.name": "", "place_of_use.address": "", "place_of_use.commune_insee": "", commune: "",
  "signatory.name": "", "signatory.capacity": "", "signatory.email": "", channel: "direct", pass_culture_offer: "", message: "",
};

/** The lines with one more item, for the days of the last one; an item stands once. */
export function withItem(lines: readonly Line[], slug: string, title = ""): Line[] {
  if (lines.length >= MOST_LINES || lines.some((line) => line.slug === slug)) return [...lines];
  const last = lines.at(-1);
  return [...lines, { slug, title, format_id: "", modules: [], starts_on: last?.starts_on ?? "", ends_on: last?.ends_on ?? "", waitlist_if_taken: false, as_exception: false }];
}

export const withLine = (lines: readonly Line[], slug: string, part: Partial<Line>): Line[] => lines.map((line) => (line.slug === slug ? { ...line, ...part } : line));

/** What the address of another page says beside the item: its format and modules, the days that were found free there. */
export function told({ format, modules, starts_on: first, ends_on: last }: Partial<Record<string, string>>): Partial<Line> {
  const numbers = (modules ?? "").split(",").map(Number).filter((number) => Number.isInteger(number) && number > 0);
  return {
    ...(format && { format_id: format }), ...(numbers.length > 0 && { modules: numbers }),
    ...(first && last && isDay(first) && isDay(last) && first <= last && { starts_on: first, ends_on: last }),
  };
}

/** The department of a commune, by its INSEE code; null without one. */
export function departmentOf(insee: string): string | null {
  if (!/^(?:\d{2}|2[AB])\d{3}$/.test(insee)) return null;
  return insee.slice(0, /^9[78]/.test(insee) ? 3 : 2);
}

const name = (account: string) => `ombelle.demande-de-pret.${account}`;
const isText = (value: unknown): value is string => typeof value === "string";
const isLine = (value: unknown): value is Line => {
  const line = value as Partial<Line> | null;
  return typeof line === "object" && line !== null && isText(line.slug) && isText(line.title) && isText(line.format_id) && Array.isArray(line.modules)
    && isText(line.starts_on) && isText(line.ends_on) && typeof line.waitlist_if_taken === "boolean" && typeof line.as_exception === "boolean";
};

/** What this account left here, field by field: what cannot be read counts as not written. */
export function readDraft(account: string, storage: Pick<Storage, "getItem">): Draft {
  let kept: Record<string, unknown> = {};
  try {
    kept = JSON.parse(storage.getItem(name(account)) ?? "{}") as Record<string, unknown>;
  } catch { /* a storage that is closed, or text that is no longer ours */ }
  if (typeof kept !== "object" || kept === null) return NO_DRAFT;
  const texts = Object.fromEntries(Object.entries(NO_DRAFT).map(([field, empty]) => [field, isText(empty) && isText(kept[field]) ? kept[field] : empty])) as unknown as Draft;
  return { ...texts, channel: kept.channel === "pass_culture" ? "pass_culture" : "direct", loans: Array.isArray(kept.loans) ? kept.loans.filter(isLine).slice(0, MOST_LINES) : [] };
}

/** Keeps what is written; says whether this device could. */
export function keepDraft(account: string, draft: Draft | null, storage: Pick<Storage, "setItem" | "removeItem">): boolean {
  try {
    if (draft === null) storage.removeItem(name(account));
    else storage.setItem(name(account), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}
