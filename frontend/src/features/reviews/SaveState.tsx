import { Button } from "@mantine/core";
import { formatClock } from "@/lib/dates";
import { ProblemWords } from "@/space/kit/EntryForm";
import type { OpenSheet } from "./useSheet";
import { useReviewWords } from "./words";

const clock = (at: Date) => `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;

/** Whether what was written is kept, in one line: « Enregistré à 14 h 02 ». */
export function SaveState({ sheet: { snapshot: { state, problem }, savedAt, review, retry } }: { sheet: OpenSheet }) {
  const { w, lang } = useReviewWords();
  const isBegun = review.version > 0 && review.submitted_at === null;
  const quiet = savedAt ? w.state.saved(formatClock(clock(savedAt), lang)) : isBegun ? w.state.begun : w.state.fresh;
  const words = { quiet, typing: w.state.typing, saving: w.state.saving, waiting: navigator.onLine ? w.state.waiting : w.state.offline, stopped: w.state.stopped }[state];
  return (
    <div className="scoring__state">
      <p role="status" className={state === "stopped" ? "scoring__stopped" : "soft"}>{words}</p>
      {state === "stopped" && problem && <ProblemWords problem={problem} />}
      {(state === "stopped" || state === "waiting") && <Button size="xs" onClick={retry}>{w.retry}</Button>}
    </div>
  );
}
