import type { Answer } from "@/api/write";
import { Problem } from "@/lib/problem";
import type { Application as FormApplication, Body } from "@/features/application-form/autosave";
import type { Criterion, Review } from "./calls";

/**
 * A score sheet as the form that saves itself knows forms: one answer by criterion, under the criterion's id, and two more. The API takes
 * the whole sheet at once, so that what is sent are all answers, with those that changed.
 */
export type Sheet = Record<string, unknown>;

export function sheetOf({ scores, comment, recommendation }: Pick<Review, "scores" | "comment" | "recommendation">): Sheet {
  return { ...scores, ...(comment && { comment }), ...(recommendation && { recommendation }) };
}

/** What is sent: criteria of another time are left out. */
export function reviewOf(sheet: Sheet, criteria: readonly Criterion[]): Pick<Review, "comment" | "recommendation"> & { scores: Record<string, number> } {
  const scores = criteria.map(({ id }) => [id, sheet[id]] as const).filter((pair): pair is readonly [string, number] => typeof pair[1] === "number");
  return {
    scores: Object.fromEntries(scores), comment: typeof sheet["comment"] === "string" ? sheet["comment"] : "",
    recommendation: (sheet["recommendation"] as Review["recommendation"] | undefined) ?? null,
  };
}

export const asForm = (review: Review): FormApplication => ({ version: review.version, answers: sheetOf(review) }) as unknown as FormApplication;

interface Wires {
  /** What was read first. */
  first: Review;
  put: (body: ReturnType<typeof reviewOf>, etag: string) => Promise<Review>;
  readAgain: () => Promise<Review>;
  /** Called with what the API has, whenever it has something new. */
  onKept: (review: Review) => void;
}

/** Sends answers as a whole sheet; when somebody wrote meanwhile (oneself, in another window), tells what is there now. */
export function sender({ first, put, readAgain, onKept }: Wires) {
  let known = first;
  return async ({ answers }: Body, version: number): Promise<Answer<FormApplication>> => {
    try {
      known = await put(reviewOf({ ...sheetOf(known), ...answers }, known.criteria), `"v${version}"`);
      onKept(known);
      return { data: asForm(known), etag: `"v${known.version}"` };
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
      known = await readAgain();
      onKept(known);
      throw new Problem(412, { ...error.body, current: asForm(known) });
    }
  };
}

/** Whether the API would keep it: a score within its scale, a text, a recommendation. */
export function isFit(criteria: readonly Criterion[]) {
  return (id: string, value: unknown): boolean => {
    const criterion = criteria.find((each) => each.id === id);
    return !criterion || value === null || (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= criterion.scale);
  };
}

/** What must be there before it is submitted, and is not. */
export function missing(sheet: Sheet, criteria: readonly Criterion[]): string[] {
  return [...criteria.map(({ id }) => id), "recommendation"].filter((id) => sheet[id] === undefined || sheet[id] === null);
}

/** The mean of what is scored, out of the largest scale, as the API counts it; null before anything is. */
export function meanOf(sheet: Sheet, criteria: readonly Criterion[]): number | null {
  const scored = criteria.filter((each) => typeof sheet[each.id] === "number");
  const weights = scored.reduce((sum, { weight }) => sum + weight, 0);
  if (weights === 0) return null;
  const outOf = Math.max(...criteria.map(({ scale }) => scale));
  return (outOf * scored.reduce((sum, { id, weight, scale }) => sum + (weight * (sheet[id] as number)) / scale, 0)) / weights;
}
