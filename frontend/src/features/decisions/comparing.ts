/** Decisions beside what the committee thinks: what is worth a second look. It judges nothing. */
import type { Decision, Dossier } from "./calls";
import type { Line } from "./lines";

/** Of a scale: from here on, two means differ, and reviewers are divided. */
const APART = 0.1;
const DIVIDED = 0.2;

export interface Glance {
  /** What most of the reviewers recommend, when the decision is another. */
  recommended: Decision | null;
  /** Of a labelled dossier: how many of the `others`, which are not, have a clearly higher mean; 0 unless most of them do. */
  better: number;
  /** Of one that is not labelled: how many of the `others`, which are, have a clearly lower mean; 0 unless most of them do. */
  worse: number;
  others: number;
  isDivided: boolean;
}

const NOTHING: Glance = { recommended: null, better: 0, worse: 0, others: 0, isDivided: false };

/** The mean out of 1; null without a score. */
export function share({ scores }: Dossier): number | null {
  return scores?.mean === null || scores?.mean === undefined || !scores.out_of ? null : scores.mean / scores.out_of;
}

/** What more than half of those who recommend something recommend. */
export function majority({ scores }: Dossier): Decision | null {
  if (!scores) return null;
  const { label, waitlist, not_label: refuse } = scores.recommendations;
  const all: [Decision, number][] = [["labelled", label], ["waitlisted", waitlist], ["not_labelled", refuse]];
  const total = label + waitlist + refuse;
  return all.find(([, count]) => count * 2 > total)?.[0] ?? null;
}

/** A glance at every line, by application. */
export function glances(lines: readonly Line[]): Map<string, Glance> {
  const labelled: number[] = [];
  const others: number[] = [];
  for (const { dossier, wish } of lines) {
    const mean = share(dossier);
    if (mean !== null && wish) (wish.decision === "labelled" ? labelled : others).push(mean);
  }
  return new Map(lines.map((line) => [line.dossier.application_id, glance(line, labelled, others)]));
}

function glance({ dossier, wish }: Line, labelled: readonly number[], others: readonly number[]): Glance {
  const mean = share(dossier);
  const { scores } = dossier;
  if (!scores) return NOTHING;
  const isDivided = scores.reviews > 1 && scores.spread !== null && scores.out_of !== null && scores.spread / scores.out_of >= DIVIDED;
  if (!wish) return { ...NOTHING, isDivided };
  const isLabelled = wish.decision === "labelled";
  const beside = isLabelled ? others : labelled;
  const apart = mean === null ? 0 : beside.filter((each) => (isLabelled ? each - mean : mean - each) >= APART).length;
  const most = apart * 2 > beside.length ? apart : 0;
  const preferred = majority(dossier);
  return {
    recommended: preferred && preferred !== wish.decision ? preferred : null,
    better: isLabelled ? most : 0, worse: isLabelled ? 0 : most, others: beside.length, isDivided,
  };
}

/** Whether something of a line is worth a second look. */
export const isWorthALook = ({ recommended, better, worse, isDivided }: Glance): boolean => recommended !== null || better > 0 || worse > 0 || isDivided;
