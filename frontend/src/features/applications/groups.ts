/** How one's applications are sorted: what is expected of oneself first. */
import type { Application } from "./calls";

export type Group = "invited" | "to_do" | "sent" | "decided" | "over";
export const GROUPS: readonly Group[] = ["invited", "to_do", "sent", "decided", "over"];

/** What comes next in an application, for whoever reads the list. */
export type Next = "answer_invitation" | "finish" | "finish_late" | "too_late" | "not_open" | "read_draft" | "mend" | "mend_too_late" | "wait" | "wait_review" | "labelled" | "waitlisted" | "not_labelled" | "none";

export function groupOf({ standing, status }: Application): Group {
  if (standing === "invited") return "invited";
  if (status === "draft" || status === "changes_requested") return "to_do";
  if (status === "submitted" || status === "under_review") return "sent";
  return status === "decided" ? "decided" : "over";
}

export function nextOf({ standing, status, decision, access, allowed_actions: allowed }: Application): Next {
  if (standing === "invited") return "answer_invitation";
  if (status === "draft") {
    if (standing !== "editor") return "read_draft";
    if (access.state === "not_open") return "not_open";
    if (access.state === "closed") return "too_late";
    return access.state === "open" ? "finish" : "finish_late";
  }
  if (status === "changes_requested") return allowed.includes("edit") ? "mend" : standing === "editor" ? "mend_too_late" : "read_draft";
  if (status === "submitted") return "wait";
  if (status === "under_review") return "wait_review";
  return status === "decided" && decision ? decision : "none";
}

/** Applications by group, in the order of the page; groups without any are left out. */
export function grouped(applications: readonly Application[]): [Group, Application[]][] {
  return GROUPS.map((group): [Group, Application[]] => [group, applications.filter((each) => groupOf(each) === group)]).filter(([, items]) => items.length > 0);
}
