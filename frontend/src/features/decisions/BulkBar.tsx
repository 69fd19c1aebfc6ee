import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "@/space/kit/Confirm";
import { tell } from "@/space/kit/toasts";
import type { Decision } from "./calls";
import { decided, type Line, type Wish } from "./lines";
import { useDecisionWords } from "./words";

interface BulkBarProps {
  lines: readonly Line[];
  onDecide: (decision: Decision | null) => void;
  onWant: (changes: Map<string, Wish | null>) => void;
  onDone: () => void;
}

/** What is done to many dossiers at once, as long as some are chosen. */
export function BulkBar({ lines, onDecide, onWant, onDone }: BulkBarProps) {
  const { w } = useDecisionWords();
  const [writing, setWriting] = useState(false);
  const [motive, setMotive] = useState("");
  const all = (make: (line: Line) => Wish | null) => new Map(lines.map((line) => [line.dossier.application_id, make(line)]));
  const grant = () => onWant(all(({ dossier, wish }) => ({ ...decided(wish, "labelled"), amount_cents: dossier.requested_cents })));
  return (
    <div className="bulk" role="region" aria-label={w.bulk}>
      <strong role="status">{w.chosen(lines.length)}</strong>
      <Button size="xs" onClick={() => onDecide("labelled")}>{w.allLabelled}</Button>
      <Button size="xs" onClick={() => onDecide("waitlisted")}>{w.allWaitlisted}</Button>
      <Button size="xs" onClick={() => onDecide("not_labelled")}>{w.allRefused}</Button>
      {lines.some(({ dossier }) => dossier.requested_cents !== null) && <Button size="xs" onClick={grant}>{w.grantAsked}</Button>}
      <Button size="xs" onClick={() => (lines.some(({ wish }) => !wish) ? tell(w.undecidedLeft, { bad: true }) : setWriting(true))}>{w.sameMotive}</Button>
      <Button size="xs" onClick={() => onDecide(null)}>{w.takeOut}</Button>
      <Button size="xs" variant="subtle" onClick={onDone}>{w.unchoose}</Button>
      <Confirm
        opened={writing} title={w.sameMotiveTitle(lines.length)} confirmLabel={w.sameMotiveGo} onClose={() => setWriting(false)}
        onConfirm={async () => { onWant(all(({ wish }) => wish && { ...wish, motivation: motive.trim() })); await Promise.resolve(); }}
      >
        <p>{w.sameMotiveText}</p>
        <Textarea label={w.motive} description={w.motiveHint} value={motive} maxLength={5000} onChange={(event) => setMotive(event.currentTarget.value)} />
      </Confirm>
    </div>
  );
}
