/** What is typed into the form, what it lacks, and what is sent of it. Plain functions. */
import type { components } from "@/api/__generated__/schema";

type Wanted = components["schemas"]["MembershipApplicationCreate"];
export type Applied = components["schemas"]["ApplicationByLink"];
export type Kind = Wanted["kind"];
export type College = Wanted["college"];

export interface Draft {
  kind: Kind;
  college: College | "";
  organisation: string;
  organisation_kind: string;
  siret: string;
  address: string;
  commune_name: string;
  commune_insee: string;
  website: string;
  name: string;
  capacity: string;
  email: string;
  phone: string;
  message: string;
  /** What no person sees to fill in. */
  nickname: string;
}

export const EMPTY: Draft = {
  kind: "legal", college: "", organisation: "", organisation_kind: "", siret: "", address: "", commune_name: "", commune_insee: "", website: "", name: "", capacity: "", email: "", phone: "", message: "", nickname: "",
};

export type Fault = "college" | "organisation" | "kind" | "commune" | "name" | "email";

/** What is missing, in the order of the form. */
export function faultsOf(draft: Draft): Fault[] {
  const isLegal = draft.kind === "legal";
  return ([
    ["college", draft.college === ""],
    ["organisation", isLegal && !draft.organisation.trim()],
    ["kind", isLegal && !draft.organisation_kind],
    ["commune", isLegal && draft.commune_name.trim() !== "" && draft.commune_insee === ""],
    ["name", !draft.name.trim()],
    ["email", !draft.email.trim()],
  ] as const).filter(([, is]) => is).map(([fault]) => fault);
}

const nothing = (text: string) => text.trim() || null;

/** The same as the API takes it. */
export function bodyOf(draft: Draft, locale: "fr" | "en"): Wanted {
  const { kind, college, name, email, phone, message, nickname } = draft;
  const organisation = kind === "natural" ? null : {
    name: draft.organisation.trim(), kind: draft.organisation_kind, siret: nothing(draft.siret), address: nothing(draft.address), website: nothing(draft.website),
    commune_insee: nothing(draft.commune_insee), commune_name: nothing(draft.commune_name), postal_code: null,
  };
  return { kind, college: college as College, name: name.trim(), email: email.trim(), phone: nothing(phone), capacity: kind === "legal" ? nothing(draft.capacity) : null, message: nothing(message), organisation, locale, nickname } as Wanted;
}
