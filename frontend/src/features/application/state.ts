/** Where an application stands and what comes next, for whoever looks at it. */
import type { Application } from "./calls";

export type Stage =
  | "not_open" | "draft" | "closed" | "submitted" | "changes_requested" | "late" | "under_review"
  | "labelled" | "waitlisted" | "not_labelled" | "withdrawn" | "discarded";
export type Side = "holder" | "coordination" | "other";

type Facts = Pick<Application, "status" | "decision" | "standing" | "access" | "answer_by">;

/** On which side of the exchange one stands. */
export function sideOf({ standing }: Pick<Application, "standing">): Side {
  if (standing === "editor") return "holder";
  return standing === "coordination" ? "coordination" : "other";
}

/** The stage, which the deadlines make finer than the status. */
export function stageOf({ status, decision, access, answer_by: answerBy }: Facts, now: Date): Stage {
  switch (status) {
    case "draft": return access.state === "not_open" ? "not_open" : access.state === "closed" ? "closed" : "draft";
    case "changes_requested": return answerBy && Date.parse(answerBy) <= now.getTime() ? "late" : "changes_requested";
    // Who may not read the decision yet is told that it is being looked at.
    case "decided": return decision ?? "under_review";
    default: return status;
  }
}

/** The end of what one waits for: an instant, or null when there is none. The last moment of a day rather than the next day's first. */
export function deadlineOf({ status, access, answer_by: answerBy }: Facts): string | null {
  if (status === "draft") return access.until;
  return status === "changes_requested" && answerBy ? new Date(Date.parse(answerBy) - 1).toISOString() : null;
}

export type PartName = "dossier" | "budget" | "fichiers" | "echanges" | "participants" | "historique" | "lettres";

/** The parts of the page that somebody may read. What the API refuses to them is not offered. */
export function partsOf({ standing, answers, status, organisation }: Pick<Application, "standing" | "answers" | "status" | "organisation">, hasBudget: boolean): PartName[] {
  const isRead = answers !== null;
  const isBetween = standing === "editor" || standing === "coordination";
  const parts: [PartName, boolean][] = [
    ["dossier", true], ["budget", isRead && hasBudget && standing !== "reader"], ["fichiers", isRead], ["echanges", isBetween],
    ["participants", organisation !== null], ["historique", true], ["lettres", status === "decided" && isBetween],
  ];
  return parts.filter(([, shown]) => shown).map(([name]) => name);
}
