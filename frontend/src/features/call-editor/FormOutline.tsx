import { allFields, type Definition, type Field, type RowField } from "./definition";
import { useFieldSummary } from "./FieldSummary";
import { usePublishWords } from "./publishWords";
import { useConditionWords } from "./useConditionWords";
import { useFormWords } from "./formWords";

/** A form to be read: what it asks, in order, with its conditions in words. */
export function FormOutline({ form, level = 3 }: { form: Definition; level?: 2 | 3 }) {
  const { w } = useFormWords();
  const { w: words } = usePublishWords();
  const inWords = useConditionWords();
  const Heading = level === 2 ? "h2" : "h3";
  if (form.sections.length === 0) return <p className="soft">{w.empty}</p>;
  return (
    <div className="call-outline">
      {form.sections.map(({ id, title, help, condition, fields }) => (
        <section key={id} aria-label={title} className="call-outline__section">
          <Heading>{title}</Heading>
          {help && <p>{help}</p>}
          {condition && <p className="soft">{w.shownIf(inWords(condition, allFields(form)))}</p>}
          <ol role="list" className="call-outline__fields" aria-label={words.outlineOf(title)}>{fields.map((field) => <OutlineField key={field.id} field={field} form={form} />)}</ol>
        </section>
      ))}
    </div>
  );
}

function OutlineField({ field, form, above }: { field: Field | RowField; form: Definition; above?: Field }) {
  const { w } = usePublishWords();
  const summary = useFieldSummary();
  const rows = "fields" in field ? (field.fields ?? []) : [];
  return (
    <li className="call-outline__field">
      <span className="call-field__label">{field.label}</span>
      {field.help && <span>{field.help}</span>}
      <span className="soft">{summary(field, form, above)}</span>
      {field.options && field.options.length > 0 && <span className="soft">{w.choices} {field.options.map(({ label }) => label).join(", ")}</span>}
      {rows.length > 0 && <ol role="list" className="call-outline__fields">{rows.map((row) => <OutlineField key={row.id} field={row} form={form} above={field as Field} />)}</ol>}
    </li>
  );
}
