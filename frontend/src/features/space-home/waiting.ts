import { useQueries, type UseQueryResult } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { Problem } from "@/lib/problem";
import { hasRole, type Me } from "@/space/kit/me";
import { EVALUATIONS_PATH, LOANS_PATH, loansWaiting, type LoansWaiting } from "./loansWaiting";
import { projectsWaiting, type Answered, type OwnProject, type ProjectsWaiting, type StandInvitation } from "./projectsWaiting";

type Schemas = components["schemas"];
interface Listed<T> {
  items: T[];
  next: string | null;
}

export interface Invitation {
  id: string;
  organisation: { id: string; name: string };
  role: "editor" | "administrator";
  invited_by: string | null;
  message: string | null;
}

export interface JoinRequest {
  id: string;
  organisation: { id: string; name: string };
  person: { name: string | null; email: string | null };
  message: string | null;
  created_at: string;
}

interface OwnRequest {
  id: string;
  organisation: { id: string; name: string };
  state: string;
  created_at: string;
  settled_at: string | null;
  reason: string | null;
}

/** Everything that may wait for someone; a kind that is not theirs is empty. */
export interface Waiting {
  invitations: Invitation[];
  joinRequests: JoinRequest[];
  ownRequests: OwnRequest[];
  /** Mails that did not leave; `more` when there are others still. */
  mails: { count: number; more: boolean };
  deadLetters: number;
  conflicts: number;
  quarantined: number;
  duplicates: { count: number; more: boolean };
  /** Applications that one is to review, and the first day that one of them is due. */
  reviews: { count: number; more: boolean; due: string | null };
  projects: ProjectsWaiting;
  applications: Schemas["WaitingOut"][];
  /** Changes of the programme that wait for the coordination. */
  changes: { count: number; more: boolean; edition: number | null };
  loans: LoansWaiting;
}

/** Days during which a refusal is still told on the first page; the organisation's page tells it longer. */
const TOLD_FOR = 30;

const isTold = ({ state, settled_at: at }: OwnRequest, now: Date) => (
  state === "waiting" || (state === "refused" && at !== null && now.getTime() - Date.parse(at) < TOLD_FOR * 86_400_000)
);

/** Of the requests to one organisation, only the last one counts: they come newest first. */
const lastOfEach = (requests: OwnRequest[]) => requests.filter(({ organisation }, index) => requests.findIndex((each) => each.organisation.id === organisation.id) === index);

const SERVICES = ["events", "members", "gateway"] as const;
const LIMIT = 50;

interface Source {
  key: string;
  path: string;
  params?: Record<string, string | number>;
}

/** What to ask, for someone of these roles and organisations. Asking more would be refused, and would show nothing. */
export function sourcesFor(someone: Me): Source[] {
  const listed = (key: string, path: string, params: Source["params"] = {}): Source => ({ key, path, params: { limit: LIMIT, ...params } });
  const sources = [listed("invitations", "/me/invitations"), listed("own", "/me/join-requests")];
  if (hasRole(someone, "coordinator", "secretary", "administrator")) sources.push(listed("join", "/join-requests"));
  else {
    for (const { id, role } of someone.organisations) {
      if (role === "administrator") sources.push(listed("join", `/organisations/${encodeURIComponent(id)}/join-requests`));
    }
  }
  if (hasRole(someone, "coordinator", "secretary", "treasurer", "lender", "administrator")) {
    sources.push(listed("mails", "/mails", { state: "failed" }), listed("mails", "/mails", { state: "bounced" }));
  }
  if (hasRole(someone, "coordinator", "administrator")) sources.push({ key: "feeds", path: "/feeds" }, listed("duplicates", "/duplicates", { state: "open" }), listed("changes", "/change-proposals", { state: "open" }));
  if (hasRole(someone, "reviewer", "coordinator")) sources.push(listed("reviews", "/reviews"));
  // The coordination has a desk for everybody's.
  if (someone.organisations.length > 0 && !hasRole(someone, "coordinator", "administrator")) {
    sources.push(listed("projects", "/projects"), listed("stands", "/stand-invitations"), listed("proposals", "/change-proposals", { state: "settled" }));
  }
  if (someone.organisations.length > 0 || hasRole(someone, "coordinator", "administrator")) sources.push({ key: "applications", path: "/applications/waiting" });
  if (someone.organisations.length > 0 || hasRole(someone, "lender", "administrator")) sources.push({ key: "loans", path: LOANS_PATH });
  if (someone.organisations.length > 0) sources.push({ key: "evaluations", path: EVALUATIONS_PATH });
  if (hasRole(someone, "administrator")) sources.push(...SERVICES.map((service) => listed("letters", `/dead-letters/${service}`)));
  return sources;
}

/** Puts the answers together; one that is missing counts for nothing. */
export function gather(someone: Me, answers: { key: string; data: unknown }[], now = new Date()): Waiting {
  const lists = <T>(key: string) => answers.filter((each) => each.key === key && each.data).map(({ data }) => data as Listed<T>);
  const items = <T>(key: string) => lists<T>(key).flatMap((list) => list.items);
  const counted = (key: string) => ({ count: items(key).length, more: lists(key).some((list) => list.next !== null) });
  // What waits comes first, by its day.
  const reviews = items<Schemas["ReviewItem"]>("reviews").filter((each) => each.allowed_actions.includes("submit"));
  const feeds = items<Schemas["FeedOut"]>("feeds");
  return {
    invitations: items<Invitation>("invitations"),
    joinRequests: items<JoinRequest>("join"),
    ownRequests: lastOfEach(items<OwnRequest>("own")).filter((each) => isTold(each, now)),
    mails: counted("mails"),
    deadLetters: items("letters").length,
    conflicts: feeds.reduce((sum, feed) => sum + feed.open_conflicts, 0),
    quarantined: feeds.reduce((sum, feed) => sum + feed.quarantined, 0),
    duplicates: counted("duplicates"),
    reviews: { count: reviews.length, more: reviews.length === LIMIT && lists("reviews").some((list) => list.next !== null), due: reviews[0]?.due_on ?? null },
    projects: projectsWaiting(items<OwnProject>("projects"), items<StandInvitation>("stands"), items<Answered>("proposals"), now),
    applications: items<Schemas["WaitingOut"]>("applications"),
    changes: { ...counted("changes"), edition: items<Schemas["ProposalOut"]>("changes")[0]?.edition ?? null },
    loans: loansWaiting(someone, items<Schemas["LoanOut"]>("loans"), items<Schemas["EvaluationOut"]>("evaluations"), now),
  };
}

export interface WaitingState {
  waiting: Waiting;
  isPending: boolean;
  /** Some answer did not come, for another reason than one's role. */
  isPartial: boolean;
  retry: () => void;
}

const refused = (query: UseQueryResult) => query.error instanceof Problem && [401, 403, 404].includes(query.error.status);

/** What waits for someone, asked of every service at once: one that is down takes nothing from the others. */
export function useWaiting(someone: Me): WaitingState {
  const sources = sourcesFor(someone);
  const queries = useQueries({
    queries: sources.map(({ path, params = {} }) => ({
      queryKey: ["waiting", path, params] as const,
      queryFn: ({ signal }: { signal: AbortSignal }) => get<unknown>(path, params, signal),
    })),
  });
  return {
    waiting: gather(someone, queries.map((query, index) => ({ key: sources[index]?.key ?? "", data: query.data }))),
    isPending: queries.some((query) => query.isPending),
    isPartial: queries.some((query) => query.isError && !refused(query)),
    retry: () => {
      for (const query of queries) if (query.isError) void query.refetch();
    },
  };
}
