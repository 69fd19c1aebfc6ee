/** A form as it is written: its words by short names, and which field may have what, as `forms/checking.py` and `forms/purposes.py` say. */
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];

export type Definition = Schemas["FormDefinition-Output"];
export type Section = Schemas["FormSection-Output"];
export type Field = Schemas["FormField-Output"];
/** A field of the rows of a repetition. */
export type RowField = NonNullable<Field["fields"]>[number];
export type Condition = Schemas["FormCondition-Output"];
export type FieldType = Field["type"];
export type Purpose = NonNullable<Field["purpose"]>;
export type Option = NonNullable<Field["options"]>[number];
export type Operator = NonNullable<Condition["operator"]>;

/** In the order in which they are offered. */
export const FIELD_TYPES: readonly FieldType[] = [
  "text", "long_text", "choice", "choices", "boolean", "integer", "decimal", "amount", "date", "email", "phone", "url", "address", "commune", "organisation", "file", "sessions", "repetition", "explanation",
];
const NEVER_REPEATED: readonly FieldType[] = ["repetition", "sessions", "file"];
export const ROW_TYPES = FIELD_TYPES.filter((type) => !NEVER_REPEATED.includes(type));

const NUMBERS: readonly FieldType[] = ["integer", "decimal", "amount"];
export const hasOptions = (type: FieldType) => type === "choice" || type === "choices";
export const hasBounds = (type: FieldType) => NUMBERS.includes(type) || type === "date";
export const hasLength = (type: FieldType) => type === "text" || type === "long_text";
export const hasRows = (type: FieldType) => type === "repetition" || type === "sessions";

export const PURPOSE_TYPES: Readonly<Record<Purpose, readonly FieldType[]>> = {
  title: ["text"], summary: ["text", "long_text"], theme: ["choice"], commune: ["commune"], venue: ["text", "address"], sessions: ["sessions"], is_free: ["boolean"], audience: ["choices"],
  school_levels: ["choices"], activity_type: ["choice"], contact_name: ["text"], contact_email: ["email"], budget_expenses: ["repetition"], budget_income: ["repetition"], requested_amount: ["amount"],
};
export const PURPOSES = Object.keys(PURPOSE_TYPES) as Purpose[];

/** Purposes whose options are the programme's own: the names of its vocabulary in the public face's dictionary. */
export const VOCABULARIES: Partial<Record<Purpose, "theme" | "audience" | "school_level" | "activity_type">> = {
  theme: "theme", audience: "audience", school_levels: "school_level", activity_type: "activity_type",
};

/** Kinds of files, in words, and the types that they stand for, as `correspondence/files.py` takes them. */
const OFFICE = "application/vnd.openxmlformats-officedocument.";
const OPEN = "application/vnd.oasis.opendocument.";
export const FILE_KINDS = {
  pdf: ["application/pdf"],
  image: ["image/jpeg", "image/png", "image/webp", "image/gif"],
  document: [`${OFFICE}wordprocessingml.document`, `${OPEN}text`, "text/plain"],
  sheet: [`${OFFICE}spreadsheetml.sheet`, `${OPEN}spreadsheet`, "text/csv"],
  slides: [`${OFFICE}presentationml.presentation`, `${OPEN}presentation`],
} as const;
export type FileKind = keyof typeof FILE_KINDS;

export const allFields = ({ sections }: Definition): Field[] => sections.flatMap(({ fields }) => fields);
export const rowFieldsOf = (field: Field): RowField[] => field.fields ?? [];

/** A new field with nothing but its type, its name and its id. */
export function newField(id: string, type: FieldType, label: string): Field {
  return {
    id, type, label, help: "", required: "never", condition: null, purpose: null, is_identifying: false, is_stale_on_renewal: false, options: [], min: null, max: null,
    max_length: null, media_types: [], max_size_bytes: null, min_rows: null, max_rows: null, fields: [],
  };
}

export function newRowField(id: string, type: FieldType, label: string): RowField {
  const { fields: _none, ...rest } = newField(id, type, label);
  return rest;
}

/** A field of another type: what only the former one had is left. */
export function retyped<F extends RowField>(field: F, type: FieldType): F {
  return {
    ...field, type, options: hasOptions(type) ? field.options : [], ...(!hasBounds(type) || (type === "date") !== (field.type === "date") ? { min: null, max: null } : {}),
    max_length: hasLength(type) ? field.max_length : null, ...(type === "file" ? {} : { media_types: [], max_size_bytes: null }), ...(hasRows(type) ? {} : { min_rows: null, max_rows: null }),
    ...("fields" in field && type !== "repetition" ? { fields: [] } : {}), required: type === "explanation" ? "never" : field.required,
    purpose: field.purpose && PURPOSE_TYPES[field.purpose].includes(type) ? field.purpose : null,
  };
}
