import { useRef, useState, type FormEvent } from "react";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";
import { deadOf, signPath, type AgreementToSign } from "./agreement";
import { useSigningWords } from "./words";

interface SignatureFormProps {
  token: string;
  agreement: AgreementToSign;
  onSigned: (agreement: AgreementToSign) => void;
  /** The agreement is no longer what is shown: it is read anew. */
  onStale: () => void;
}

type Field = "name" | "capacity" | "accepts";

/** One's name, capacity and consent under what was read; what was typed stays when it cannot be sent. */
export function SignatureForm({ token, agreement, onSigned, onStale }: SignatureFormProps) {
  const { w } = useSigningWords();
  const [name, setName] = useState(agreement.signatory.name);
  const [capacity, setCapacity] = useState(agreement.signatory.capacity);
  const [accepts, setAccepts] = useState(false);
  const [missing, setMissing] = useState<Partial<Record<Field, string>>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const refuse = (found: Partial<Record<Field, string>>) => {
    setMissing(found);
    const first = Object.keys(found)[0];
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
    return first !== undefined;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTrouble(null);
    if (refuse({ ...(!name.trim() && { name: w.nameNeeded }), ...(!capacity.trim() && { capacity: w.capacityNeeded }), ...(!accepts && { accepts: w.acceptsNeeded }) })) return;
    setBusy(true);
    try {
      onSigned(await post<AgreementToSign>(signPath(token), { digest: agreement.digest, name: name.trim(), capacity: capacity.trim(), accepts: true }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (deadOf(error) !== null && error.errors.length === 0) onStale();
      setTrouble(error.status === 0 || error.status >= 500 ? w.failed : [error.message, ...error.errors.map(({ detail }) => detail)].join(" "));
    } finally {
      setBusy(false);
    }
  };
  const field = (key: "name" | "capacity", label: string, value: string, onChange: (text: string) => void, hint?: string) => (
    <div className="field">
      <label htmlFor={`signing-${key}`}>{label}</label>
      {hint && <p className="soft signing__hint" id={`signing-${key}-hint`}>{hint}</p>}
      <input
        id={`signing-${key}`} name={key} value={value} maxLength={200} autoComplete={key === "name" ? "name" : "organization-title"} aria-invalid={missing[key] ? true : undefined}
        aria-describedby={[hint && `signing-${key}-hint`, missing[key] && `signing-${key}-fault`].filter(Boolean).join(" ") || undefined} onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {missing[key] && <p className="signing__fault" id={`signing-${key}-fault`}>{missing[key]}</p>}
    </div>
  );
  return (
    <section className="signing__part" aria-labelledby="signing-sign">
      <h2 id="signing-sign">{w.sign}</h2>
      <form ref={form} className="signing__form" noValidate aria-busy={busy} onSubmit={(event) => void submit(event)}>
        {trouble && <p className="signing__trouble" role="alert">{trouble}</p>}
        {field("name", w.name, name, setName)}
        {field("capacity", w.capacity, capacity, setCapacity, w.capacityHint)}
        <label className="signing__accepts">
          <input type="checkbox" name="accepts" checked={accepts} aria-invalid={missing.accepts ? true : undefined} aria-describedby={missing.accepts ? "signing-accepts-fault" : undefined} onChange={({ currentTarget }) => setAccepts(currentTarget.checked)} />
          <span>{w.accepts}</span>
        </label>
        {missing.accepts && <p className="signing__fault" id="signing-accepts-fault">{missing.accepts}</p>}
        <p><button type="submit" className="button button--strong" aria-disabled={busy}>{busy ? w.busy : w.submit}</button></p>
      </form>
    </section>
  );
}
