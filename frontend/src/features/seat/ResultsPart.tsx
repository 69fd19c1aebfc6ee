import { isDecided, type Motion } from "@/programme/sitting";
import { useSeatWords } from "./words";

/** What was decided so far, with its counts: as soon as the urn is opened. */
export function ResultsPart({ motions }: { motions: readonly Motion[] }) {
  const { w } = useSeatWords();
  const decided = motions.filter(isDecided);
  return (
    <div aria-live="polite">
      {decided.length > 0 && (
        <section className="seat__part" aria-label={w.results}>
          <h2>{w.results}</h2>
          <ul role="list" className="seat__results">
            {decided.toReversed().map((motion) => (
              <li key={motion.id}>
                <span className={motion.state === "adopted" ? "flag" : "flag flag--stop"}>{motion.state === "adopted" ? w.adopted : w.rejected}</span> <strong>{motion.title}</strong>
                <span className="soft">{w.tally(motion.votes_for ?? 0, motion.votes_against ?? 0, motion.votes_abstain ?? 0, motion.voices ?? 0)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
