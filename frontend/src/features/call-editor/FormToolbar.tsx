import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { ProblemWords } from "@/space/kit/EntryForm";
import { formatClock } from "@/lib/dates";
import { inParis } from "@/space/kit/moments";
import { useFormWords } from "./formWords";
import type { FormKeeper, Kept } from "./keeper";

/** How saving goes, in words; a step back or forth. Stays in view while one scrolls. */
export function FormToolbar({ keeper, kept }: { keeper: FormKeeper; kept: Kept }) {
  const { w, lang } = useFormWords();
  const { saving, savedAt, problem, canUndo, canRedo } = kept;
  const said = saving === "saved" && savedAt !== null ? w.savedAt(formatClock(inParis(new Date(savedAt).toISOString()).clock, lang)) : w.saving[saving];
  const isBad = saving === "held" || saving === "unsent" || saving === "refused";
  return (
    <div className="call-toolbar">
      <div className={isBad ? "call-toolbar__said call-toolbar__said--bad" : "call-toolbar__said"}>
        <Said text={said} />
        {saving === "refused" && problem && <ProblemWords problem={problem} />}
      </div>
      <div className="line__actions">
        <Button size="xs" variant="subtle" aria-disabled={!canUndo} onClick={() => keeper.undo()}>{w.undo}</Button>
        <Button size="xs" variant="subtle" aria-disabled={!canRedo} onClick={() => keeper.redo()}>{w.redo}</Button>
      </div>
    </div>
  );
}

const CALM = 1_500;

/** Read aloud when it has settled: not at each letter. */
function Said({ text }: { text: string }) {
  const [aloud, setAloud] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setAloud(text), CALM);
    return () => clearTimeout(timer);
  }, [text]);
  return <><span aria-hidden="true">{text}</span><span className="unseen" role="status">{aloud}</span></>;
}
