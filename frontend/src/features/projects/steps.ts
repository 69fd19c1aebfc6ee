/** What remains to be done of a project before the public sees it, in order. */
import type { Project, ProjectEvent } from "./calls";

export type Step = "confirm" | "write" | "complete" | "say_ready" | "publish" | "enter" | "done";

export interface Told {
  step: Step;
  isDone: boolean;
  /** The events that it is about. */
  events: readonly ProjectEvent[];
}

const isShown = ({ publication, withdrawn_at: withdrawn }: ProjectEvent) => publication === "published" && withdrawn === null;
const waits = ({ publication, withdrawn_at: withdrawn }: ProjectEvent) => (publication === "draft" || publication === "ready") && withdrawn === null;
/** Being a draft is a step of its own. */
const OWN_STEPS = new Set(["not_ready", "project_not_confirmed", "project_cancelled"]);
const misses = ({ missing }: ProjectEvent) => missing.some(({ code }) => !OWN_STEPS.has(code));

/** The steps of a project that takes place; of one that is cancelled or over there is none. */
export function stepsOf(project: Pick<Project, "lifecycle" | "mastering" | "events">): Told[] {
  const { lifecycle, mastering, events } = project;
  if (lifecycle === "cancelled") return [];
  const live = events.filter(({ status }) => status !== "cancelled");
  const incomplete = live.filter((event) => waits(event) && misses(event));
  const drafts = live.filter((event) => event.publication === "draft" && event.withdrawn_at === null);
  const here: Told[] = [
    { step: "confirm", isDone: lifecycle === "active", events: [] },
    { step: "write", isDone: live.length > 0, events: [] },
    { step: "complete", isDone: live.length > 0 && incomplete.length === 0, events: incomplete },
    { step: "say_ready", isDone: live.length > 0 && drafts.length === 0, events: drafts },
    { step: "publish", isDone: live.length > 0 && live.every(isShown), events: live.filter(waits) },
  ];
  if (mastering === "here") return here;
  // Entered on the national site, events come back by its feed: that is how they are published.
  const inFeed = live.some(({ is_in_feed: is }) => is);
  return [...here.slice(0, 2), { step: "enter", isDone: inFeed, events: live.filter(({ is_in_feed: is }) => !is) }];
}

/** The first step that is not done. */
export const nextStep = (steps: readonly Told[]): Step => steps.find(({ isDone }) => !isDone)?.step ?? "done";

/** Stands below their village, in the order of the API. */
export function tree(events: readonly ProjectEvent[]): { event: ProjectEvent; stands: ProjectEvent[] }[] {
  const ids = new Set(events.map(({ id }) => id));
  const tops = events.filter(({ parent_id: parent }) => parent === null || !ids.has(parent));
  return tops.map((event) => ({ event, stands: events.filter(({ parent_id: parent }) => parent === event.id) }));
}

/** Who is told when a project is cancelled: its contact, the coordination, and every organisation that takes part or holds a stand. */
export function toldOf(project: Pick<Project, "contact_name" | "contact_email" | "parties" | "events" | "organisation_id">): { contact: string | null; organisations: string[] } {
  const parties = project.parties.filter(({ role, accepted_at: at, organisation_id: id }) => role !== "lead" && at !== null && id !== null).map(({ name }) => name);
  const holders = project.events.filter(({ organisation_id: id, status }) => id !== null && id !== project.organisation_id && status !== "cancelled").map(({ organisation_name: name }) => name);
  return { contact: project.contact_name ?? project.contact_email, organisations: [...new Set([...parties, ...holders])].filter((name): name is string => Boolean(name)) };
}
