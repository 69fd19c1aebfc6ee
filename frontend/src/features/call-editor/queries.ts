/** What the pages of a call read and write. */
import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Call = Schemas["CallOut"];
export type Criterion = Schemas["CallCriterion"];
export type Criteria = Schemas["Criteria"];
export type AccessCode = Schemas["AccessCodeOut"];
export type FormDraft = Schemas["FormDraft"];
export type FormVersion = Schemas["FormVersionOut"];
export type FormPublished = Schemas["FormPublished"];
export type FormPublishing = Schemas["FormPublishing"];
export type TextBrief = Schemas["TextBrief"];
export type CallText = Schemas["TextOut"];
export type TextPreview = Schemas["TextPreview"];

export const path = (id: string) => `/calls/${encodeURIComponent(id)}`;
/** The ETag of a version, as the API writes it. */
export const tagOf = ({ version }: { version: number }) => `"v${version}"`;
export const may = ({ allowed_actions: actions }: { allowed_actions: string[] }, action: string) => actions.includes(action);

/** Everything of a call below one key, so that one change refreshes all that hangs on it. */
const key = (id: string, ...what: string[]) => ["call-editor", id, ...what] as const;
export const callKey = (id: string) => key(id);

export function callSettings(id: string) {
  return queryOptions({ queryKey: key(id, "settings"), queryFn: ({ signal }) => get<Call>(`${path(id)}/settings`, {}, signal) });
}

export function callsOfEdition(year: number) {
  return queryOptions({
    queryKey: ["calls-of-edition", year] as const,
    queryFn: async ({ signal }) => (await get<Schemas["CallsOfEdition"]>(`/editions/${year}/calls`, { limit: 100 }, signal)).items,
  });
}

export function callCriteria(id: string) {
  return queryOptions({ queryKey: key(id, "criteria"), queryFn: ({ signal }) => get<Criteria>(`${path(id)}/criteria`, {}, signal) });
}

export function accessCodes(id: string) {
  return queryOptions({ queryKey: key(id, "codes"), queryFn: ({ signal }) => get<Schemas["AccessCodes"]>(`${path(id)}/access-codes`, { limit: 100 }, signal) });
}

export function formDraft(id: string) {
  return queryOptions({ queryKey: key(id, "form"), queryFn: ({ signal }) => get<FormDraft>(`${path(id)}/form/draft`, {}, signal) });
}

export function formVersions(id: string) {
  return queryOptions({ queryKey: key(id, "form-versions"), queryFn: async ({ signal }) => (await get<Schemas["FormVersions"]>(`${path(id)}/form-versions`, { limit: 100 }, signal)).items });
}

/** A version that was published never changes. */
export function formVersion(id: string, version: string) {
  return queryOptions({
    queryKey: key(id, "form-version", version), staleTime: Infinity,
    queryFn: ({ signal }) => get<FormPublished>(`${path(id)}/form-versions/${encodeURIComponent(version)}`, {}, signal),
  });
}

export function callTexts(id: string) {
  return queryOptions({ queryKey: key(id, "texts"), queryFn: ({ signal }) => get<Schemas["Texts"]>(`${path(id)}/templates`, {}, signal) });
}

export const textPath = (id: string, kind: string, name: string) => `${path(id)}/templates/${encodeURIComponent(kind)}/${encodeURIComponent(name)}`;

export function callText(id: string, kind: string, name: string) {
  return queryOptions({ queryKey: key(id, "text", kind, name), queryFn: ({ signal }) => get<CallText>(textPath(id, kind, name), {}, signal) });
}
