import { Button } from "@mantine/core";
import type { OpenSheet } from "./useSheet";
import { useReviewWords } from "./words";

/** What one wrote in two windows at once: both are shown, one is chosen. */
export function Clashes({ sheet: { snapshot: { clashes }, review, settle } }: { sheet: OpenSheet }) {
  const { w } = useReviewWords();
  const label = (id: string) => (id === "comment" ? w.comment : id === "recommendation" ? w.recommendation : (review.criteria.find((each) => each.id === id)?.name ?? id));
  const words = (id: string, value: unknown) => {
    if (value === null || value === undefined || value === "") return w.empty;
    return id === "recommendation" ? w.recommendations[value as keyof typeof w.recommendations] : String(value);
  };
  return Object.entries(clashes).map(([id, { mine, theirs }]) => (
    <section key={id} className="trouble" aria-label={`${w.clash}, ${label(id)}`} role="alert">
      <strong>{label(id)}</strong>
      <p>{w.clashText}</p>
      <dl className="facts">
        <dt>{w.mine}</dt><dd className="scoring__version">{words(id, mine)}</dd>
        <dt>{w.theirs}</dt><dd className="scoring__version">{words(id, theirs)}</dd>
      </dl>
      <div className="line__actions">
        <Button size="xs" onClick={() => settle(id, mine)}>{w.keepMine}</Button>
        <Button size="xs" onClick={() => settle(id, theirs)}>{w.keepTheirs}</Button>
      </div>
    </section>
  ));
}
