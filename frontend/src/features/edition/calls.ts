/** What the coordination's page of the programme reads and writes. */
import { queryOptions } from "@tanstack/react-query";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { read } from "@/api/write";

type Schemas = components["schemas"];
export type Edition = Schemas["EditionOut"];
export type Publication = Schemas["Publication"];
export type PublishItem = Schemas["PublishItem"];
export type Published = Schemas["Published"];
export type Proposal = Schemas["ProposalOut"];
export type Policy = Schemas["PolicyOut"];
export type PolicyRule = Schemas["PolicyRuleOut"];
export type Rule = PolicyRule["rule"];
export type Project = Schemas["ProjectSummary"];
export type NotEntered = Schemas["NotEntered"];
export type Candidate = Schemas["EventCandidate"];
export type ReminderPreview = Schemas["ReminderPreview"];
export type Reminded = Schemas["RemindedProjects"];
export type NationalSheet = Schemas["NationalSheet"];

export const editionPath = (year: number) => `/editions/${year}`;

export function editions() {
  return queryOptions({
    queryKey: ["programme", "editions"] as const,
    queryFn: async ({ signal }) => (await get<Schemas["Editions"]>("/editions", { limit: 100 }, signal)).items.toSorted((one, other) => other.year - one.year),
  });
}

/** The edition that one works at: the one under way, else the next, else the last. */
export function currentEdition(all: readonly Edition[], today: string): Edition | undefined {
  return all.filter(({ ends_on: last }) => last >= today).toSorted((one, other) => one.year - other.year)[0] ?? all.toSorted((one, other) => other.year - one.year)[0];
}

/** Every page of a list of the API. */
async function whole<T>(path: string, params: Record<string, string | number>, signal: AbortSignal): Promise<T[]> {
  const found: T[] = [];
  let after: string | null = null;
  do {
    // oxlint-disable-next-line no-await-in-loop -- each page tells where the next begins
    const page: { items: T[]; next: string | null } = await get(path, { ...params, limit: 300, after }, signal);
    found.push(...page.items);
    after = page.next;
  } while (after);
  return found;
}

export const projects = (year: number) => queryOptions({ queryKey: ["programme", year, "projects"] as const, queryFn: ({ signal }) => whole<Project>("/projects", { edition: year }, signal) });
export const proposals = (year: number) => queryOptions({ queryKey: ["programme", year, "proposals"] as const, queryFn: ({ signal }) => whole<Proposal>("/change-proposals", { edition: year, state: "open" }, signal) });
export const policy = (year: number) => queryOptions({ queryKey: ["programme", year, "policy"] as const, queryFn: ({ signal }) => read<Policy>(`${editionPath(year)}/edit-policy`, {}, signal) });
export const notEntered = (year: number) => queryOptions({ queryKey: ["programme", year, "not-entered"] as const, queryFn: ({ signal }) => get<Schemas["NotEnteredList"]>(`${editionPath(year)}/not-entered`, {}, signal) });
export const candidates = (event: string) => queryOptions({ queryKey: ["programme", "candidates", event] as const, queryFn: async ({ signal }) => (await get<Schemas["EventCandidates"]>(`/events/${event}/candidates`, {}, signal)).items.filter(({ state }) => state === "open") });
export const sheet = (project: string) => queryOptions({ queryKey: ["programme", "sheet", project] as const, queryFn: ({ signal }) => get<NationalSheet>(`/projects/${project}/national-sheet`, {}, signal) });

/** The sheet as one text, to paste where one pleases: every page of the national form, line by line. */
export function sheetText(of: NationalSheet): string {
  return of.items
    .map(({ title, sections }) => [title, ...sections.flatMap((section) => ["", section.title, ...section.fields.filter(({ value }) => value !== null).map(({ label, value }) => `${label} : ${value}`)])].join("\n"))
    .join("\n\n");
}

/** The rules as a table: a row for each group of fields, a cell for each phase. */
export function policyRows(rules: readonly PolicyRule[]): { group: string; label: string; cells: PolicyRule[] }[] {
  const rows = new Map<string, { group: string; label: string; cells: PolicyRule[] }>();
  for (const rule of rules) {
    const row = rows.get(rule.field_group) ?? { group: rule.field_group, label: rule.field_group_label, cells: [] };
    row.cells.push(rule);
    rows.set(rule.field_group, row);
  }
  return [...rows.values()];
}

/** What an edition sets otherwise than the defaults, once one rule is another. */
export function rulesWith(rules: readonly PolicyRule[], changed: PolicyRule, rule: Rule): { field_group: string; phase: string; rule: Rule }[] {
  return rules
    .map((each) => (each.field_group === changed.field_group && each.phase === changed.phase ? { ...each, rule } : each))
    .filter((each) => each.rule !== each.default)
    .map(({ field_group, phase, rule: kept }) => ({ field_group, phase, rule: kept }));
}
