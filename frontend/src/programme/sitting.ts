/** A meeting as it stands at this moment: asked for every other second, told anew only when it changed. */
import { queryOptions } from "@tanstack/react-query";
import type { components } from "@/api/__generated__/schema";
import { Problem, type ProblemBody } from "@/lib/problem";

type S = components["schemas"];

export type Sitting = S["SittingOut"];
export type Motion = S["MotionOut"];
export type Poll = S["PollOut"];
export type Quorum = S["QuorumOut"];
export type Seat = S["SeatOut"];
export type Voice = S["Voice"];
export type MySitting = S["MySitting"];
export type DeskSitting = S["DeskOut"];
export type DeskSeat = S["SeatAtTheDesk"];
export type AgendaItem = S["AgendaItemOut"];

/** What a screen that shows a ballot of an election is given, wherever somebody sits. */
export interface ElectionPanelProps {
  /** The address of their place: `/meetings/by-link/…` or `/me/meetings/…`. */
  place: string;
  /** The secret of their link, where they came by one. */
  token: string | null;
  meetingId: string;
  poll: Poll;
  voices: readonly Voice[];
  isPresent: boolean;
  onVoted: () => void;
}

/** What shows the elections of a meeting that are counted is given. */
export type ElectionResultsProps = Pick<ElectionPanelProps, "token" | "meetingId"> & { polls: readonly Poll[] };

const OFTEN = 2000;
/** What was told last, by address: an unchanged answer has no body. */
const told = new Map<string, { tag: string; body: unknown }>();

async function ask<T>(path: string, signal: AbortSignal): Promise<T> {
  const before = told.get(path);
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { headers: { Accept: "application/json", ...(before && { "If-None-Match": before.tag }) }, cache: "no-store", signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new Problem(0, {});
  }
  if (response.status === 304 && before) return before.body as T;
  if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as ProblemBody);
  const body = (await response.json()) as T;
  const tag = response.headers.get("ETag");
  if (tag) told.set(path, { tag, body });
  return body;
}

/** A meeting at an address that tells of it live. */
export function live<T>(path: string) {
  return queryOptions({
    queryKey: ["live", path] as const,
    queryFn: ({ signal }) => ask<T>(path, signal),
    refetchInterval: (query) => (query.state.error instanceof Problem && query.state.error.status === 404 ? false : OFTEN),
    staleTime: 0,
    retry: 1,
  });
}

/** Whether more were for it: what is told of a motion that was voted on. */
export const isDecided = (motion: Motion): boolean => motion.state === "adopted" || motion.state === "rejected";
