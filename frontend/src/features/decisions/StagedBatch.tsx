import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { formatClock } from "@/lib/dates";
import { Confirm } from "@/space/kit/Confirm";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { batchPath, type Batch, type Desk } from "./calls";
import { DecisionTable } from "./DecisionTable";
import type { Shown } from "./sheet";
import { SittingPart } from "./SittingPart";
import { TotalsBar } from "./TotalsBar";
import { useSheet } from "./useSheet";
import { useDecisionWords } from "./words";

/** A batch that is being prepared: who sits, the one table, and how far one is. */
export function StagedBatch({ desk }: { desk: Desk }) {
  const { w } = useDecisionWords();
  const { batch } = desk;
  const { sheet, shown } = useSheet(desk);
  const navigate = useNavigate();
  const client = useQueryClient();
  const [discarding, setDiscarding] = useState(false);
  const look = async () => {
    // What was typed last is part of what is read again.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (!(await sheet.flush())) return tell(w.trouble, { bad: true });
    await client.invalidateQueries({ queryKey: ["decisions", "desk", batch.id], refetchType: "none" });
    return navigate({ to: "/espace/decisions/$id", params: { id: batch.id }, search: { vue: "apercu" } as never });
  };
  const withheld = !batch.allowed_actions.includes("apply");
  return (
    <>
      {withheld && <p className="decisions__note" role="note">{w.withheld}</p>}
      <SittingPart batch={batch} />
      <Part title={w.dossiers}>
        {shown.lines.length === 0
          ? <NothingYet><p>{w.noDossier}</p></NothingYet>
          : <DecisionTable sheet={sheet} shown={shown} hasScores={batch.call.has_scoring} />}
      </Part>
      <TotalsBar batch={batch} lines={shown.lines} state={<SavingState shown={shown} />}>
        <Button variant="filled" onClick={() => void look()}>{w.toPreview}</Button>
      </TotalsBar>
      <div className="page__actions"><Button variant="subtle" onClick={() => setDiscarding(true)}>{w.discard}</Button></div>
      <Confirm
        opened={discarding} title={w.discardTitle(batch.title)} confirmLabel={w.discard} onClose={() => setDiscarding(false)}
        onConfirm={async () => {
          await post<Batch>(`${batchPath(batch.id)}/discard`);
          await client.invalidateQueries({ queryKey: ["decisions"] });
          tell(w.discardedDone);
          await navigate({ to: "/espace/decisions" });
        }}
      >
        <p>{w.discardText}</p>
      </Confirm>
    </>
  );
}

/** Where saving is, in words; read aloud when it fails, and not at each line. */
function SavingState({ shown: { saving, savedAt, unsaved, problem } }: { shown: Shown }) {
  const { w, lang } = useDecisionWords();
  if (saving === "closed") return <span role="alert">{w.closed}</span>;
  if (saving === "waiting" && problem) return <span role="alert" className="totals__trouble">{problem.status === 0 ? w.waiting(unsaved) : problem.status === 403 ? problem.message : w.trouble}</span>;
  if (saving === "saving" || unsaved > 0) return <span>{w.saving}</span>;
  if (!savedAt) return <span>{w.savedYet}</span>;
  const clock = `${String(savedAt.getHours()).padStart(2, "0")}:${String(savedAt.getMinutes()).padStart(2, "0")}`;
  return <span>{w.savedAt(formatClock(clock, lang))}</span>;
}
