import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { post } from "@/api/write";
import { formatSpan, todayInParis } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useRequestName } from "@/space/kit/useRequestName";
import { loanPath, type Condition, type Loan, type Report } from "./calls";
import { handOverBody, HandOverFields, type HandOverValues } from "./HandOverForm";
import { LinesFields } from "./LinesFields";
import { usePhotoQueue } from "./photos";
import { draftOf, emptyDraft, linesOf, untold, type Draft } from "./report";
import { useReportWords } from "./reportWords";
import { useReportSending } from "./useReportSending";

interface TransferFormProps {
  loan: Loan;
  /** The report of the return, where it is there already. */
  report: Report | undefined;
  /** Loans of the same units that may leave. */
  targets: readonly Loan[];
  before: Readonly<Record<string, Condition | null>>;
  onDone: () => Promise<void>;
  onClose: () => void;
}

type Values = HandOverValues & { to_loan_id: string; lines: Draft["lines"] };

/** From one borrower straight to the next: one report for both, then one loan is over and the other is out. */
export function TransferForm({ loan, report: first, targets, before, onDone, onClose }: TransferFormProps) {
  const { w, lang } = useReportWords();
  const { nameOf } = useRequestName();
  const { units } = loan;
  const [report, setReport] = useState(first);
  const photos = usePhotoQueue();
  const { save } = useReportSending(loan, "in");
  const draft = ({ on, lines }: Values): Draft => ({ on, lines, remarks: "" });
  const nameOfTarget = (each: Loan) => each.organisation.name ?? w.noName;
  const entry = useEntry<Values>({
    initial: { to_loan_id: targets[0]?.id ?? "", on: todayInParis(), given_by: loan.organisation.name ?? "", taken_by: targets[0]?.organisation.name ?? "", packages: "", remarks: "", lines: first ? draftOf(first).lines : emptyDraft(units, "").lines },
    labels: { to_loan_id: w.transferTo, on: w.transferDay, given_by: w.givenBy, taken_by: w.takenBy, packages: w.packagesAsked, remarks: w.handOverRemarks, lines: w.states },
    check: (values) => ({ ...(!values.on && { on: w.dayNeeded }), ...(untold(units, draft(values)).length > 0 && { lines: w.missing(untold(units, draft(values)).length) }) }),
    send: async (values) => {
      // Photos belong to a report: with some, it is made before the loan goes on, else both are done at once.
      const isApart = report !== undefined || photos.left() > 0;
      if (isApart) await sendPhotos(await save(report, { ...draft(values), remarks: report?.remarks ?? "" }));
      const body = { ...handOverBody(values), to_loan_id: values.to_loan_id, ...(!isApart && { lines: linesOf(units, draft(values)) }) };
      await post(`${loanPath(loan.id)}/transfer`, body, nameOf(body));
    },
  });
  const sendPhotos = async (saved: Report) => {
    setReport(saved);
    const { report: last, refused } = await photos.send(saved);
    setReport(last);
    for (const each of refused) tell(`${each.name} : ${each.problem.message}`, { bad: true });
    // Afterwards the report does not change any more: what has not gone yet would be lost.
    if (photos.left() > 0) throw new Problem(0, {});
  };
  useUnsaved(entry.changed || photos.queue.length > 0);
  const done = () => {
    tell(w.transferred);
    onClose();
    void onDone();
  };
  return (
    <EntryForm entry={entry} submitLabel={w.transferGo} label={w.transfer} focusFirst onDone={done} onCancel={onClose}>
      <p>{w.transferText}</p>
      <Select
        {...entry.field("to_loan_id")} label={w.transferTo} data={targets.map((each) => ({ value: each.id, label: w.transferTarget(nameOfTarget(each), each.number, formatSpan(each.starts_on, each.ends_on, lang)) }))}
        onChange={(id) => entry.set({ to_loan_id: id ?? "", taken_by: targets.find((each) => each.id === id)?.organisation.name ?? "" })}
      />
      <TextInput {...entry.field("on")} type="date" label={w.transferDay} max={todayInParis()} className="store-day" />
      <LinesFields units={units} direction="out" draft={draft(entry.values)} before={before} isSinceDeparture isRefused={Boolean(entry.errors.lines)} onChange={(lines) => entry.set({ lines })} photos={photos} />
      <HandOverFields entry={entry} />
    </EntryForm>
  );
}
