/** How far a form is filled in, and where its fields are. */
import { isFilled, type ShownSection } from "./conditions";
import { fieldOf, rowsOf, type Answers, type Definition, type Field } from "./definition";

export interface Progress {
  done: number;
  asked: number;
}

/** Whether a field is asked for before the application is sent. */
export const isAsked = ({ type, required }: Field): boolean => required === "at_submission" && type !== "explanation";

/** Whether something was answered, and rows enough. */
export function isAnswered(field: Field, value: unknown, files: ReadonlySet<string>): boolean {
  if (field.type === "file") return files.has(field.id);
  if (!isFilled(value)) return false;
  return rowsOf(value).filter(isFilled).length >= (field.min_rows ?? 0) || !["repetition", "sessions"].includes(field.type);
}

/** What is asked for of the shown fields, and how much of it is there. */
export function progressOf(fields: readonly Field[], answers: Answers, files: ReadonlySet<string>): Progress {
  const asked = fields.filter(isAsked);
  return { asked: asked.length, done: asked.filter((field) => isAnswered(field, answers[field.id], files)).length };
}

export function wholeProgress(sections: readonly ShownSection[], answers: Answers, files: ReadonlySet<string>): Progress {
  return progressOf(sections.flatMap(({ fields }) => fields), answers, files);
}

/** The id of the input where a pointer leads: `/answers/budget/0/amount` is `champ-budget-0-amount`. */
export const inputId = (pointer: string): string => `champ${pointer.replace(/^\/answers/, "").replaceAll("/", "-")}`;
export const sectionId = (id: string): string => `partie-${id}`;
/** The field that a pointer is about, or inside of. */
export const fieldIdOf = (pointer: string): string => pointer.split("/")[2] ?? "";

/** What a pointer is called: the field's label, then the row's number, then the label inside the row. */
export function nameOf(definition: Definition, pointer: string, row: (number: number) => string): string {
  const [, , id = "", place, inner] = pointer.split("/");
  const field = fieldOf(definition, id);
  if (!field) return id;
  const one = field.fields?.find((each) => each.id === inner);
  const isPlace = place !== undefined && /^\d+$/.test(place) && (field.type === "repetition" || field.type === "sessions");
  return [field.label, isPlace && row(Number(place) + 1), one?.label].filter(Boolean).join(", ");
}
