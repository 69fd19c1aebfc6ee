import { allFields, rowFieldsOf, type Definition, type Field, type RowField } from "./definition";
import { useFormWords } from "./formWords";
import { useConditionWords } from "./useConditionWords";

/** A field in one line: what is answered, when, and who reads it. */
export function useFieldSummary(): (field: Field | RowField, form: Definition, above?: Field) => string {
  const { w } = useFormWords();
  const inWords = useConditionWords();
  return (field, form, above) => {
    const rows = "fields" in field ? (field.fields ?? []).length : 0;
    const named = [...(above ? rowFieldsOf(above) : []), ...allFields(form)];
    return [
      w.types[field.type],
      field.options && field.options.length > 0 ? w.optionCount(field.options.length) : null,
      rows > 0 ? w.rowCount(rows) : null,
      field.max_length ? w.upTo(field.max_length) : null,
      field.type === "explanation" ? null : w.requiredShort[field.required],
      field.condition ? w.shownIf(inWords(field.condition, named)) : null,
      field.purpose ? w.purposes[field.purpose].toLocaleLowerCase() : null,
      field.is_identifying ? w.short.identifying : null,
      field.is_stale_on_renewal ? w.short.stale : null,
    ].filter(Boolean).join(" · ");
  };
}
