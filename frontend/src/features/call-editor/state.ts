/** Where a call stands, by what it says and by the clock. */
import type { Call } from "./queries";

export type CallState = "draft" | "upcoming" | "open" | "grace" | "closed" | "archived";

/** The last instant at which a draft begun in time is taken; the end itself without a grace. */
export function graceEnd({ closes_at: closes, closing_policy: policy, grace_minutes: minutes }: Pick<Call, "closes_at" | "closing_policy" | "grace_minutes">): string {
  return policy === "grace" ? new Date(Date.parse(closes) + minutes * 60_000).toISOString() : closes;
}

export function stateOf(call: Pick<Call, "publication" | "opens_at" | "closes_at" | "closing_policy" | "grace_minutes">, now: number): CallState {
  if (call.publication !== "published") return call.publication;
  if (now < Date.parse(call.opens_at)) return "upcoming";
  if (now < Date.parse(call.closes_at)) return "open";
  return now < Date.parse(graceEnd(call)) ? "grace" : "closed";
}

/** How decisions are made: what the three switches of the API mean together. */
export type Way = "one_person" | "committee" | "committee_scores" | "scores";

export const wayOf = ({ has_committee: committee, has_scoring: scoring }: Pick<Call, "has_committee" | "has_scoring">): Way => {
  if (committee) return scoring ? "committee_scores" : "committee";
  return scoring ? "scores" : "one_person";
};

export const switchesOf = (way: Way): Pick<Call, "has_committee" | "has_scoring"> => ({
  has_committee: way === "committee" || way === "committee_scores", has_scoring: way === "scores" || way === "committee_scores",
});
