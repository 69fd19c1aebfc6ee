/** Which fields of a form are shown to somebody who reads: the form's own conditions, and what the API keeps from them. */
import { holds, isFilled, shownRowFields } from "./conditions";
import { isRow, type Answers, type Condition, type Definition, type Field, type RowField, type Section } from "./definition";

export { isFilled, isRow as isObject, shownRowFields };
export type { Answers, Definition, Field, RowField };

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
