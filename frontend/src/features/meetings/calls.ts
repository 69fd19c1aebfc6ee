/** What the pages of meetings read and write. */
import { queryOptions, infiniteQueryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { del, patch, post, put, read, type Answer } from "@/api/write";

type S = components["schemas"];
export type Meeting = S["MeetingOut"];
export type MeetingBrief = S["MeetingBrief"];
export type Body = Meeting["body"];
export type Report = S["NoticeReport"];
export type RollEntry = S["RollEntry"];
export type Motion = S["MotionDone"];
export type Minutes = S["MinutesOut"];
export type Task = S["MeetingTask"];
export type AgendaWrite = S["AgendaItemWrite"];
export type MyMeeting = S["MyMeeting"];

export const meetingsKey = ["meetings"] as const;
const at = (id: string, part = ""): string => `/meetings/${encodeURIComponent(id)}${part}`;

export function meetingPages(body: Body | null) {
  return infiniteQueryOptions({
    queryKey: [...meetingsKey, "list", body] as const,
    queryFn: ({ pageParam, signal }) => get<S["Meetings"]>("/meetings", { body, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

export function meeting(id: string) {
  return queryOptions({ queryKey: [...meetingsKey, id] as const, queryFn: ({ signal }): Promise<Answer<Meeting>> => read<Meeting>(at(id), {}, signal) });
}

export function roll(id: string) {
  return queryOptions({ queryKey: [...meetingsKey, id, "roll"] as const, queryFn: async ({ signal }) => (await get<S["Roll"]>(at(id, "/roll"), { limit: 300 }, signal)).items });
}

export function minutes(id: string) {
  return queryOptions({ queryKey: [...meetingsKey, id, "minutes"] as const, queryFn: ({ signal }): Promise<Answer<Minutes>> => read<Minutes>(at(id, "/minutes"), {}, signal) });
}

export function myMeetings() {
  return queryOptions({ queryKey: [...meetingsKey, "mine"] as const, queryFn: async ({ signal }) => (await get<S["MyMeetings"]>("/me/meetings", { limit: 50 }, signal)).items });
}

export const plan = (wanted: S["MeetingCreate"], key: string) => post<Meeting>("/meetings", wanted, key);
export const change = (id: string, values: S["MeetingPatch"], etag: string | null) => patch<Meeting>(at(id), values, etag);
export const setAgenda = (id: string, items: AgendaWrite[], etag: string | null) => put<Meeting>(at(id, "/agenda"), { items }, etag);
export const removeDocument = (id: string, document: string) => del(at(id, `/documents/${document}`));
export const refreshRoll = (id: string) => post<Meeting>(at(id, "/roll/refresh"));
export const newLink = (id: string, entry: string) => post<S["SeatLink"]>(at(id, `/roll/${entry}/link`));
export const convene = (id: string, wanted: S["NoticeWanted"], key?: string) => post<Report>(at(id, "/convene"), wanted, key);
export const cancel = (id: string, reason: string, key: string) => post<Meeting>(at(id, "/cancel"), { reason }, key);
// Without an hour of the meeting's day, the API takes the present one while the meeting is held, else that at which it began.
export const open = (id: string, hour: string | null) => post<Meeting>(at(id, "/open"), { at: hour });
export const close = (id: string, hour: string | null) => post<Meeting>(at(id, "/close"), { at: hour });
export const adjourn = (id: string, held_on: string, hour: string | null) => post<Meeting>(at(id, "/adjourn"), { held_on, at: hour });
export const arrive = (id: string, roll_id: string, mode: "on_site" | "online", hour: string | null) => post(at(id, "/arrivals"), { roll_id, mode, at: hour });
export const depart = (id: string, roll_id: string, hour: string | null) => post(at(id, "/departures"), { roll_id, at: hour });
export const giveProxy = (id: string, giver_id: string, holder_id: string) => post(at(id, "/proxies"), { giver_id, holder_id });
export const endProxy = (id: string, proxy: string) => del(at(id, `/proxies/${proxy}`));
export const writeMotion = (id: string, wanted: S["MotionWrite"]) => post<Motion>(at(id, "/motions"), wanted);
export const openMotion = (motion: string) => post<Motion>(`/motions/${motion}/open`);
export const closeMotion = (motion: string, counts: S["HandsCounted"]) => post<Motion>(`/motions/${motion}/close`, counts);
export const withdrawMotion = (motion: string) => post<Motion>(`/motions/${motion}/withdraw`);
export const draftMinutes = (id: string) => post<Minutes>(at(id, "/minutes"));
export const writeMinutes = (id: string, text: string, etag: string | null) => put<Minutes>(at(id, "/minutes"), { text }, etag);
export const approveMinutes = (id: string, approved_on: string) => post<Minutes>(at(id, "/minutes/approve"), { approved_on });
export const correctMinutes = (id: string, correction: string) => post<Minutes>(at(id, "/minutes/correct"), { correction });
export const addTask = (id: string, wanted: S["MeetingTaskWrite"]) => post<Task>(at(id, "/tasks"), wanted);
export const changeTask = (task: Task, done_on: string | null) => put<Task>(`/meeting-tasks/${task.id}`, { what: task.what, who: task.who, due_on: task.due_on, done_on }, `"v${task.version}"`);
