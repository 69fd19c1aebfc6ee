/** What the address asks of the planning: how much time, from when, and which units. */
import { addDays, isDay, weekdayOf, type Day } from "@/lib/dates";
import { LENDING_WORDS, type LendingCodes } from "@/programme/lendingWords";

export type Zoom = "semaine" | "mois" | "annee";
export type View = "frise" | "liste";
export const ZOOMS: readonly Zoom[] = ["semaine", "mois", "annee"];
/** What a line shows, told by the screen out of what was read. */
export type Standing = "pris" | "risque" | "immobilise" | "libre" | "abime";
export const STANDINGS: readonly Standing[] = ["pris", "risque", "immobilise", "libre", "abime"];

export interface Asked {
  zoom: Zoom;
  /** The first day shown; empty for where today is. */
  start: string;
  view: View | "";
  q: string;
  category: string;
  /** `agency`, or an organisation's id. */
  lender: string;
  item: string;
  standing: Standing | "";
}

export interface Span {
  from: Day;
  to: Day;
}

type Search = Record<string, unknown>;
const textOf = (value: unknown) => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");
const among = <T extends string>(all: readonly T[], value: unknown): T | "" => all.find((each) => each === value) ?? "";
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const CATEGORIES = Object.keys(LENDING_WORDS.fr.category) as LendingCodes["category"][];

/** What the address asks; what it should not hold is left out. */
export function readAddress(search: Search): Asked {
  const lender = textOf(search.preteur);
  return {
    zoom: among(ZOOMS, search.zoom) || "annee",
    start: isDay(textOf(search.du)) ? textOf(search.du) : "",
    view: among(["frise", "liste"] as const, search.vue),
    q: textOf(search.q).slice(0, 200),
    category: among(CATEGORIES, search.categorie),
    lender: lender === "agency" || ID.test(lender) ? lender : "",
    item: ID.test(textOf(search.outil)) ? textOf(search.outil) : "",
    standing: among(STANDINGS, search.etat),
  };
}

/** The same as the address holds it: nothing for what is as usual. */
export function toSearch(asked: Asked): Record<string, string | undefined> {
  const { zoom, start, view, q, category, lender, item, standing } = asked;
  const all = { zoom: zoom === "annee" ? "" : zoom, du: start, vue: view, q, categorie: category, preteur: lender, outil: item, etat: standing };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, value || undefined]));
}

const monthStart = (day: Day): Day => `${day.slice(0, 8)}01`;

/** The first day of the month that lies so many months away. */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}

const monday = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The days shown: a week from its Monday, a month, or twelve months from the first of one. */
export function spanOf({ zoom, start }: Pick<Asked, "zoom" | "start">, today: Day): Span {
  const day = start || today;
  if (zoom === "semaine") return { from: monday(day), to: addDays(monday(day), 6) };
  const from = monthStart(day);
  return { from, to: addDays(addMonths(from, zoom === "mois" ? 1 : 12), -1) };
}

/** Where one goes with « avant » and « après »: as much time again; a year moves by a quarter, to keep one's bearings. */
export function step({ zoom, start }: Pick<Asked, "zoom" | "start">, today: Day, way: 1 | -1): Day {
  const { from } = spanOf({ zoom, start }, today);
  if (zoom === "semaine") return addDays(from, 7 * way);
  return addMonths(from, (zoom === "mois" ? 1 : 3) * way);
}
