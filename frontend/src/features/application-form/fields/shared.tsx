import { createContext, useContext, useState, type FocusEvent, type ReactNode } from "react";
import type { Answers, Field, RowField } from "../definition";
import { inputId } from "../progress";
import { useFormWords } from "../words";

/** What every input of a form is given. */
export interface InputProps {
  field: Field | RowField;
  /** Like `/answers/title`, where its errors point to. */
  pointer: string;
  value: unknown;
  /** Nothing is null. What the API would not take yet comes as it was typed. */
  onChange: (value: unknown) => void;
  /** What is wrong, by pointer: of this input, and of what is inside it. */
  errors: Readonly<Record<string, string>>;
  /** Answers that are shown above the rows of a repetition: conditions inside may read them. */
  above: Answers;
}

/** What fills the inputs of type `file`; without it they show nothing to choose. */
export const FileInputs = createContext<((field: RowField) => ReactNode) | null>(null);
export const useFileInput = () => useContext(FileInputs);

/** The first error at a pointer, or inside it. */
export function errorAt(errors: InputProps["errors"], pointer: string): string | undefined {
  return errors[pointer] ?? Object.entries(errors).find(([each]) => each.startsWith(`${pointer}/`))?.[1];
}

/** Milliseconds after which nothing is being pressed, as far as one can tell. */
const PRESS = 400;

/** Waits for the end of the click that took the focus away: a message that appears under it would move its target from under the pointer. */
function afterPress(then: () => void): void {
  const ended = new AbortController();
  const end = () => {
    if (ended.signal.aborted) return;
    ended.abort();
    then();
  };
  document.addEventListener("pointerup", () => setTimeout(end, 0), { once: true, signal: ended.signal });
  setTimeout(end, PRESS);
}

/** An error is not said while one is still typing: it waits until the input is left. */
export function useQuiet(error: string | undefined) {
  const [isInside, setInside] = useState(false);
  const [isShown, setShown] = useState(error);
  // One that was shown before stays until it is mended.
  if (!isInside && isShown !== error) setShown(error);
  return {
    error: isInside ? (error ? isShown : undefined) : error,
    onFocus: () => setInside(true),
    onBlur: (event: FocusEvent) => { if (!event.currentTarget.contains(event.relatedTarget)) afterPress(() => setInside(false)); },
  };
}

/** The question's words; what is not asked for before sending says so. */
export function Label({ field }: { field: RowField }) {
  const { w } = useFormWords();
  const mark = field.required === "never" ? w.optional : field.required === "at_label" ? w.forLabel : null;
  return <>{field.label}{mark && <span className="ask__mark"> ({mark})</span>}</>;
}

/** Where a link to a question leads. */
export function Place({ pointer, children, className }: { pointer: string; children: ReactNode; className?: string }) {
  return <div id={inputId(pointer)} className={className ? `ask ${className}` : "ask"}>{children}</div>;
}

const INPUT = "input:checked, input:not([type=hidden]), textarea, button";

/** Puts the cursor in the input of a pointer, without moving the page. */
export function focusOn(pointer: string): void {
  document.getElementById(inputId(pointer))?.querySelector<HTMLElement>(INPUT)?.focus({ preventScroll: true });
}

/** Puts the cursor where a pointer leads, or in what is nearest around it. */
export function goTo(pointer: string): void {
  const steps = pointer.split("/");
  for (let length = steps.length; length > 2; length -= 1) {
    const place = document.getElementById(inputId(steps.slice(0, length).join("/")));
    if (!place) continue;
    for (let around = place.closest("details"); around; around = around.parentElement?.closest("details") ?? null) around.open = true;
    place.scrollIntoView({ block: "center" });
    const input = place.querySelector<HTMLElement>(INPUT);
    input?.focus({ preventScroll: true });
    return;
  }
}
