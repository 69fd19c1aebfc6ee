import { Button, Textarea, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe } from "@/space/kit/me";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useRequestName } from "@/space/kit/useRequestName";
import { loanPath, type Condition, type Direction, type Loan, type Report } from "./calls";
import { LinesFields } from "./LinesFields";
import { usePhotoQueue } from "./photos";
import { draftOf, emptyDraft, joined, keepDraft, keptDraft, untold, type Draft } from "./report";
import { useReportWords } from "./reportWords";
import { useReportSending } from "./useReportSending";

interface ReportFormProps {
  loan: Loan;
  direction: Direction;
  /** The report to change; none yet where it is made. */
  report: Report | undefined;
  before: Readonly<Record<string, Condition | null>>;
  /** Called each time something of it has gone through. */
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** A condition report, made in a store-room: what is typed is kept on the device, and leaves when there is a network. */
export function ReportForm({ loan, direction, report: first, before, onSaved, onClose }: ReportFormProps) {
  const { w } = useReportWords();
  const { account } = useMe();
  const { units } = loan;
  const [report, setReport] = useState(first);
  const [kept] = useState(() => (first ? null : keptDraft(account.id, loan.id, direction, units)));
  const photos = usePhotoQueue();
  const backName = useRequestName();
  // The return is noted once, whatever becomes of its report.
  const isBack = useRef(false);
  const { save } = useReportSending(loan, direction);
  const entry = useEntry<Draft>({
    initial: first ? draftOf(first) : kept ?? emptyDraft(units, todayInParis()),
    labels: { on: w.day[direction], lines: w.states, remarks: w.general },
    check: (draft) => ({ ...(!draft.on && { on: w.dayNeeded }), ...(untold(units, draft).length > 0 && { lines: w.missing(untold(units, draft).length) }) }),
    send: async (draft) => {
      if (direction === "in" && loan.status === "out" && !isBack.current) await post(`${loanPath(loan.id)}/return`, { on: draft.on }, backName.nameOf({ on: draft.on }));
      isBack.current = true;
      const saved = await save(report, draft).catch((error: unknown) => {
        if (report && error instanceof Problem && error.status === 412 && error.body["current"]) takeOver(report, draft, error.body["current"] as Report);
        throw error;
      });
      setReport(saved);
      keepDraft(account.id, loan.id, direction, null);
      await sendPhotos(saved);
    },
  });
  const { values, problem, busy } = entry;
  // Two telephones, one loan: what the other one saved is taken over, and read before it is saved again.
  const takeOver = (base: Report, mine: Draft, theirs: Report) => {
    setReport(theirs);
    entry.set(joined(draftOf(base), mine, draftOf(theirs)));
  };
  const sendPhotos = async (saved: Report) => {
    const waiting = photos.left();
    const { report: last, refused } = await photos.send(saved);
    setReport(last);
    for (const each of refused) tell(`${each.name} : ${each.problem.message}`, { bad: true });
    await onSaved();
    if (photos.left() > 0) return;
    const gone = waiting - refused.length;
    tell(gone > 0 ? w.savedWith(gone) : w.saved);
    onClose();
  };
  const isOffline = problem?.status === 0;
  const failed = photos.queue.filter(({ state }) => state === "failed").length;
  useUnsaved((entry.changed && !report) || photos.queue.length > 0);
  useEffect(() => {
    if (entry.changed && !report) keepDraft(account.id, loan.id, direction, values);
  }, [account.id, direction, entry.changed, loan.id, report, values]);
  // What the network held back leaves by itself when it is there again.
  const again = isOffline || failed > 0 ? entry.submit : null;
  useEffect(() => {
    if (!again) return undefined;
    const send = () => void again();
    window.addEventListener("online", send);
    return () => window.removeEventListener("online", send);
  }, [again]);
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={first ? w.changeOf[direction] : w.make[direction]} explain={({ status }) => (status === 0 ? w.waitsForNetwork : status === 412 ? w.takenOver : null)} onCancel={onClose}>
      {kept && <p className="store-found" role="status">{w.found}</p>}
      {!first && <TextInput {...entry.field("on")} type="date" label={w.day[direction]} max={todayInParis()} className="store-day" />}
      <LinesFields units={units} direction={direction} draft={values} before={before} isSinceDeparture={direction === "in"} isRefused={Boolean(entry.errors.lines)} onChange={(lines) => entry.set({ lines })} photos={photos} />
      <Textarea {...entry.field("remarks")} label={w.general} description={w.generalHint} minRows={2} maxLength={5000} />
      {failed > 0 && !busy && (
        <div className="trouble" role="alert">
          <p>{w.notSent(failed)}</p>
          <div className="line__actions">
            <Button size="sm" variant="filled" onClick={() => void entry.submit()}>{w.retry}</Button>
            <Button size="sm" variant="subtle" onClick={() => { photos.clear(); onClose(); }}>{w.leaveThem}</Button>
          </div>
        </div>
      )}
    </EntryForm>
  );
}
