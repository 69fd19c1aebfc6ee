/** The facts of an organisation as a form holds them: texts, never null. */
import type { components } from "@/api/__generated__/schema";
import type { Commune } from "@/api/types";
import type { Organisation } from "./calls";

type Schemas = components["schemas"];
type Create = Omit<Schemas["OrganisationCreate"], "without_me" | "distinct_from" | "latitude" | "longitude">;

export interface FactValues {
  name: string;
  legal_name: string;
  kind: string;
  siret: string;
  address: string;
  postal_code: string;
  /** What is written in the field: « Amiens », or what one is typing. */
  commune: string;
  commune_insee: string;
  website: string;
  email: string;
  phone: string;
  description: string;
  themes: string[];
  offers: string[];
  is_public: boolean;
}

export const NO_FACTS: FactValues = {
  name: "", legal_name: "", kind: "", siret: "", address: "", postal_code: "", commune: "", commune_insee: "", website: "", email: "", phone: "",
  description: "", themes: [], offers: [], is_public: false,
};

const TEXTS = ["legal_name", "siret", "address", "postal_code", "website", "email", "phone", "description"] as const;

const text = (value: string) => value.trim() || null;

export function toValues(organisation: Organisation): FactValues {
  const values: FactValues = {
    ...NO_FACTS, name: organisation.name, kind: organisation.kind, commune: organisation.commune_name ?? "", commune_insee: organisation.commune_insee ?? "",
    themes: organisation.themes, offers: organisation.offers, is_public: organisation.is_public,
  };
  for (const name of TEXTS) values[name] = organisation[name] ?? "";
  return values;
}

/** What the API takes: nothing instead of an empty text, spaces out of a SIRET, the commune as its name and code. */
export function toBody(values: FactValues): Create {
  return {
    name: values.name.trim(), kind: values.kind as Create["kind"], legal_name: text(values.legal_name), siret: text(values.siret.replace(/\s/g, "")),
    address: text(values.address), postal_code: text(values.postal_code), commune_name: text(values.commune), commune_insee: text(values.commune_insee),
    website: text(values.website), email: text(values.email), phone: text(values.phone), description: text(values.description),
    themes: values.themes as NonNullable<Create["themes"]>, offers: values.offers as NonNullable<Create["offers"]>, is_public: values.is_public,
  };
}

export type Body = ReturnType<typeof toBody>;
export type BodyField = keyof Body;

/** « Amiens (80) »: how a suggested commune is written. */
export const communeLabel = ({ name, department }: Pick<Commune, "name" | "department">) => `${name} (${department})`;

/** « 552 100 554 00013 », as people read a SIRET. */
export function spacedSiret(siret: string): string {
  const digits = siret.replace(/\s/g, "");
  return /^\d{14}$/.test(digits) ? digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, "$1\u00a0$2\u00a0$3\u00a0$4") : siret;
}
