import { useId, useRef, useState, type FormEvent, type ReactNode } from "react";
import type { Answer } from "@/api/write";
import { put, read } from "@/api/write";
import { Problem } from "@/lib/problem";
import { useLendingWords } from "@/programme/lendingWords";
import { Choice, Choices } from "./Choices";
import { answersOf, draftOf, faultsOf, forget, keep, kept, type Draft, type Questionnaire } from "./questionnaire";
import { useQuestionnaireWords } from "./words";

interface QuestionnaireFormProps {
  token: string;
  told: Answer<Questionnaire>;
  onSent: (told: Answer<Questionnaire>) => void;
  /** Somebody else's answer, read again so that this one may replace it. */
  onReread: (told: Answer<Questionnaire>) => void;
}

type Trouble = "changed" | "failed" | "offline" | { detail: string };

/** The questions. What is written stays on the device until it was sent. */
export function QuestionnaireForm({ token, told, onSent, onReread }: QuestionnaireFormProps) {
  const { w } = useQuestionnaireWords();
  const words = useLendingWords();
  const id = useId();
  const [restored] = useState(() => kept(token));
  const [draft, setDraft] = useState<Draft>(() => ({ ...draftOf(told.data), ...restored }));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const summary = useRef<HTMLDivElement>(null);
  const faults = tried ? faultsOf(draft) : [];
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keep(token, next);
  };
  const address = `/evaluation-links/${encodeURIComponent(token)}`;
  const send = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await put<Questionnaire>(address, answersOf(draft), told.etag);
      // The version that a correction would replace.
      const now = await read<Questionnaire>(address).catch(() => null);
      forget(token);
      onSent(now ?? told);
    } catch (error) {
      const status = error instanceof Problem ? error.status : 0;
      setTrouble(status === 412 ? "changed" : status === 0 && !navigator.onLine ? "offline" : error instanceof Problem && status >= 400 && status < 500 ? { detail: error.errors[0]?.detail ?? error.message } : "failed");
      if (status === 412) await read<Questionnaire>(address).then(onReread, () => undefined);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faultsOf(draft).length > 0) requestAnimationFrame(() => summary.current?.focus());
    else if (!busy) void send();
  };
  const isFaulty = (name: "satisfaction" | "audience_method" | "audience") => faults.includes(name);
  return (
    <form className="quiz__form" onSubmit={submit} noValidate>
      {restored && <p className="quiz__note" role="status">{w.restored}</p>}
      <Choices id={`${id}-satisfaction`} legend={w.satisfaction} note={w.required} fault={isFaulty("satisfaction") ? w.faults.satisfaction : null} list={words.satisfaction} value={draft.satisfaction} onChange={(satisfaction) => change({ satisfaction })} strong />
      <Choices legend={w.welcome} list={words.satisfaction} value={draft.satisfaction_welcome} onChange={(satisfaction_welcome) => change({ satisfaction_welcome })} />
      <Choices legend={w.logistics} list={words.satisfaction} value={draft.satisfaction_logistics} onChange={(satisfaction_logistics) => change({ satisfaction_logistics })} />

      <Group title={w.audienceTitle}>
        <Choices id={`${id}-audience_method`} legend={w.method} note={w.required} fault={isFaulty("audience_method") ? w.faults.audience_method : null} list={w.methods} value={draft.audience_method} onChange={(audience_method) => change({ audience_method })} />
        {draft.audience_method !== null && draft.audience_method !== "unknown" && (
          <div className="field quiz__number">
            <label htmlFor={`${id}-audience`}>{w.people}</label>
            <input id={`${id}-audience`} inputMode="numeric" autoComplete="off" maxLength={12} value={draft.audience} aria-invalid={isFaulty("audience") || undefined} aria-describedby={`${id}-people`} onChange={({ target }) => change({ audience: target.value })} />
            <p id={`${id}-people`} className={isFaulty("audience") ? "quiz__fault" : "soft"}>{isFaulty("audience") ? w.faults.audience : w.peopleHint}</p>
          </div>
        )}
        <fieldset className="quiz__choices">
          <legend>{w.types}</legend>
          <p className="soft">{w.typesHint}</p>
          <div className="quiz__row">
            {(Object.keys(words.audience) as (keyof typeof words.audience)[]).map((each) => (
              <Choice key={each} type="checkbox" name={`${id}-types`} checked={draft.audience_types.includes(each)} word={words.audience[each]} onChange={() => change({ audience_types: draft.audience_types.includes(each) ? draft.audience_types.filter((one) => one !== each) : [...draft.audience_types, each] })} />
            ))}
          </div>
        </fieldset>
      </Group>

      <Group title={w.youTitle}>
        <Choices legend={w.first} list={{ yes: w.yes, no: w.no }} value={draft.first_time === null ? null : draft.first_time ? "yes" : "no"} onChange={(answer) => change({ first_time: answer === "yes" })} />
        <Choices legend={w.known} list={words.how_known} value={draft.how_known ?? null} onChange={(how_known) => change({ how_known })} />
        {draft.how_known === "other" && (
          <div className="field quiz__text">
            <label htmlFor={`${id}-other`}>{w.knownOther}</label>
            <input id={`${id}-other`} maxLength={200} value={draft.how_known_other} onChange={({ target }) => change({ how_known_other: target.value })} />
          </div>
        )}
      </Group>

      <Group title={w.textTitle}>
        <Text id={`${id}-pleased`} label={w.pleased} value={draft.pleased} onChange={(pleased) => change({ pleased })} />
        <Text id={`${id}-remarks`} label={w.remarks} hint={w.remarksHint} value={draft.content_remarks} onChange={(content_remarks) => change({ content_remarks })} />
      </Group>

      {faults.length > 0 && (
        <div className="quiz__trouble" role="alert" tabIndex={-1} ref={summary}>
          <p>{w.toMend}</p>
          <ul>{faults.map((fault) => <li key={fault}><a href={`#${id}-${fault}`} onClick={(event) => { event.preventDefault(); document.getElementById(`${id}-${fault}`)?.focus(); }}>{w.faults[fault]}</a></li>)}</ul>
        </div>
      )}
      {trouble && <p className="quiz__trouble" role="alert">{typeof trouble === "string" ? w[trouble] : trouble.detail}</p>}
      <p><button type="submit" className="button button--strong quiz__send" aria-disabled={busy}>{busy ? w.sending : w.send}</button></p>
    </form>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return <section className="quiz__group"><h2>{title}</h2>{children}</section>;
}

interface TextProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
}

function Text({ id, label, hint, value, onChange }: TextProps) {
  return (
    <div className="field quiz__text">
      <label htmlFor={id}>{label}</label>
      {hint && <p id={`${id}-hint`} className="soft">{hint}</p>}
      <textarea id={id} rows={4} maxLength={5000} value={value} aria-describedby={hint ? `${id}-hint` : undefined} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}
