/** What the form of an application reads and writes. */
import { queryOptions } from "@tanstack/react-query";
import type { components } from "@/api/__generated__/schema";
import { get } from "@/api/client";
import { patch, post, read, type Answer } from "@/api/write";
import type { Application, Body } from "./autosave";
import type { Definition } from "./definition";

type Schemas = components["schemas"];
export type Attachment = Schemas["AttachmentOut"];
export type ChangeRequest = Schemas["ChangeRequestOut"];
export type Validation = Schemas["Validation"];
interface Form {
  id: string;
  number: number;
  definition: Definition;
}

export const path = (id: string) => `/applications/${encodeURIComponent(id)}`;

export function application(id: string) {
  return queryOptions({ queryKey: ["application", id] as const, queryFn: ({ signal }) => read<Application>(path(id), {}, signal) });
}

/** A form as it was published once: it never changes. */
export function formVersion(call: string, version: string) {
  return queryOptions({
    queryKey: ["form-version", call, version] as const,
    queryFn: ({ signal }) => get<Form>(`/calls/${encodeURIComponent(call)}/form-versions/${encodeURIComponent(version)}`, {}, signal),
    staleTime: Infinity,
  });
}

export function attachments(id: string) {
  return queryOptions({
    queryKey: ["application", id, "attachments"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Attachments"]>(`${path(id)}/attachments`, { limit: 100 }, signal)).items,
  });
}

export function changeRequests(id: string) {
  return queryOptions({
    queryKey: ["application", id, "change-requests"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["ChangeRequests"]>(`${path(id)}/change-requests`, { limit: 20 }, signal)).items,
  });
}

/** What keeps a version of the application from being sent. */
export function validation(id: string, version: number, files: number) {
  return queryOptions({ queryKey: ["application", id, "validation", version, files] as const, queryFn: () => post<Validation>(`${path(id)}/validate`), staleTime: Infinity });
}

/** What a call says once it is closed; nothing when it is not online any more. */
export function closedMessage(call: string) {
  return queryOptions({ queryKey: ["calls", "closed-message", call] as const, queryFn: async ({ signal }) => (await get<Schemas["CallPublic"]>(`/calls/${encodeURIComponent(call)}`, {}, signal)).closed_message });
}

export const save = (id: string) => (body: Body, version: number): Promise<Answer<Application>> => patch<Application>(path(id), body, `"v${version}"`);

export const submit = (id: string) => post<Application>(`${path(id)}/submit`);
export const resubmit = (id: string, answer: string | null) => post<Application>(`${path(id)}/resubmit`, { answer });
