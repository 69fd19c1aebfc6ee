import { useId } from "react";
import type { Draft } from "./draft";

interface FieldProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  name: Exclude<keyof Draft, "kind" | "college">;
  label: string;
  id?: string;
  note?: string;
  hint?: string;
  fault?: string | null;
  type?: "text" | "email" | "tel";
  complete?: string;
  lines?: boolean;
}

/** One line of text, or several, with what is said of it. */
export function Field({ draft, onChange, name, label, id, note, hint, fault, type = "text", complete = "off", lines = false }: FieldProps) {
  const own = useId();
  const key = id ?? own;
  const common = {
    id: key, name, value: draft[name], "aria-invalid": fault ? true : undefined, "aria-describedby": [hint && `${key}-hint`, fault && `${key}-fault`].filter(Boolean).join(" ") || undefined,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange({ [name]: currentTarget.value }),
  };
  return (
    <div className="field">
      <label htmlFor={key}>{label}{note && <span className="soft"> ({note})</span>}</label>
      {hint && <p className="soft apply__hint" id={`${key}-hint`}>{hint}</p>}
      {lines ? <textarea {...common} rows={4} maxLength={2000} /> : <input {...common} type={type} maxLength={300} autoComplete={complete} />}
      {fault && <p className="apply__fault" id={`${key}-fault`}>{fault}</p>}
    </div>
  );
}

interface OneChoiceProps<Code extends string> {
  legend: string;
  hint?: string;
  /** Of the first answer, where a message about the question leads. */
  id?: string;
  fault?: string | null;
  values: readonly Code[];
  value: Code | null;
  wordOf: (code: Code) => string;
  onChoose: (code: Code) => void;
}

/** A question with one answer among a few. */
export function OneChoice<Code extends string>({ legend, hint, id, fault, values, value, wordOf, onChoose }: OneChoiceProps<Code>) {
  const name = useId();
  return (
    <fieldset className="apply__choices" aria-describedby={[hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(" ") || undefined}>
      <legend>{legend}</legend>
      {hint && <p className="soft apply__hint" id={`${name}-hint`}>{hint}</p>}
      <div className="apply__row">
        {values.map((each, index) => (
          <label key={each} className="apply__choice">
            <input id={index === 0 ? id : undefined} type="radio" name={name} checked={value === each} onChange={() => onChoose(each)} />
            <span>{wordOf(each)}</span>
          </label>
        ))}
      </div>
      {fault && <p className="apply__fault" id={`${name}-fault`}>{fault}</p>}
    </fieldset>
  );
}
