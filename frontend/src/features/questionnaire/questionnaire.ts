/** How a loan went, said by whoever has the link of the mail: what is written, kept and sent. */
import { queryOptions } from "@tanstack/react-query";
import { read } from "@/api/write";
import type { components } from "@/api/__generated__/schema";

type S = components["schemas"];

export type Questionnaire = S["QuestionnaireOut"];
export type Answers = S["Answers"];

export function questionnaire(token: string) {
  return queryOptions({
    queryKey: ["questionnaire", token] as const,
    queryFn: ({ signal }) => read<Questionnaire>(`/evaluation-links/${encodeURIComponent(token)}`, {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
}

/** What the form holds: the answers as they are written, the number still a text. */
export interface Draft {
  first_time: boolean | null;
  how_known: Answers["how_known"] | null;
  how_known_other: string;
  audience_method: Answers["audience_method"] | null;
  audience: string;
  audience_types: NonNullable<Answers["audience_types"]>;
  satisfaction: Answers["satisfaction"] | null;
  satisfaction_welcome: Answers["satisfaction"] | null;
  satisfaction_logistics: Answers["satisfaction"] | null;
  pleased: string;
  content_remarks: string;
}

export const MOST_PEOPLE = 1_000_000;

export function draftOf(told: Questionnaire): Draft {
  return {
    first_time: told.first_time, how_known: told.how_known, how_known_other: told.how_known_other ?? "", audience_method: told.audience_method,
    audience: told.audience === null ? "" : String(told.audience), audience_types: told.audience_types, satisfaction: told.satisfaction,
    satisfaction_welcome: told.satisfaction_welcome, satisfaction_logistics: told.satisfaction_logistics, pleased: told.pleased ?? "", content_remarks: told.content_remarks ?? "",
  };
}

export type Fault = "satisfaction" | "audience_method" | "audience";

/** What must still be said before it can be sent, in the order of the form. */
export function faultsOf({ satisfaction, audience_method: method, audience }: Draft): Fault[] {
  const faults: Fault[] = [];
  if (satisfaction === null) faults.push("satisfaction");
  if (method === null) faults.push("audience_method");
  else if (method !== "unknown" && peopleOf(audience) === null) faults.push("audience");
  return faults;
}

/** « 1 200 » is 1200; what is no whole number is nothing. */
export function peopleOf(text: string): number | null {
  const digits = text.replaceAll(/[\s\u00a0\u202f.]/g, "");
  if (!/^\d{1,7}$/.test(digits)) return null;
  const number = Number(digits);
  return number <= MOST_PEOPLE ? number : null;
}

/** What the API is sent; `faultsOf` found nothing. */
export function answersOf(draft: Draft): Answers {
  const { satisfaction, audience_method: method } = draft;
  if (satisfaction === null || method === null) throw new Error("the form is not filled in");
  return {
    first_time: draft.first_time, how_known: draft.how_known ?? null, how_known_other: draft.how_known === "other" ? draft.how_known_other.trim() || null : null,
    audience_method: method, audience: method === "unknown" ? null : peopleOf(draft.audience), audience_types: draft.audience_types,
    satisfaction, satisfaction_welcome: draft.satisfaction_welcome, satisfaction_logistics: draft.satisfaction_logistics,
    pleased: draft.pleased.trim() || null, content_remarks: draft.content_remarks.trim() || null,
  };
}

/** Where what is written waits on this device, until it is sent. The link itself is not written down whole. */
const place = (token: string): string => `ombelle.questionnaire.${token.slice(0, 12)}`;

export function keep(token: string, draft: Draft): void {
  try {
    localStorage.setItem(place(token), JSON.stringify(draft));
  } catch {
    // Storage is refused (private window): the page still holds it.
  }
}

export function kept(token: string): Draft | null {
  try {
    const text = localStorage.getItem(place(token));
    return text ? (JSON.parse(text) as Draft) : null;
  } catch {
    return null;
  }
}

export function forget(token: string): void {
  try {
    localStorage.removeItem(place(token));
  } catch {
    // Nothing was kept then.
  }
}
