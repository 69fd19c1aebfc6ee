import { Button } from "@mantine/core";
import { useEffect, useRef, type FormEvent, type ReactNode } from "react";
import type { Problem } from "@/lib/problem";
import type { Entry } from "./entry";
import { useKitWords } from "./words";

interface EntryFormProps<V> {
  entry: Entry<V>;
  submitLabel: string;
  children: ReactNode;
  onDone?: (() => void) | undefined;
  onCancel?: (() => void) | undefined;
  /** In the stead of « Annuler », where the form itself calls something off. */
  cancelLabel?: string | undefined;
  /** Replaces our sentence for some answers (a code of the API): return null to keep it. */
  explain?: ((problem: Problem) => string | null) | undefined;
  /** The form's name for assistive technology, when no heading says it. */
  label?: string | undefined;
  /** For a form that one has just asked for: what is typed goes into it. */
  focusFirst?: boolean | undefined;
}

/** A form over an entry: what to mend is summed up first, and focus goes to the first field in error. */
export function EntryForm<V>({ entry, submitLabel, children, onDone, onCancel, cancelLabel, explain, label, focusFirst = false }: EntryFormProps<V>) {
  const { w } = useKitWords();
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const { problem } = entry;
  useEffect(() => {
    if (focusFirst) form.current?.querySelector<HTMLElement>("[data-field]")?.focus();
  }, [focusFirst]);
  useEffect(() => {
    if (!problem) return;
    const first = form.current?.querySelector<HTMLElement>("[aria-invalid=true]");
    (first ?? summary.current)?.focus();
  }, [problem]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A form in a dialogue over this one is no part of it, though React tells of its events as if it were.
    event.stopPropagation();
    if (await entry.submit()) onDone?.();
  };
  return (
    <form ref={form} className="entry" noValidate aria-label={label} aria-busy={entry.busy} onSubmit={(event) => void submit(event)}>
      {problem && (
        <div ref={summary} className="trouble" role="alert" tabIndex={-1}>
          <Trouble entry={entry} problem={problem} form={form} explain={explain} />
        </div>
      )}
      {children}
      <div className="entry__actions">
        <Button type="submit" variant="filled" aria-disabled={entry.busy}>{entry.busy ? w.loading : submitLabel}</Button>
        {onCancel && <Button variant="subtle" onClick={onCancel}>{cancelLabel ?? w.cancel}</Button>}
      </div>
    </form>
  );
}

interface TroubleProps<V> {
  entry: Entry<V>;
  problem: Problem;
  form: { current: HTMLFormElement | null };
  explain?: ((problem: Problem) => string | null) | undefined;
}

function Trouble<V>({ entry, problem, form, explain }: TroubleProps<V>) {
  const { w } = useKitWords();
  const fields = Object.entries(entry.errors) as [string, string][];
  const more = entry.elsewhere;
  const focus = (name: string) => form.current?.querySelector<HTMLElement>(`[data-field="${name}"]`)?.focus();
  if (fields.length + more.length > 0) {
    return (
      <>
        <strong>{w.toMend(fields.length + more.length)}</strong>
        <ul>
          {fields.map(([name, why]) => (
            <li key={name}>
              <a href={`#${name}`} onClick={(event) => { event.preventDefault(); focus(name); }}>
                {(entry.labels as Record<string, string>)[name] ?? name}
              </a>{w.colon}{why}
            </li>
          ))}
          {more.map((why) => <li key={why}>{why}</li>)}
        </ul>
      </>
    );
  }
  return <ProblemWords problem={problem} explain={explain} />;
}

/** What went wrong and what to do, for one answer. */
export function ProblemWords({ problem, explain }: { problem: Problem; explain?: ((problem: Problem) => string | null) | undefined }) {
  const { w } = useKitWords();
  const own = explain?.(problem);
  if (own) return <p>{own}</p>;
  if (problem.status === 401) {
    return <><p>{w.expired}</p><p><a href="/espace/entrer" target="_blank" rel="noopener">{w.enterAgain}</a></p></>;
  }
  if (problem.status === 412) return <p>{w.stale}</p>;
  if (problem.status === 0) return <p>{navigator.onLine ? w.unreachable : w.offline}</p>;
  if (problem.status >= 500) return <><p>{w.unreachable}</p>{problem.requestId && <p className="soft">{w.reference(problem.requestId)}</p>}</>;
  if (problem.status === 429) return <><p>{problem.code === "too_many_attempts" || !problem.body.detail ? w.tooMany : problem.message}</p>{problem.wait !== null && <p>{w.wait(problem.wait)}</p>}</>;
  return <p>{problem.message}</p>;
}
