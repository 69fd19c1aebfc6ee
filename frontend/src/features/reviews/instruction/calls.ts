import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { put, read } from "@/api/write";
import { Problem } from "@/lib/problem";
import { same } from "@/space/kit/versions";

type Schemas = components["schemas"];
export type Call = Schemas["CallOut"];
export type Committee = Schemas["Committee"];
export type Member = Schemas["MemberOut"];
export type MemberWrite = Schemas["MemberWrite"];
export type Reviewer = Schemas["Reviewer"];
export type Progress = Schemas["ReviewProgress"];
export type MemberProgress = Schemas["MemberProgress"];
export type DossierProgress = Schemas["DossierProgress"];
export type Plan = Schemas["PlanOut"];
export type Wanted = Schemas["AssignmentWanted"];
export type ReviewerMail = Schemas["ReviewerMail"];
export type Conflict = Schemas["ConflictOfInterestOut"];
export type Organisation = Schemas["OrganisationListed"];

const PAGE = 300;
interface Listed<T> {
  items: T[];
  next: string | null;
}

/** A list, whole: a committee's work is compared, so that no page of it may be missing. */
async function whole<T>(path: string, params: Record<string, string>, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
    const page: Listed<T> = await get<Listed<T>>(path, { ...params, limit: PAGE, after }, signal);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

export const callPath = (id: string) => `/calls/${encodeURIComponent(id)}`;

export const committee = (call: string) => queryOptions({
  queryKey: ["instruction", call, "committee"] as const,
  queryFn: ({ signal }) => get<Committee>(`${callPath(call)}/committee`, {}, signal),
});

/** Whom the coordination may ask to sit. */
export const reviewers = () => queryOptions({
  queryKey: ["instruction", "reviewers"] as const,
  queryFn: ({ signal }) => whole<Reviewer>("/accounts/reviewers", {}, signal),
});

/** How far everybody and everything is; totals and members are the same on every page. */
export const progress = (call: string) => queryOptions({
  queryKey: ["instruction", call, "progress"] as const,
  queryFn: async ({ signal }): Promise<Progress> => {
    const path = `${callPath(call)}/review-progress`;
    const first = await get<Progress>(path, { limit: PAGE }, signal);
    const items = [...first.items];
    for (let after = first.next; after;) {
      // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
      const page: Progress = await get<Progress>(path, { limit: PAGE, after }, signal);
      items.push(...page.items);
      after = page.next;
    }
    return { ...first, items, next: null };
  },
});

export const conflicts = (call: string, state: "standing" | "dismissed" | "", application = "") => queryOptions({
  queryKey: ["instruction", call, "conflicts", state, application] as const,
  queryFn: ({ signal }) => whole<Conflict>("/conflicts-of-interest", { call_id: call, state, application_id: application }, signal),
  placeholderData: keepPreviousData,
});

export const organisationsLike = (text: string) => queryOptions({
  queryKey: ["instruction", "organisations", text] as const,
  queryFn: async ({ signal }) => (await get<Listed<Organisation>>("/organisations", { q: text, limit: 20 }, signal)).items,
  enabled: text.trim().length >= 2, placeholderData: keepPreviousData, staleTime: 60_000,
});

export const written = ({ account_id: id, themes, departments, organisations, is_chair: isChair }: Member): MemberWrite => ({
  account_id: id, themes: themes as MemberWrite["themes"], departments, organisation_ids: organisations.map((each) => each.id), is_chair: isChair,
});

export const sitting = ({ items }: Committee): Member[] => items.filter(({ left_at: left }) => left === null);

/** One member in, as written; where they sat already, in their place. */
export function withMember(items: readonly MemberWrite[], member: MemberWrite): MemberWrite[] {
  return items.some((each) => each.account_id === member.account_id) ? items.map((each) => (each.account_id === member.account_id ? member : each)) : [...items, member];
}

const TRIES = 3;

/**
 * Writes one change of a committee on what it is now, so that two coordinators who each seat somebody both do. `base` is the member as the
 * form opened: when somebody else changed the same member meanwhile, nothing is written (412).
 */
export async function changeCommittee(call: string, account: string, base: MemberWrite | null, wanted: MemberWrite | null): Promise<Committee> {
  for (let attempt = 1; ; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- each try starts from what is there now
    const { data, etag } = await read<Committee>(`${callPath(call)}/committee`);
    const items = sitting(data).map(written);
    const now = items.find((each) => each.account_id === account) ?? null;
    if (wanted && base && !same(base, now)) throw new Problem(412, {});
    const next = wanted ? withMember(items, wanted) : items.filter((each) => each.account_id !== account);
    try {
      // oxlint-disable-next-line no-await-in-loop
      return await put<Committee>(`${callPath(call)}/committee`, { items: next }, etag);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412 || attempt === TRIES) throw error;
    }
  }
}
