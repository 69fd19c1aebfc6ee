import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { formatAmount } from "@/lib/amounts";
import { Problem } from "@/lib/problem";
import { Confirm } from "@/space/kit/Confirm";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { apply, preview, type Batch, type BatchWarning, type Preview } from "./calls";
import { Changes } from "./Changes";
import { Papers } from "./Papers";
import { useDecisionWords } from "./words";

/** What applying the batch would do: what stands in the way, what to weigh, every mail and letter. Then, and only here, applying it. */
export function PreviewBatch({ batch }: { batch: Batch }) {
  const { w } = useDecisionWords();
  const client = useQueryClient();
  const [changed, setChanged] = useState<Problem | null>(null);
  // Each look is made anew, and kept by the API to be compared with what is then applied.
  const query = useQuery({ queryKey: ["decisions", "preview", batch.id], queryFn: () => preview(batch.id), staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, retry: false });
  const again = async () => {
    setChanged(null);
    await client.invalidateQueries({ queryKey: ["decisions", "desk", batch.id], refetchType: "none" });
    await query.refetch();
  };
  return (
    <>
      {changed && <Changes problem={changed} onAgain={again} />}
      <Loaded query={query} waiting={w.previewing}>{(seen) => <Seen batch={batch} seen={seen} onChanged={setChanged} />}</Loaded>
    </>
  );
}

function Seen({ batch, seen, onChanged }: { batch: Batch; seen: Preview; onChanged: (problem: Problem) => void }) {
  const { w } = useDecisionWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const blocking = seen.warnings.filter((warning) => warning.is_blocking);
  const others = seen.warnings.filter((warning) => !warning.is_blocking);
  const mayApply = batch.allowed_actions.includes("apply");
  const go = async () => {
    try {
      const done = await apply(batch.id, seen);
      tell(`${w.done(done.counts.total)} ${w.doneText(done.mails, done.letters, done.projects)}`);
    } catch (error) {
      if (error instanceof Problem && error.code === "decision_batch_changed") return onChanged(error);
      // Somebody else was first: it is told, and the page shows what they did.
      if (!(error instanceof Problem && error.code === "decision_batch_applied")) throw error;
      tell(error.message, { bad: true });
    }
    await client.invalidateQueries({ queryKey: ["decisions"] });
    return undefined;
  };
  return (
    <>
      <p>{w.previewLead}</p>
      {blocking.length > 0 && <Part title={w.warnBlocking}><Warnings warnings={blocking} /></Part>}
      {others.length > 0 && <Part title={w.warnLook}><Warnings warnings={others} /></Part>}
      {seen.warnings.length === 0 && <p className="soft">{w.allClear}</p>}
      {seen.items.length > 0 && <Part title={w.papers}><Papers batch={batch.id} items={seen.items} /></Part>}
      <Part title={w.previewTitle}>
        <WillHappen seen={seen} />
        <div className="page__actions">
          {seen.may_be_applied && mayApply ? <Button variant="filled" onClick={() => setAsking(true)}>{w.applyN(seen.counts.total)}</Button> : <p><strong>{mayApply || blocking.length > 0 ? w.onlyBlocked : w.notYou}</strong></p>}
          <Link className="button" to="/espace/decisions/$id" params={{ id: batch.id }} search={{} as never}>{w.backToTable}</Link>
        </div>
      </Part>
      <Confirm opened={asking} title={w.applyTitle} confirmLabel={w.applyN(seen.counts.total)} onClose={() => setAsking(false)} onConfirm={go}><WillHappen seen={seen} /></Confirm>
    </>
  );
}

/** Exactly what applying does, as sentences. */
function WillHappen({ seen }: { seen: Preview }) {
  const { w, lang } = useDecisionWords();
  const mails = seen.items.filter(({ mail }) => mail !== null).length;
  const letters = seen.items.filter(({ letter }) => letter !== null).length;
  const { total, labelled, waitlisted, not_labelled: refused } = seen.counts;
  const lines = [
    w.willDecide(total, labelled, waitlisted, refused), seen.amount_cents > 0 && w.willGrant(formatAmount(seen.amount_cents, lang)), w.willMail(mails), mails < total && w.willNotMail(total - mails),
    w.willLetter(letters), w.willProject(labelled), w.willClose,
  ].filter((each): each is string => typeof each === "string");
  return <ul className="will">{lines.map((each) => <li key={each}>{each}</li>)}</ul>;
}

/** Warnings that say the same of many dossiers are said once, with their numbers. */
function Warnings({ warnings }: { warnings: BatchWarning[] }) {
  const { w } = useDecisionWords();
  const told = new Map<string, number[]>();
  for (const { detail, number } of warnings) told.set(detail, [...(told.get(detail) ?? []), ...(number === null ? [] : [number])]);
  return (
    <ul role="list" className="lines">
      {[...told].map(([detail, numbers]) => (
        <li key={detail} className="line"><div className="line__main"><span>{detail}</span>{numbers.length > 0 && <span className="soft">{numbers.map((number) => w.numberOf(number)).join(", ")}</span>}</div></li>
      ))}
    </ul>
  );
}
