import { useId, useState, type FormEvent } from "react";
import { get } from "@/api/client";
import { formatDay } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { usePersonalDataWords } from "./words";

/** Anyone may check that a receipt is true: its number is all there is to know. */
export function ReceiptCheck() {
  const { w, lang } = usePersonalDataWords();
  const id = useId();
  const [said, setSaid] = useState("");
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const number = String(new FormData(event.currentTarget).get("number") ?? "").trim();
    if (!number) return;
    setSaid("");
    try {
      const proof = await get<{ number: string; erased_at: string }>(`/erasures/${encodeURIComponent(number)}`, {});
      setSaid(w.proofYes(proof.number, formatDay(proof.erased_at.slice(0, 10), lang, { weekday: false, year: true })));
    } catch (error) {
      setSaid(error instanceof Problem && error.status >= 400 && error.status < 500 ? w.proofNo : w.proofFailed);
    }
  };
  return (
    <section className="personal__part" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{w.proofTitle}</h2>
      <p className="soft">{w.proofLead}</p>
      <form className="personal__check" onSubmit={(event) => void check(event)}>
        <div className="field">
          <label htmlFor={id}>{w.proofNumber}</label>
          <input id={id} name="number" autoComplete="off" spellCheck={false} maxLength={60} />
        </div>
        <button type="submit" className="button">{w.proofGo}</button>
      </form>
      <p role="status">{said}</p>
    </section>
  );
}
