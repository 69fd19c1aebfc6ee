import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import { sendForm } from "@/api/upload";
import { read } from "@/api/write";
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Application = Schemas["ApplicationOut"];
export type Attachment = Schemas["AttachmentOut"];
export type Message = Schemas["MessageOut"];
export type Messages = Schemas["Messages"];
export type ChangeRequest = Schemas["ChangeRequestOut"];
export type Party = Schemas["PartyOut"];
export type Budget = Schemas["BudgetOut"];
export type Entry = Schemas["ApplicationEntryOut"];
export type Letter = Schemas["LetterOut"];
export type OpenCall = Schemas["Calls"]["items"][number];

export const path = (id: string) => `/applications/${encodeURIComponent(id)}`;

/** What is read of one application lies under this key: `whole` is itself, with its version. */
export const keyOf = (id: string) => ["application", id] as const;

export function application(id: string) {
  return queryOptions({ queryKey: [...keyOf(id), "whole"] as const, queryFn: ({ signal }) => read<Application>(path(id), {}, signal) });
}

/** A published form never changes: other pages keep it under the same key, whole. */
export function form(call: string, version: string) {
  return queryOptions({
    queryKey: ["form-version", call, version] as const, staleTime: Infinity,
    queryFn: ({ signal }) => get<Schemas["FormPublished"]>(`/calls/${encodeURIComponent(call)}/form-versions/${encodeURIComponent(version)}`, {}, signal),
    select: ({ definition }) => definition,
  });
}

/** Of a dossier there are fifty files at most. */
export function attachments(id: string) {
  return queryOptions({
    queryKey: [...keyOf(id), "attachments"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Attachments"]>(`${path(id)}/attachments`, { limit: 100 }, signal)).items,
  });
}

/** Pages of messages, the last first. */
export function messages(id: string) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(id), "messages"] as const,
    queryFn: ({ pageParam, signal }) => get<Messages>(`${path(id)}/messages`, { limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // The other side may write while one reads.
    refetchInterval: 60_000,
  });
}

export function changeRequests(id: string) {
  return queryOptions({
    queryKey: [...keyOf(id), "change-requests"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["ChangeRequests"]>(`${path(id)}/change-requests`, { limit: 100 }, signal)).items,
  });
}

export function parties(id: string) {
  return queryOptions({
    queryKey: [...keyOf(id), "parties"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Parties"]>(`${path(id)}/parties`, {}, signal)).items,
  });
}

export function budget(id: string) {
  return queryOptions({ queryKey: [...keyOf(id), "budget"] as const, queryFn: ({ signal }) => get<Budget>(`${path(id)}/budget`, {}, signal) });
}

export function letters(id: string) {
  return queryOptions({
    queryKey: [...keyOf(id), "letters"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Letters"]>(`${path(id)}/letters`, {}, signal)).items,
  });
}

export function history(id: string) {
  return infiniteQueryOptions({
    queryKey: [...keyOf(id), "history"] as const,
    queryFn: ({ pageParam, signal }) => get<Schemas["ApplicationHistory"]>(`${path(id)}/history`, { limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Calls that take applications now. */
export function openCalls() {
  return queryOptions({
    queryKey: ["calls", "open"] as const, staleTime: 60_000,
    queryFn: async ({ signal }) => (await get<Schemas["Calls"]>("/calls", { limit: 50 }, signal)).items.filter(({ state }) => state === "open"),
  });
}

export const letterAddress = (id: string, number: number) => `/api/v1${path(id)}/letter.pdf?number=${number}`;

/** Adds a file to an application, or to one field of it. Raises Problem. */
export const sendFile = (id: string, file: File, field: string | null, key: string, onProgress: (sent: number) => void): Promise<Attachment> =>
  sendForm(`${path(id)}/attachments`, field ? { field_id: field } : {}, file, { key, onProgress });
