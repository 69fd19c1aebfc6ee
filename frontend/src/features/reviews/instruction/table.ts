import type { Sorting } from "@/space/kit/DataTable";
import { sorted } from "@/space/kit/sorting";
import type { DossierProgress, MemberProgress, Plan } from "./calls";

export const SHOWN = ["all", "unassigned", "waiting", "complete", "split"] as const;
export type Shown = (typeof SHOWN)[number];
/** From this share of the scale on, a committee is of two minds. */
const SPLIT = 0.2;

/** What is worth talking about at the sitting: means far apart, or recommendations that are not the same. */
export function isSplit({ score }: DossierProgress): boolean {
  if (!score || score.reviews < 2) return false;
  const { label, not_label: not } = score.recommendations;
  return (label > 0 && not > 0) || (score.spread !== null && score.out_of !== null && score.spread >= SPLIT * score.out_of);
}

export function isShown(row: DossierProgress, shown: Shown, each: number): boolean {
  switch (shown) {
    case "unassigned": return row.assigned < each && row.application.status !== "decided";
    case "waiting": return row.submitted < row.assigned;
    case "complete": return row.submitted >= each;
    case "split": return isSplit(row);
    default: return true;
  }
}

const VALUES: Record<string, (row: DossierProgress) => string | number | null> = {
  number: ({ application }) => application.number,
  title: ({ application }) => application.title,
  done: ({ assigned, submitted }) => (assigned === 0 ? -1 : submitted / assigned),
  mean: ({ score }) => score?.mean ?? null,
  spread: ({ score }) => (score && score.reviews > 1 ? score.spread : null),
  recommendations: ({ score }) => (score && score.reviews > 0 ? score.recommendations.label - score.recommendations.not_label : null),
  conflicts: ({ conflicts }) => conflicts,
};
export const SORTS = Object.keys(VALUES);
/** What one wants the largest of first. */
export const isDescendingFirst = (key: string) => ["mean", "spread", "recommendations", "conflicts"].includes(key);

export const arranged = (rows: readonly DossierProgress[], shown: Shown, each: number, { key, descending }: Sorting): DossierProgress[] => (
  sorted(rows.filter((row) => isShown(row, shown, each)), VALUES[key] ?? (() => null), descending)
);

/** Who has something to review, whom a reminder would reach. */
export const owing = (members: readonly MemberProgress[]): MemberProgress[] => members.filter(({ assigned, submitted }) => submitted < assigned);

export interface Withdrawn {
  id: string;
  name: string;
  /** Applications, in words, by why one may not be asked. */
  conflict: string[];
  recused: string[];
}

/** Who is left out of a plan, by person: with whom, and why. */
export function leftOut(plan: Pick<Plan, "left_out">, name: (application: Plan["left_out"][number]["application"]) => string): Withdrawn[] {
  const people = new Map<string, Withdrawn>();
  for (const { application, account, reason } of plan.left_out) {
    const person = people.get(account.id) ?? { id: account.id, name: account.name, conflict: [], recused: [] };
    person[reason].push(name(application));
    people.set(account.id, person);
  }
  return [...people.values()];
}

/** The plan by application, in its order. */
export function byApplication(plan: Pick<Plan, "items">): { application: Plan["items"][number]["application"]; readers: Plan["items"] }[] {
  const groups: { application: Plan["items"][number]["application"]; readers: Plan["items"] }[] = [];
  for (const item of plan.items) {
    const group = groups.find(({ application }) => application.id === item.application.id);
    if (group) group.readers.push(item);
    else groups.push({ application: item.application, readers: [item] });
  }
  return groups;
}
