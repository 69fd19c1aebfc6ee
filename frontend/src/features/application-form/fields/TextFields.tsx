import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { longest } from "../definition";
import { centsOf, isSame, numberOf, textOfCents, textOfNumber } from "../values";
import { useFormWords } from "../words";
import { errorAt, Label, Place, useQuiet, type InputProps } from "./shared";

/** From how much of what a text may hold its length is told. */
const TOLD_FROM = 0.7;
const WRITTEN = {
  email: { type: "email", autoComplete: "email" }, phone: { type: "tel", autoComplete: "tel" }, url: { type: "url", autoComplete: "url", placeholder: "https://" },
} as const;

function Counted({ length, most }: { length: number; most: number }) {
  const { w } = useFormWords();
  if (length < most * TOLD_FROM) return null;
  return <p className="ask__count" data-over={length > most || undefined}>{w.counted(length, most)}</p>;
}

/** Text, e-mail, phone, address of a page. No length is cut: what is too long is said, and stays. */
export function TextField({ field, pointer, value, onChange, errors }: InputProps) {
  const quiet = useQuiet(errorAt(errors, pointer));
  const text = typeof value === "string" ? value : "";
  const common = { ...quiet, label: <Label field={field} />, description: field.help || undefined, required: field.required === "at_submission", withAsterisk: false, value: text };
  const set = (typed: string) => onChange(typed === "" ? null : typed);
  if (field.type === "long_text") {
    return (
      <Place pointer={pointer}>
        <Textarea {...common} minRows={(field.max_length ?? 5000) > 1200 ? 5 : 3} onChange={(event) => set(event.currentTarget.value)} />
        <Counted length={text.length} most={longest(field)} />
      </Place>
    );
  }
  const written = field.type in WRITTEN ? WRITTEN[field.type as keyof typeof WRITTEN] : { type: "text" };
  return (
    <Place pointer={pointer}>
      <TextInput {...common} {...written} className={field.type === "phone" ? "ask__short" : undefined} onChange={(event) => set(event.currentTarget.value)} />
      {field.type === "text" && <Counted length={text.length} most={longest(field)} />}
    </Place>
  );
}

/** Numbers and amounts, as they are written here; what is no number yet stays as typed. */
export function NumberField({ field, pointer, value, onChange, errors }: InputProps) {
  const isAmount = field.type === "amount";
  const toText = isAmount ? textOfCents : textOfNumber;
  const toValue = isAmount ? centsOf : numberOf;
  const [typed, setTyped] = useState(() => toText(value));
  const { onBlur, ...quiet } = useQuiet(errorAt(errors, pointer));
  const text = isSame(toValue(typed), value) ? typed : toText(value);
  return (
    <Place pointer={pointer}>
      <TextInput
        {...quiet} label={<Label field={field} />} description={field.help || undefined} required={field.required === "at_submission"} withAsterisk={false}
        className="ask__short" inputMode={field.type === "integer" ? "numeric" : "decimal"} autoComplete="off" value={text} rightSection={isAmount ? <span aria-hidden="true">€</span> : undefined}
        onChange={({ currentTarget }) => { setTyped(currentTarget.value); onChange(toValue(currentTarget.value)); }}
        onBlur={(event) => { setTyped(toText(value)); onBlur(event); }}
      />
    </Place>
  );
}

export function DateField({ field, pointer, value, onChange, errors }: InputProps) {
  const quiet = useQuiet(errorAt(errors, pointer));
  return (
    <Place pointer={pointer}>
      <TextInput
        {...quiet} type="date" label={<Label field={field} />} description={field.help || undefined} required={field.required === "at_submission"} withAsterisk={false} className="ask__short"
        min={typeof field.min === "string" ? field.min : undefined} max={typeof field.max === "string" ? field.max : undefined}
        value={typeof value === "string" ? value : ""} onChange={({ currentTarget }) => onChange(currentTarget.value || null)}
      />
    </Place>
  );
}
