import { useCallback } from "react";
import { tell } from "@/space/kit/toasts";
import type { Autosave, Snapshot } from "./autosave";
import { BudgetTotals } from "./BudgetTotals";
import type { ShownSection } from "./conditions";
import type { Answers, Definition, RowField } from "./definition";
import type { Errors } from "./errors";
import { FieldBlock } from "./FieldBlock";
import { FileInput } from "./FileInput";
import { errorAt, FileInputs, focusOn } from "./fields/shared";
import { progressOf, sectionId } from "./progress";
import { useFormWords } from "./words";

interface SectionsProps {
  sections: readonly ShownSection[];
  definition: Definition;
  answers: Answers;
  above: Answers;
  errors: ReadonlyMap<string, Errors>;
  stale: readonly string[];
  asked: readonly string[];
  filled: ReadonlySet<string>;
  now: Snapshot;
  form: Autosave;
}

const NO_ERROR: Errors = {};

/** The questions that are shown, under their headings. */
export function Sections({ sections, definition, answers, above, errors, stale, asked, filled, now, form }: SectionsProps) {
  const { w } = useFormWords();
  const { id } = now.application;
  const onChange = useCallback((field: string, value: unknown) => form.edit(field, value), [form]);
  // What was clicked goes away: one stays at the question.
  const onSettle = useCallback((field: string, value: unknown) => {
    form.settle(field, value);
    focusOn(`/answers/${field}`);
  }, [form]);
  const onConfirm = useCallback((field: string) => {
    form.confirm(field);
    tell(w.confirmed);
    focusOn(`/answers/${field}`);
  }, [form, w]);
  const file = (field: RowField) => (
    <FileInput application={id} field={field} error={errorAt(errors.get(field.id) ?? NO_ERROR, `/answers/${field.id}`)} isDisabled={!now.application.allowed_actions.includes("edit")} />
  );
  return (
    <FileInputs value={file}>
      {sections.map(({ section, fields }) => {
        const { done, asked: most } = progressOf(fields, answers, filled);
        const waiting = fields.filter((each) => stale.includes(each.id)).length;
        const isWhole = done === most && waiting === 0;
        const hasBudget = fields.some(({ purpose }) => purpose === "budget_expenses" || purpose === "budget_income");
        return (
          <section key={section.id} id={sectionId(section.id)} className="part section" aria-labelledby={`${sectionId(section.id)}-titre`}>
            <div className="part__head">
              <h2 id={`${sectionId(section.id)}-titre`}>{section.title}</h2>
              {most > 0 && <span className="section__told" data-whole={isWhole || undefined}>{isWhole ? w.whole : waiting > 0 ? w.toConfirm(waiting) : w.progress(done, most)}</span>}
            </div>
            {section.help && <p className="soft">{section.help}</p>}
            {fields.map((field) => (
              <FieldBlock
                key={field.id} field={field} value={answers[field.id] ?? null} above={above} errors={errors.get(field.id) ?? NO_ERROR} isStale={stale.includes(field.id)} isAsked={asked.includes(field.id)}
                clash={now.clashes[field.id]} onChange={onChange} onConfirm={onConfirm} onSettle={onSettle}
              />
            ))}
            {hasBudget && <BudgetTotals definition={definition} answers={answers} />}
          </section>
        );
      })}
    </FileInputs>
  );
}
