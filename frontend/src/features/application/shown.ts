/** Which fields of a form are shown, given what was answered: the rules of the API (`forms/visibility.py`), for screens that read. */
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Definition = Schemas["FormDefinition-Output"];
export type Section = Schemas["FormSection-Output"];
export type Field = Schemas["FormField-Output"];
export type RowField = Schemas["RowField-Output"];
export type Condition = Schemas["FormCondition-Output"];
export type Answers = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether an answer says something: « non » and 0 do, blanks and rows of blanks do not. */
export function isFilled(answer: unknown): boolean {
  if (typeof answer === "string") return answer.trim() !== "";
  if (Array.isArray(answer)) return answer.some(isFilled);
  if (isObject(answer)) return Object.values(answer).some(isFilled);
  return answer !== null && answer !== undefined;
}

const areOrdered = (a: unknown, b: unknown): boolean => (typeof a === "number" && typeof b === "number") || (typeof a === "string" && typeof b === "string");

/** Whether a condition holds; none always does. `answer` gives the answer of a shown field, undefined where there is none. */
export function holds(condition: Condition | null | undefined, answer: (field: string) => unknown): boolean {
  if (!condition) return true;
  if (condition.all) return condition.all.every((each) => holds(each, answer));
  if (condition.any) return condition.any.some((each) => holds(each, answer));
  const given = answer(condition.field ?? "") ?? null;
  const value = condition.value ?? null;
  switch (condition.operator) {
    case "is": return given === value;
    case "is_not": return given !== value;
    case "includes": return Array.isArray(given) && given.includes(value);
    case "is_filled": return isFilled(given);
    case "is_above": return areOrdered(given, value) && (given as number) > (value as number);
    case "is_below": return areOrdered(given, value) && (given as number) < (value as number);
    default: return false;
  }
}

const asked = (condition: Condition | null | undefined): string[] => (
  condition ? [...(condition.field ? [condition.field] : []), ...(condition.all ?? []).flatMap(asked), ...(condition.any ?? []).flatMap(asked)] : []
);

export interface ShownSection {
  section: Section;
  fields: Field[];
}

/**
 * The sections and fields that are shown, in order. Fields that `isHidden` (from this reader) are left out; what hangs on one of
 * them is shown when it is answered, as the reader cannot know.
 */
export function shownSections(definition: Definition, answers: Answers, isHidden: (field: Field) => boolean = () => false): ShownSection[] {
  const shown = new Set<string>();
  const hidden = new Set<string>();
  const answer = (id: string) => (shown.has(id) ? answers[id] : undefined);
  const isShown = (condition: Condition | null | undefined, ids: string[]) => (
    asked(condition).some((id) => hidden.has(id)) ? ids.some((id) => isFilled(answers[id])) : holds(condition, answer)
  );
  return definition.sections.map((section) => {
    const whole = isShown(section.condition, section.fields.map(({ id }) => id));
    const fields = section.fields.filter((field) => {
      if (isHidden(field)) hidden.add(field.id);
      else if (whole && isShown(field.condition, [field.id])) shown.add(field.id);
      return shown.has(field.id);
    });
    return { section, fields };
  });
}

/** The fields of one row of a repetition that are shown: their conditions name fields before them, in the row or above it. */
export function shownRowFields(fields: readonly RowField[], row: Answers, above: Answers): RowField[] {
  const shown = new Set<string>();
  const answer = (id: string) => (shown.has(id) ? row[id] : above[id]);
  return fields.filter((field) => {
    if (holds(field.condition, answer)) shown.add(field.id);
    return shown.has(field.id);
  });
}
