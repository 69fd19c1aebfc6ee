import { useMutation } from "@tanstack/react-query";
import { useId, useState, type FormEvent } from "react";
import { Problem } from "@/lib/problem";
import { askForCorrection, type Entry, type Proposed } from "./directory";
import { useDirectoryWords } from "./words";

const FIELDS = ["name", "address", "postal_code", "website", "email", "phone", "description"] as const;
type FieldName = (typeof FIELDS)[number];
type Draft = Record<FieldName | "message" | "mail" | "trap", string>;

const draftOf = (entry: Entry): Draft => ({ ...(Object.fromEntries(FIELDS.map((name) => [name, entry[name] ?? ""])) as Record<FieldName, string>), message: "", mail: "", trap: "" });

/** What differs from the page: nothing where something stood says that it should go. */
export function changes(entry: Entry, draft: Draft): Proposed {
  return Object.fromEntries(FIELDS.filter((name) => draft[name].trim() !== (entry[name] ?? "")).map((name) => [name, draft[name].trim() || null])) as Proposed;
}

/** Anybody says what is wrong; the team decides. */
export function CorrectionForm({ entry }: { entry: Entry }) {
  const { w } = useDirectoryWords();
  const [isOpen, setOpen] = useState(false);
  const [draft, setDraft] = useState(() => draftOf(entry));
  const [isMissing, setMissing] = useState(false);
  const sending = useMutation({ mutationFn: (body: Parameters<typeof askForCorrection>[1]) => askForCorrection(entry.slug, body) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (sending.isPending) return;
    const fields = changes(entry, draft);
    setMissing(Object.keys(fields).length === 0 && !draft.message.trim());
    if (Object.keys(fields).length === 0 && !draft.message.trim()) return;
    sending.mutate({ fields, message: draft.message.trim() || null, email: draft.mail.trim() || null, trap: draft.trap });
  };
  if (sending.isSuccess) {
    return (
      <section className="directory-entry__wrong" role="status">
        {/* The form that had focus is gone: it is given to what answers it. */}
        <h2 ref={(heading) => heading?.focus()} tabIndex={-1}>{w.sentTitle}</h2>
        <p>{w.sent}</p>
        <p><button type="button" className="button" onClick={() => { sending.reset(); setDraft(draftOf(entry)); }}>{w.another}</button></p>
      </section>
    );
  }
  return (
    <section className="directory-entry__wrong">
      <h2>{w.wrong}</h2>
      <p>{w.wrongLead}</p>
      {!isOpen && <p><button type="button" className="button" onClick={() => setOpen(true)}>{w.open}</button></p>}
      {isOpen && <CorrectionFields draft={draft} isMissing={isMissing} problem={sending.error} isBusy={sending.isPending} onChange={setDraft} onSubmit={submit} />}
    </section>
  );
}

interface CorrectionFieldsProps {
  draft: Draft;
  isMissing: boolean;
  problem: unknown;
  isBusy: boolean;
  onChange: (next: Draft) => void;
  onSubmit: (event: FormEvent) => void;
}

function CorrectionFields({ draft, isMissing, problem, isBusy, onChange, onSubmit }: CorrectionFieldsProps) {
  const { w } = useDirectoryWords();
  const id = useId();
  const faults = problem instanceof Problem ? problem.errors : [];
  const fault = (pointer: string) => faults.find((each) => each.pointer === pointer)?.detail;
  const field = (name: keyof Draft, label: string, pointer: string, options: { type?: string; lines?: boolean; most?: number; hint?: string } = {}) => {
    const wrong = fault(pointer);
    const shared = {
      id: `${id}-${name}`, value: draft[name], maxLength: options.most ?? 300, placeholder: options.hint, "aria-invalid": wrong ? true : undefined, "aria-describedby": wrong ? `${id}-${name}-wrong` : undefined,
      onChange: ({ target }: { target: { value: string } }) => onChange({ ...draft, [name]: target.value }),
    };
    return (
      <p className="directory-entry__field" key={name}>
        <label htmlFor={shared.id}>{label}</label>
        {options.lines ? <textarea rows={4} {...shared} /> : <input type={options.type ?? "text"} {...shared} />}
        {wrong && <span id={`${id}-${name}-wrong`} className="directory-entry__fault">{wrong}</span>}
      </p>
    );
  };
  return (
    <form className="directory-entry__form" onSubmit={onSubmit} noValidate>
      <fieldset>
        <legend>{w.what2}</legend>
        <p className="soft">{w.leave}</p>
        {FIELDS.map((name) => field(name, w.field[name] ?? name, `/body/fields/${name}`, { lines: name === "description", most: name === "description" ? 5000 : 300 }))}
      </fieldset>
      {field("message", `${w.message} (${w.optional})`, "/body/message", { lines: true, most: 2000, hint: w.messageHint })}
      {field("mail", `${w.mail} (${w.optional})`, "/body/email", { type: "email", most: 254 })}
      {/* People do not see it; programs fill it in. */}
      <p className="directory-entry__trap" aria-hidden="true"><label htmlFor={`${id}-trap`}>{w.trap}</label><input id={`${id}-trap`} tabIndex={-1} autoComplete="off" value={draft.trap} onChange={({ target }) => onChange({ ...draft, trap: target.value })} /></p>
      {isMissing && <p className="directory-entry__fault" role="alert">{w.nothingSaid}</p>}
      {problem instanceof Problem && <p className="directory-entry__fault" role="alert">{problem.message}</p>}
      <p><button type="submit" className="button button--strong" aria-disabled={isBusy}>{isBusy ? w.sending : w.send}</button></p>
    </form>
  );
}
