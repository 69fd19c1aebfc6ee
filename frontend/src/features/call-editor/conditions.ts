/** When something is shown: conditions as lines that one fills, and in words. */
import type { Condition, Operator, Option, RowField } from "./definition";
import type { FormWords } from "./formWords";

export interface Comparison {
  field: string;
  operator: Operator;
  value: Condition["value"];
}

export interface Lines {
  join: "all" | "any";
  lines: Comparison[];
}

const comparison = ({ field, operator, value }: Condition): Comparison | null => (field && operator ? { field, operator, value: value ?? null } : null);

/** The lines of a condition; null for one whose conditions hold conditions, which a program wrote. */
export function toLines(condition: Condition): Lines | null {
  const alone = comparison(condition);
  if (alone) return { join: "all", lines: [alone] };
  const join = condition.any ? "any" : "all";
  const lines = (condition.any ?? condition.all ?? []).map(comparison);
  return lines.every((line) => line !== null) ? { join, lines } : null;
}

export function fromLines({ join, lines }: Lines): Condition | null {
  const [first] = lines;
  if (!first) return null;
  const written = lines.map(({ field, operator, value }): Condition => ({ field, operator, value: operator === "is_filled" ? null : value }));
  if (join === "any") return { any: written };
  return lines.length === 1 ? (written[0] ?? null) : { all: written };
}

/** What a field of this type can be asked, the usual first. */
export function operatorsOf({ type }: Pick<RowField, "type">): Operator[] {
  if (type === "choices") return ["includes", "is_filled"];
  if (type === "boolean" || type === "choice" || type === "commune") return ["is", "is_not", "is_filled"];
  if (type === "text") return ["is_filled", "is", "is_not"];
  if (type === "integer" || type === "decimal" || type === "amount" || type === "date") return ["is", "is_above", "is_below", "is_not", "is_filled"];
  return ["is_filled"];
}

/** A value to begin with: one that the field may have. */
export function firstValue({ type, options }: Pick<RowField, "type" | "options">, operator: Operator, today: string): Condition["value"] {
  if (operator === "is_filled") return null;
  if (type === "boolean") return true;
  if (type === "choice" || type === "choices") return options?.[0]?.value ?? "";
  if (type === "date") return today;
  return type === "text" || type === "commune" ? "" : 0;
}

export function firstLine(field: RowField, today: string): Comparison {
  const operator = operatorsOf(field)[0] ?? "is_filled";
  return { field: field.id, operator, value: firstValue(field, operator, today) };
}

const labelOf = (options: readonly Option[] | undefined, value: unknown) => options?.find((option) => option.value === value)?.label ?? String(value ?? "");

/** « “Format” est Multi-animations, et “Pour qui ?” comprend Classes ». */
export function conditionWords(condition: Condition, fields: readonly RowField[], w: FormWords, money: (cents: number) => string, day: (date: string) => string): string {
  const alone = comparison(condition);
  if (alone) return comparisonWords(alone, fields, w, money, day);
  const parts = (condition.any ?? condition.all ?? []).map((each) => (comparison(each) ? conditionWords(each, fields, w, money, day) : `(${conditionWords(each, fields, w, money, day)})`));
  return parts.join(condition.any ? w.or : w.and);
}

function comparisonWords({ field: id, operator, value }: Comparison, fields: readonly RowField[], w: FormWords, money: (cents: number) => string, day: (date: string) => string): string {
  const field = fields.find((each) => each.id === id);
  const name = w.quoted(field?.label ?? id);
  if (operator === "is_filled") return w.says.is_filled(name);
  const isDate = field?.type === "date";
  const said = typeof value === "boolean" ? (value ? w.yes : w.no) : field?.type === "amount" ? money(Number(value)) : isDate ? day(String(value)) : labelOf(field?.options, value);
  if (isDate && operator === "is_above") return w.says.is_after(name, said);
  if (isDate && operator === "is_below") return w.says.is_before(name, said);
  return w.says[operator](name, said);
}
