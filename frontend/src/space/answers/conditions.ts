/**
 * What of a form is shown, by what was answered: the same rules as `forms/conditions.py` and `forms/visibility.py`. Both are tried with
 * the cases of `services/events/tests/forms/shown.json`.
 */
import { isRow, type Answers, type Condition, type Definition, type Field, type Row, type RowField, type Section } from "./definition";

type Answer = (fieldId: string) => unknown;

/** Whether an answer says something: « no » and 0 do, blanks and rows of blanks do not. */
export function isFilled(answer: unknown): boolean {
  if (typeof answer === "string") return answer.trim() !== "";
  if (Array.isArray(answer)) return answer.some(isFilled);
  if (isRow(answer)) return Object.values(answer).some(isFilled);
  return answer !== null && answer !== undefined;
}

const is = (answer: unknown, value: unknown) => (answer ?? null) === (value ?? null);
const isNumber = (value: unknown): value is number => typeof value === "number";
const isText = (value: unknown): value is string => typeof value === "string";

/** Below 0 when the answer comes before the value; null when the two cannot be compared. */
function order(answer: unknown, value: unknown): number | null {
  if (isNumber(answer) && isNumber(value)) return answer - value;
  if (isText(answer) && isText(value)) return answer === value ? 0 : answer < value ? -1 : 1;
  return null;
}

const COMPARE: Record<NonNullable<Condition["operator"]>, (answer: unknown, value: unknown) => boolean> = {
  is,
  is_not: (answer, value) => !is(answer, value),
  includes: (answer, value) => Array.isArray(answer) && answer.some((one) => is(one, value)),
  is_filled: isFilled,
  is_above: (answer, value) => (order(answer, value) ?? 0) > 0,
  is_below: (answer, value) => (order(answer, value) ?? 0) < 0,
};

/** Whether a condition holds; none always does. */
export function holds(condition: Condition | null | undefined, answer: Answer): boolean {
  if (!condition) return true;
  if (condition.all) return condition.all.every((one) => holds(one, answer));
  if (condition.any) return condition.any.some((one) => holds(one, answer));
  if (!condition.field || !condition.operator) return true;
  return COMPARE[condition.operator](answer(condition.field), condition.value);
}

export interface ShownSection {
  section: Section;
  fields: Field[];
}

/**
 * The sections and fields that are shown, in order. A field that is not shown answers nothing, whatever was typed in it earlier, so
 * that what hangs on it is not shown either. A section none of whose fields is shown is left out.
 */
export function shownSections(definition: Definition, answers: Answers): ShownSection[] {
  const shown = new Set<string>();
  const answer: Answer = (id) => (shown.has(id) ? answers[id] : undefined);
  const sections: ShownSection[] = [];
  for (const section of definition.sections) {
    if (!holds(section.condition, answer)) continue;
    const fields: Field[] = [];
    for (const field of section.fields) {
      if (!holds(field.condition, answer)) continue;
      shown.add(field.id);
      fields.push(field);
    }
    if (fields.length > 0) sections.push({ section, fields });
  }
  return sections;
}

/** The answers of the fields that are shown. */
export function shownAnswers(definition: Definition, answers: Answers): Record<string, unknown> {
  const fields = shownSections(definition, answers).flatMap((each) => each.fields);
  return Object.fromEntries(fields.map(({ id }) => [id, answers[id]]));
}

/** The fields of one row that are shown: their conditions name fields before them, in the row or above it (`above`: shown answers). */
export function shownRowFields(fields: readonly RowField[], row: Row, above: Answers): RowField[] {
  const shown = new Set<string>();
  const answer: Answer = (id) => (shown.has(id) ? row[id] : above[id]);
  return fields.filter((field) => {
    if (!holds(field.condition, answer)) return false;
    shown.add(field.id);
    return true;
  });
}
