import { useMemo, useState } from "react";
import { shownAnswers, shownSections } from "@/features/application-form/conditions";
import type { Definition, RowField } from "@/features/application-form/definition";
import { FieldInput } from "@/features/application-form/fields/FieldInput";
import { FileInputs } from "@/features/application-form/fields/shared";
import { spaceWords } from "./kit/words";
import "@/features/application-form/application-form.css";
import "./form-trial.css";

const NO_ERROR = {};
const useTrialWords = spaceWords({ file: "On choisit un fichier ici ; l’aperçu n’en prend pas." }, { file: "One chooses a file here; the preview takes none." });

function FileField({ field }: { field: RowField }) {
  const { w } = useTrialWords();
  return <><p><strong>{field.label}</strong></p>{field.help && <p className="soft">{field.help}</p>}<p className="soft">{w.file}</p></>;
}

const fileField = (field: RowField) => <FileField field={field} />;

/** A form that is not anybody's, with the inputs that holders have: what is answered shows and hides the rest, and goes with the page. */
export function FormTrial({ form }: { form: Definition }) {
  const [answers, setAnswers] = useState<Record<string, unknown>>({});
  const sections = useMemo(() => shownSections(form, answers), [form, answers]);
  const above = useMemo(() => shownAnswers(form, answers), [form, answers]);
  return (
    <FileInputs value={fileField}>
      <div className="form-trial">{sections.map(({ section, fields }) => (
        <section key={section.id} className="part section" aria-label={section.title}>
          <div className="part__head"><h3>{section.title}</h3></div>
          {section.help && <p className="soft">{section.help}</p>}
          {fields.map((field) => (
            <div key={field.id} className="block">
              <FieldInput field={field} pointer={`/answers/${field.id}`} value={answers[field.id] ?? null} errors={NO_ERROR} above={above} onChange={(value) => setAnswers((before) => ({ ...before, [field.id]: value }))} />
            </div>
          ))}
        </section>
      ))}</div>
    </FileInputs>
  );
}
