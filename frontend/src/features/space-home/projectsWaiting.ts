import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type StandInvitation = Schemas["StandInvitationOut"];
export type Answered = Schemas["ProposalOut"];
export type OwnProject = Schemas["ProjectSummary"];

/** What of one's projects waits: to be confirmed, to be written; stands that are offered; proposals that were answered. */
export interface ProjectsWaiting {
  toConfirm: OwnProject[];
  toWrite: OwnProject[];
  stands: StandInvitation[];
  answered: Answered[];
}

/** Days during which an answer to a proposal is told; the event's page keeps it. */
const TOLD_FOR = 14;

export function projectsWaiting(projects: OwnProject[], stands: StandInvitation[], proposals: Answered[], now: Date): ProjectsWaiting {
  const isTold = ({ outcome, settled_at: at }: Answered) => (outcome === "approved" || outcome === "rejected") && at !== null && now.getTime() - Date.parse(at) < TOLD_FOR * 86_400_000;
  return {
    toConfirm: projects.filter(({ allowed_actions: actions }) => actions.includes("confirm")),
    toWrite: projects.filter(({ lifecycle, event_count: count, allowed_actions: actions }) => lifecycle === "active" && count === 0 && actions.includes("add_event")),
    stands: stands.filter(({ allowed_actions: actions }) => actions.includes("accept")),
    answered: proposals.filter(isTold),
  };
}
