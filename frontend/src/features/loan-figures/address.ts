/** What the addresses of figures hold: `?annee=2026&preteur=…&mesure=jours&valeur=59`. */
import { AGENCY } from "@/programme/loanReport";
import { hasRole, type Me } from "@/space/kit/me";

export type Measure = "loans" | "days";
type Search = Partial<Record<string, unknown>>;

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

export interface Asked {
  /** Null: the present year, or the latest that holds loans. */
  year: number | null;
  lender: string | null;
  measure: Measure;
  value: string | undefined;
}

// The router may read what looks like a number as one.
const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

export function readAsked(search: Search): Asked {
  const year = textOf(search.annee);
  const lender = textOf(search.preteur);
  return {
    year: /^(19[9]\d|2[01]\d\d)$/.test(year) ? Number(year) : null,
    lender: lender === AGENCY || ID.test(lender) ? lender : null,
    measure: search.mesure === "jours" ? "days" : "loans",
    value: textOf(search.valeur).slice(0, 100) || undefined,
  };
}

/** The same as the address holds it: nothing for what goes without saying. */
export function toSearch(asked: Partial<Asked>): Record<string, string | undefined> {
  return {
    annee: asked.year ? String(asked.year) : undefined,
    preteur: asked.lender ?? undefined,
    mesure: asked.measure === "days" ? "jours" : undefined,
    valeur: asked.value,
  };
}

export interface LenderChoice {
  id: string;
  name: string | null;
}

/** Whose figures someone may read: the agency's for those who lend in its name, and their own organisations'. */
export function lendersOf(someone: Me): LenderChoice[] {
  const agency = hasRole(someone, "lender", "administrator") ? [{ id: AGENCY, name: null }] : [];
  return [...agency, ...someone.organisations.map(({ id, name }) => ({ id, name }))];
}

/** The year that is shown when none is asked for. */
export function defaultYear(years: readonly number[], present: number): number {
  if (years.includes(present) || years.length === 0) return present;
  return years.find((year) => year < present) ?? years[0]!;
}
