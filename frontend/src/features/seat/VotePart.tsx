import { useId, useState } from "react";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";
import type { Motion, Seat, Voice } from "@/programme/sitting";
import { useAct } from "./useAct";
import { useSeatWords } from "./words";

interface VotePartProps {
  place: string;
  motion: Motion;
  me: Seat;
  onDone: () => Promise<unknown>;
}

const CHOICES = ["for", "against", "abstain"] as const;

/** The motion that is being voted on: a ballot for each voice that one holds, or a hand to raise. */
export function VotePart({ place, motion, me, onDone }: VotePartProps) {
  const { w } = useSeatWords();
  const isOut = me.conflicts.includes(motion.id);
  return (
    <section className="seat__part seat__vote" aria-label={w.vote}>
      <h2>{w.vote}</h2>
      <h3>{motion.title}</h3>
      {motion.text && <p className="seat__text">{motion.text}</p>}
      <p className="soft">{motion.voting === "secret" ? w.secret : w.hands}</p>
      {motion.voting === "secret" && <p role="status">{w.cast(motion.ballots ?? 0)}</p>}
      {isOut ? <p className="seat__note">{w.conflicted}</p> : motion.voting === "secret" && motion.poll_id && (
        me.is_present
          ? me.voices.map((voice) => <BallotForm key={voice.id} place={place} poll={motion.poll_id!} voice={voice} onDone={onDone} />)
          : me.voices.length > 0 && <p className="seat__note">{w.mustBeHere}</p>
      )}
      {!isOut && me.may_vote && me.voices.every(({ voted }) => !voted.includes(motion.poll_id ?? "")) && <ConflictForm place={place} motion={motion} onDone={onDone} />}
    </section>
  );
}

function BallotForm({ place, poll, voice, onDone }: { place: string; poll: string; voice: Voice; onDone: () => Promise<unknown> }) {
  const { w } = useSeatWords();
  const name = useId();
  const [choice, setChoice] = useState<string | null>(null);
  const { busy, trouble, act } = useAct(w.failed);
  const title = voice.is_own ? w.own : w.by(voice.name);
  if (voice.voted.includes(poll)) return <p className="seat__done"><strong>{title}</strong> {w.doneBefore}</p>;
  const put = () => choice && !busy && void act(async () => {
    try {
      await post(`${place}/ballots`, { poll_id: poll, voice_id: voice.id, choices: [choice] });
    } catch (error) {
      // Its answer was lost, not the ballot.
      if (!(error instanceof Problem && error.code === "ballot_twice")) throw error;
    }
    setChoice(null);
    await onDone();
  }, w.done);
  return (
    <form className="seat__ballot" onSubmit={(event) => { event.preventDefault(); put(); }}>
      <fieldset>
        <legend>{title}</legend>
        <p className="soft">{w.choose}</p>
        <div className="seat__row">
          {CHOICES.map((each) => (
            <label key={each} className="seat__choice">
              <input type="radio" name={name} checked={choice === each} onChange={() => setChoice(each)} />
              <span>{w.choices[each]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" className="button button--strong seat__big" disabled={choice === null} aria-disabled={busy}>{busy ? w.putting : w.put}</button>
      {trouble && <p className="seat__trouble" role="alert">{trouble}</p>}
    </form>
  );
}

function ConflictForm({ place, motion, onDone }: { place: string; motion: Motion; onDone: () => Promise<unknown> }) {
  const { w } = useSeatWords();
  const { busy, trouble, act } = useAct(w.failed);
  return (
    <details className="seat__more">
      <summary>{w.conflict}</summary>
      <p>{w.conflictText}</p>
      <p><button type="button" className="button" aria-disabled={busy} onClick={() => void act(async () => { await post(`${place}/conflicts`, { motion_id: motion.id }); await onDone(); })}>{w.conflictGo}</button></p>
      {trouble && <p className="seat__trouble" role="alert">{trouble}</p>}
    </details>
  );
}
