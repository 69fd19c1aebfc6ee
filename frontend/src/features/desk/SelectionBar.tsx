import { Button } from "@mantine/core";
import type { Selection } from "./useSelection";
import { useDeskWords } from "./words";

/** What is chosen, at the foot of the page as long as something is. */
export function SelectionBar({ selection, onAct }: { selection: Selection; onAct: () => void }) {
  const { w } = useDeskWords();
  if (selection.cards.length === 0) return null;
  return (
    <section className="desk__selection" aria-label={w.selection}>
      <strong role="status">{w.chosen(selection.cards.length)}</strong>
      <Button variant="filled" onClick={onAct}>{w.act}</Button>
      <Button variant="subtle" onClick={selection.clear}>{w.unchooseAll}</Button>
    </section>
  );
}
