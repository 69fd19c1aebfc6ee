/** What the address asks of the desk, as plain texts, and what that is for the API. */
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Card = Schemas["DeskCard"];
export type ColumnName = Card["column"];
export type Late = Card["late"][number];
export type View = "tableau" | "liste" | "carte" | "calendrier";
export type Sort = "number" | "submitted_at" | "score";

export const COLUMNS: readonly ColumnName[] = ["draft", "submitted", "changes_requested", "under_review", "labelled", "waitlisted", "not_labelled", "withdrawn"];
export const VIEWS: readonly View[] = ["tableau", "liste", "carte", "calendrier"];
/** Questions that are answered yes or no, by their names in the address and in the API. */
export const MARKS = { complements: "awaits_changes", retard: "late", conflit: "conflicted", preparee: "staged", nonlus: "unread" } as const;
export type Mark = keyof typeof MARKS;

/** Filters of the desk. Lists hold each value once. */
export interface Filters {
  q: string;
  columns: ColumnName[];
  themes: string[];
  departments: string[];
  reviewer: string;
  scoreFrom: string;
  scoreTo: string;
  marks: Mark[];
}

export const NO_FILTER: Filters = { q: "", columns: [], themes: [], departments: [], reviewer: "", scoreFrom: "", scoreTo: "", marks: [] };

type Search = Partial<Record<string, unknown>>;

const several = (value: unknown): string[] => [...new Set(textOf(value).split(",").map((each) => each.trim()).filter(Boolean))];
// The router reads « 80 » in an address as a number.
const textOf = (value: unknown): string => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");
const score = (value: unknown): string => (/^\d{1,3}([.,]\d{1,2})?$/.test(textOf(value)) ? textOf(value).replace(",", ".") : "");

/** What the address asks; what it should not hold is left out. */
export function readFilters(search: Search): Filters {
  return {
    q: textOf(search.q).slice(0, 200),
    columns: several(search.etat).filter((each): each is ColumnName => COLUMNS.includes(each as ColumnName)),
    themes: several(search.theme),
    departments: several(search.departement).filter((each) => /^\d[\dAB]\d?$/.test(each)),
    reviewer: /^[\da-f-]{36}$/.test(textOf(search.personne)) ? textOf(search.personne) : "",
    scoreFrom: score(search.note_min),
    scoreTo: score(search.note_max),
    marks: several(search.marque).filter((each): each is Mark => each in MARKS),
  };
}

/** The same as the address holds it: nothing for what filters nothing. */
export function toSearch(filters: Filters): Record<string, string | undefined> {
  return {
    q: filters.q || undefined,
    etat: filters.columns.join(",") || undefined,
    theme: filters.themes.join(",") || undefined,
    departement: filters.departments.join(",") || undefined,
    personne: filters.reviewer || undefined,
    note_min: filters.scoreFrom || undefined,
    note_max: filters.scoreTo || undefined,
    marque: filters.marks.join(",") || undefined,
  };
}

export function readView(search: Search): View {
  return VIEWS.find((each) => each === search.vue) ?? "tableau";
}

/** The API's parameters. It takes a parameter again for each value of a list. */
export function toParams(filters: Filters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.q.trim()) params.set("q", filters.q.trim());
  for (const each of filters.columns) params.append("status", each);
  for (const each of filters.themes) params.append("theme", each);
  for (const each of filters.departments) params.append("department", each);
  if (filters.reviewer) params.set("assigned_to", filters.reviewer);
  if (filters.scoreFrom) params.set("score_from", filters.scoreFrom);
  if (filters.scoreTo) params.set("score_to", filters.scoreTo);
  for (const each of filters.marks) params.set(MARKS[each], "true");
  return params;
}

/** How many kinds of filters are set. */
export function countFilters(filters: Filters): number {
  return Object.values(toSearch(filters)).filter(Boolean).length;
}

/** `path?a=1&b=2`, without a lonely question mark. */
export function withParams(path: string, params: URLSearchParams, more: Record<string, string | number | null | undefined> = {}): string {
  const all = new URLSearchParams(params);
  for (const [name, value] of Object.entries(more)) if (value !== null && value !== undefined && value !== "") all.set(name, String(value));
  const text = all.toString();
  return text ? `${path}?${text}` : path;
}
