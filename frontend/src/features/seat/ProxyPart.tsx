import { useId, useState, type FormEvent } from "react";
import { del, put } from "@/api/write";
import type { Seat } from "@/programme/sitting";
import { useAct } from "./useAct";
import { useSeatWords } from "./words";

/** Giving one's proxy and taking it back; whose proxy one holds. */
export function ProxyPart({ place, me, onDone }: { place: string; me: Seat; onDone: () => Promise<unknown> }) {
  const { w } = useSeatWords();
  const { busy, trouble, act } = useAct(w.failed);
  const held = me.voices.filter(({ is_own: isOwn }) => !isOwn).map(({ name }) => name);
  const gives = me.allowed_actions.includes("give_proxy");
  if (!gives && !me.proxy && held.length === 0) return null;
  return (
    <section className="seat__part" aria-label={w.proxy}>
      <h2>{w.proxy}</h2>
      {held.length > 0 && <p>{w.held(held.join(", "))}</p>}
      {me.proxy && <p><strong>{w.given(me.proxy.holder.name)}</strong> <span className="soft">{me.proxy.counts ? w.counts : w.countsNot}</span></p>}
      {me.proxy && me.allowed_actions.includes("withdraw_proxy") && (
        <p><button type="button" className="button" aria-disabled={busy} onClick={() => void act(async () => { await del(`${place}/proxy`); await onDone(); })}>{w.withdraw}</button></p>
      )}
      {gives && !me.proxy && <GiveForm place={place} me={me} busy={busy} act={act} onDone={onDone} />}
      {trouble && <p className="seat__trouble" role="alert">{trouble}</p>}
    </section>
  );
}

interface GiveFormProps {
  place: string;
  me: Seat;
  busy: boolean;
  act: ReturnType<typeof useAct>["act"];
  onDone: () => Promise<unknown>;
}

function GiveForm({ place, me, busy, act, onDone }: GiveFormProps) {
  const { w } = useSeatWords();
  const id = useId();
  const [holder, setHolder] = useState("");
  if (me.may_hold.length === 0) return <p className="soft">{w.proxyNone}</p>;
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (holder && !busy) void act(async () => { await put(`${place}/proxy`, { holder_id: holder }); await onDone(); });
  };
  return (
    <form className="seat__ballot" onSubmit={give}>
      <p>{w.proxyText}</p>
      <div className="field">
        <label htmlFor={id}>{w.proxyTo}</label>
        <select id={id} value={holder} onChange={({ target }) => setHolder(target.value)}>
          <option value="">{w.proxyPick}</option>
          {me.may_hold.map(({ id: key, name, college }) => <option key={key} value={key}>{name}{college && ` (${college})`}</option>)}
        </select>
      </div>
      <button type="submit" className="button button--strong" disabled={!holder} aria-disabled={busy}>{w.proxyGive}</button>
    </form>
  );
}
