import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read } from "@/api/write";
import type { Day } from "@/lib/dates";

type Schemas = components["schemas"];
export type Application = Schemas["ApplicationOut"];
export type Review = Schemas["ReviewOut"];
export type ReviewItem = Schemas["ReviewItem"];
export type ReviewShown = Schemas["ReviewShown"];
export type ApplicationReviews = Schemas["ApplicationReviews"];
export type Criterion = Schemas["CriterionOut"];
export type Recommendation = NonNullable<Review["recommendation"]>;
export type Dossier = Schemas["HeldDossier"];
export type Scored = Schemas["Scored"];

export const RECOMMENDATIONS: readonly Recommendation[] = ["label", "waitlist", "not_label"];

export const dossierPath = (id: string) => `/applications/${encodeURIComponent(id)}`;
export const ownReviewPath = (id: string) => `${dossierPath(id)}/reviews/mine`;

/** What one was asked to review, what waits first. */
export const ownReviews = () => infiniteQueryOptions({
  queryKey: ["reviews", "mine"] as const,
  queryFn: ({ pageParam, signal }) => get<Schemas["Reviews"]>("/reviews", { limit: 100, after: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

/** Read when the page opens, and never behind what is being typed. */
export const ownReview = (id: string) => queryOptions({
  queryKey: ["reviews", "own", id] as const,
  queryFn: ({ signal }) => read<Review>(ownReviewPath(id), {}, signal),
  staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false,
});

export const dossier = (id: string) => queryOptions({
  queryKey: ["reviews", "dossier", id] as const,
  queryFn: ({ signal }) => get<Application>(dossierPath(id), {}, signal),
});

export const form = (call: string, version: string) => queryOptions({
  queryKey: ["form-version", call, version] as const,
  queryFn: ({ signal }) => get<Schemas["FormPublished"]>(`/calls/${encodeURIComponent(call)}/form-versions/${encodeURIComponent(version)}`, {}, signal),
  staleTime: Infinity,
});

export const attachments = (id: string) => queryOptions({
  queryKey: ["reviews", "attachments", id] as const,
  queryFn: async ({ signal }) => (await get<Schemas["Attachments"]>(`${dossierPath(id)}/attachments`, { limit: 100 }, signal)).items,
});

/** What everybody thinks of it: refused to who has not said yet. */
export const allReviews = (id: string) => queryOptions({
  queryKey: ["reviews", "all", id] as const,
  queryFn: ({ signal }) => get<ApplicationReviews>(`${dossierPath(id)}/reviews`, {}, signal),
});

export const isWaiting = ({ state, allowed_actions: actions }: ReviewItem) => state !== "submitted" && actions.includes("submit");

/** What is still to be reviewed, what is done, and what closed before it was; each in the order that it came. */
export function sortedOut(items: readonly ReviewItem[]): { waiting: ReviewItem[]; done: ReviewItem[]; closed: ReviewItem[] } {
  return {
    waiting: items.filter(isWaiting),
    done: items.filter(({ state }) => state === "submitted"),
    closed: items.filter((item) => item.state !== "submitted" && !isWaiting(item)),
  };
}

/** The one to read after this one: the next that waits, or the first. */
export function nextAfter(items: readonly ReviewItem[], id: string): ReviewItem | null {
  const place = items.findIndex(({ application }) => application.id === id);
  const others = [...items.slice(place + 1), ...items.slice(0, Math.max(place, 0))];
  return others.find(isWaiting) ?? null;
}

/** Whole days from today to the last day; below zero, it is past. */
export const daysLeft = (due: Day, today: Day): number => Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
