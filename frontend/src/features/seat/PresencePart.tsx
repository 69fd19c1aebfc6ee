import { useState } from "react";
import { post } from "@/api/write";
import type { Seat, Sitting } from "@/programme/sitting";
import { useAct } from "./useAct";
import { useSeatWords } from "./words";

interface PresencePartProps {
  place: string;
  meeting: Sitting;
  me: Seat;
  onDone: () => Promise<unknown>;
}

/** Coming and leaving: one press, and one more before leaving, since votes and proxies go with it. */
export function PresencePart({ place, meeting, me, onDone }: PresencePartProps) {
  const { w } = useSeatWords();
  const [isLeaving, setIsLeaving] = useState(false);
  const { busy, trouble, act } = useAct(w.failed);
  if (meeting.state !== "open" && meeting.state !== "convened") return null;
  const come = (mode: "on_site" | "online") => void act(async () => { await post(`${place}/arrival`, { mode }); await onDone(); }, mode === "online" ? w.hereOnline : w.here);
  const leave = () => void act(async () => { await post(`${place}/departure`); setIsLeaving(false); await onDone(); });
  const may = (action: string) => me.allowed_actions.includes(action);
  return (
    <section className="seat__part" aria-label={w.presence}>
      <h2>{w.presence}</h2>
      <p>{me.is_present ? (me.mode === "online" ? w.hereOnline : w.here) : meeting.state === "open" ? w.away : w.notYet}</p>
      {may("arrive") && me.proxy && <p className="seat__note">{w.voids}</p>}
      {may("arrive") && (
        <div className="seat__row">
          <button type="button" className="button button--strong seat__big" aria-disabled={busy} onClick={() => come("on_site")}>{w.arrive}</button>
          <button type="button" className="button seat__big" aria-disabled={busy} onClick={() => come("online")}>{w.arriveOnline}</button>
        </div>
      )}
      {may("leave") && !isLeaving && <p><button type="button" className="button button--plain" onClick={() => setIsLeaving(true)}>{w.leave}</button></p>}
      {may("leave") && isLeaving && (
        <div className="seat__sure" role="group" aria-label={w.leave}>
          <p>{w.leaveSure}</p>
          <div className="seat__row">
            <button type="button" className="button" ref={(button) => button?.focus()} aria-disabled={busy} onClick={leave}>{w.leaveGo}</button>
            <button type="button" className="button button--plain" onClick={() => setIsLeaving(false)}>{w.stay}</button>
          </div>
        </div>
      )}
      {trouble && <p className="seat__trouble" role="alert">{trouble}</p>}
    </section>
  );
}
