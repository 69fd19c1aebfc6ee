import type { Quorum } from "@/programme/sitting";
import { useSeatWords } from "./words";

/** Who is there, against who must be: said in words, and drawn. */
export function QuorumPart({ quorum }: { quorum: Quorum }) {
  const { w } = useSeatWords();
  const { members, present, represented, voices, needed, is_met: isMet } = quorum;
  return (
    <section className="seat__part" aria-label={w.quorum}>
      <h2>{w.quorum}</h2>
      <p className="seat__figure">{w.voices(voices, members)}</p>
      <meter className="seat__meter" min={0} max={Math.max(members, 1)} value={voices} low={needed} aria-label={w.quorum}>{w.voices(voices, members)}</meter>
      <p><strong>{isMet ? w.met(needed) : w.unmet(needed)}</strong> <span className="soft">{w.split(present, represented)}</span></p>
    </section>
  );
}
