import { Button, Textarea } from "@mantine/core";
import { Fragment, useEffect, useRef, useState } from "react";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { path, type Tried } from "./calls";
import type { Given } from "./SettingsFields";
import { useSettingsWords } from "./words";

type Outcome = Tried | Problem | null;

/** The text of agreements, with what it would say for an imaginary loan. */
export function AgreementText({ entry, lender }: Given & { lender: string }) {
  const { w } = useSettingsWords();
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [busy, setBusy] = useState(false);
  const shown = useRef<HTMLElement>(null);
  const { agreement_template: template } = entry.values;
  useEffect(() => { if (outcome) shown.current?.focus(); }, [outcome]);
  const ask = async (text: string): Promise<Tried | null> => {
    if (busy) return null;
    setBusy(true);
    try {
      return await post<Tried>(`${path(lender)}/agreement-preview`, { template: text.trim() || null });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setOutcome(error);
      return null;
    } finally {
      setBusy(false);
    }
  };
  const tryIt = async () => {
    const tried = await ask(template);
    if (tried) setOutcome(tried);
  };
  const begin = async () => {
    const tried = await ask("");
    if (tried) entry.set({ agreement_template: tried.standard });
  };
  return (
    <fieldset className="group">
      <legend>{w.groups.agreement}</legend>
      <Textarea {...entry.field("agreement_template")} label={w.fields.agreement_template} description={w.templateHint} minRows={6} maxRows={24} maxLength={20_000} />
      <div className="line__actions">
        <Button aria-disabled={busy} onClick={() => void tryIt()}>{w.try}</Button>
        {!template.trim() && <Button variant="subtle" aria-disabled={busy} onClick={() => void begin()}>{w.standard}</Button>}
      </div>
      {outcome instanceof Problem && <div className="trouble" role="alert"><ProblemWords problem={outcome} /></div>}
      {outcome && !(outcome instanceof Problem) && (
        <section ref={shown} className="tried" tabIndex={-1} aria-label={w.tried}>
          <p className="soft">{w.tried}</p>
          <p className="tried__text">{outcome.text}</p>
          <details className="tried__words">
            <summary>{w.words}</summary>
            <dl className="facts">{outcome.words.map(({ name, example }) => <Fragment key={name}><dt>{`{{ ${name} }}`}</dt><dd>{example}</dd></Fragment>)}</dl>
          </details>
        </section>
      )}
    </fieldset>
  );
}
