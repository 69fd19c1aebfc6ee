/** A form as the API gives it, by short names. */
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];

export type Definition = Schemas["FormDefinition-Output"];
export type Section = Schemas["FormSection-Output"];
export type Condition = Schemas["FormCondition-Output"];
export type Field = Schemas["FormField-Output"];
/** A field of the rows of a repetition: it holds no rows itself. */
export type RowField = Omit<Field, "fields">;
export type FieldType = Field["type"];
export type Answers = Readonly<Record<string, unknown>>;
export type Row = Readonly<Record<string, unknown>>;

/** How long a text may be where its field does not say, as `forms/definition.py` has it. */
const MAX_LENGTHS: Partial<Record<FieldType, number>> = { text: 300, long_text: 5000 };
const MAX_ROWS: Partial<Record<FieldType, number>> = { repetition: 50, sessions: 100 };

export const longest = (field: RowField): number => field.max_length ?? MAX_LENGTHS[field.type] ?? 300;
export const mostRows = (field: RowField): number => field.max_rows ?? MAX_ROWS[field.type] ?? 50;
export const allFields = (definition: Definition): Field[] => definition.sections.flatMap(({ fields }) => fields);
export const fieldOf = (definition: Definition, id: string): Field | undefined => allFields(definition).find((field) => field.id === id);
export const ofPurpose = (definition: Definition, purpose: NonNullable<Field["purpose"]>): Field | undefined => (
  allFields(definition).find((field) => field.purpose === purpose)
);
export const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value);
/** The rows of an answer; nothing that is no row. */
export const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value.filter(isRow) : []);
