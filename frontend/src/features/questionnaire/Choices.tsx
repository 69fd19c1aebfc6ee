import { useId } from "react";

interface ChoiceProps {
  type: "radio" | "checkbox";
  name: string;
  id?: string | undefined;
  checked: boolean;
  word: string;
  onChange: () => void;
}

/** One answer: the whole pill is pressed. */
export function Choice({ type, name, id, checked, word, onChange }: ChoiceProps) {
  return <label className="quiz__choice" data-type={type}><input id={id} type={type} name={name} checked={checked} onChange={onChange} /><span>{word}</span></label>;
}

interface ChoicesProps<Code extends string> {
  legend: string;
  /** Of the first answer, where a message about the question leads. */
  id?: string;
  note?: string;
  fault?: string | null;
  list: Record<Code, string>;
  value: Code | null;
  onChange: (code: Code) => void;
  strong?: boolean;
}

/** A question with one answer among a few. */
export function Choices<Code extends string>({ legend, id, note, fault, list, value, onChange, strong = false }: ChoicesProps<Code>) {
  const name = useId();
  return (
    <fieldset className="quiz__choices" data-strong={strong} aria-describedby={fault ? `${name}-fault` : undefined}>
      <legend>{legend}{note && <span className="soft quiz__required"> ({note})</span>}</legend>
      <div className="quiz__row">
        {(Object.keys(list) as Code[]).map((code, index) => <Choice key={code} type="radio" name={name} id={index === 0 ? id : undefined} checked={value === code} word={list[code]} onChange={() => onChange(code)} />)}
      </div>
      {fault && <p className="quiz__fault" id={`${name}-fault`}>{fault}</p>}
    </fieldset>
  );
}
