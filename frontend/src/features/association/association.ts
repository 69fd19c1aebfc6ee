/** Who sits where on a day, as anybody may ask; and the drawing of the board, worked out from it. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import type { Day } from "@/lib/dates";

type S = components["schemas"];
export type Governance = S["Governance"];
export type Post = S["GovernancePost"];
export type College = S["GovernanceCollege"]["college"];

export function governance(on: Day | null) {
  return queryOptions({
    queryKey: ["governance", on] as const,
    queryFn: ({ signal }) => get<Governance>("/governance", { on }, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** The days that one may stop at: each on which the composition changed, then today. Days to come are none yet. */
export function stopsOf(changes: readonly Day[], today: Day): Day[] {
  const past = changes.filter((day) => day < today);
  return [...past, today];
}

/** The last stop that is not after a day: what was true on that day began there. The first one for days before it. */
export function stopOf(stops: readonly Day[], day: Day): number {
  const found = stops.findLastIndex((stop) => stop <= day);
  return Math.max(0, found);
}

export interface Ray {
  post: Post;
  x: number;
  y: number;
}

/** One ray for each post, fanned from one point: group 1 to the left, group 2 to the right, the longest in the middle. */
export function raysOf(posts: readonly Post[]): Ray[] {
  const ordered = posts.toSorted((a, b) => a.renewal_group - b.renewal_group || a.number - b.number);
  const spread = 1.15;
  return ordered.map((post, place) => {
    const angle = ordered.length === 1 ? 0 : -spread + (2 * spread * place) / (ordered.length - 1);
    const length = place % 2 === 0 ? 84 : 70;
    return { post, x: Math.round(Math.sin(angle) * length * 10) / 10, y: Math.round(-Math.cos(angle) * length * 0.86 * 10) / 10 };
  });
}
