import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { post } from "@/api/write";
import { formatDate } from "@/space/kit/moments";
import { Confirm } from "@/space/kit/Confirm";
import { tell } from "@/space/kit/toasts";
import { loanPath, may, nextLoans, type Condition, type Direction, type HandOver, type Loan, type Report, type Reports } from "./calls";
import { HandOverForm } from "./HandOverForm";
import { ReportForm } from "./ReportForm";
import { ReportView } from "./ReportView";
import { useReportWords } from "./reportWords";
import { TransferForm } from "./TransferForm";

interface MomentProps {
  loan: Loan;
  found: Reports;
  before: Readonly<Record<string, Condition | null>>;
  isOpened: boolean;
  onChanged: () => Promise<void>;
}

type Asked = "report" | "hand_over" | "transfer" | "inspect" | null;

const reportOf = ({ items }: Reports, direction: Direction): Report | undefined => items.find((each) => each.direction === direction);

/** How the loan left: its report, then its hand-over. */
export function DepartureMoment({ loan, found, before, isOpened, onChanged }: MomentProps) {
  const { w, lang } = useReportWords();
  const report = reportOf(found, "out");
  const mayMake = may(found, "report_out");
  const [asked, setAsked] = useState<Asked>(isOpened && (mayMake || (report && may(report, "edit"))) ? "report" : null);
  const handed = found.hand_overs.find(({ direction }) => direction === "out");
  if (!report && !mayMake && !handed && !loan.went_out_on) return null;
  const close = () => setAsked(null);
  const mayLeave = may(loan, "hand_over");
  return (
    <Moment direction="out">
      {loan.went_out_on && <p>{[w.wentOut(formatDate(loan.went_out_on, lang)), handed && told(handed, w)].filter(Boolean).join(" ")}</p>}
      {handed?.remarks && <p className="note soft">{handed.remarks}</p>}
      {asked === "report" ? <ReportForm loan={loan} direction="out" report={report} before={before} onSaved={onChanged} onClose={close} /> : report ? <Written report={report} isFolded={Boolean(reportOf(found, "in"))} /> : <p className="soft">{mayMake ? w.noneYet.out : w.noReport}</p>}
      {asked === "hand_over" && <HandOverForm loan={loan} onDone={onChanged} onClose={close} />}
      {asked === null && (
        <div className="line__actions">
          {mayMake && <Button variant={loan.status === "confirmed" ? "filled" : "default"} onClick={() => setAsked("report")}>{w.make.out}</Button>}
          {mayLeave && <Button variant="filled" onClick={() => setAsked("hand_over")}>{w.handOver}</Button>}
          {report && may(report, "edit") && <Button aria-label={w.changeOf.out} onClick={() => setAsked("report")}>{w.change}</Button>}
        </div>
      )}
      {asked === null && mayMake && loan.status === "confirmed" && <p className="soft">{w.handOverFirst}</p>}
      {asked === null && (mayMake || (report && may(report, "edit"))) && loan.status !== "confirmed" && <p className="soft">{w.handOverLater}</p>}
    </Moment>
  );
}

/** How it came back, beside how it left; or how it went on to the next borrower. */
export function ReturnMoment({ loan, found, before, isOpened, onChanged }: MomentProps) {
  const { w, lang } = useReportWords();
  const report = reportOf(found, "in");
  const mayMake = may(found, "report_in");
  const [asked, setAsked] = useState<Asked>(isOpened && (mayMake || (report && may(report, "edit"))) ? "report" : null);
  const mayEdit = report !== undefined && may(report, "edit");
  const mayTransfer = may(loan, "return") && (mayMake || mayEdit);
  const targets = useQuery({ ...nextLoans(loan), enabled: mayTransfer }).data ?? [];
  const passed = found.hand_overs.find(({ direction }) => direction === "in");
  if (!report && !mayMake && !passed && !loan.returned_on && loan.status !== "out") return null;
  const close = () => setAsked(null);
  const expected = formatDate(loan.ends_on, lang);
  return (
    <Moment direction="in">
      {loan.returned_on ? <p>{[w.cameBack(formatDate(loan.returned_on, lang)), passed && told(passed, w)].filter(Boolean).join(" ")}</p> : <p className={loan.is_late ? "store-worse" : undefined}>{loan.is_late ? w.late(expected) : w.stillOut(expected)}</p>}
      {asked === "report" ? <ReportForm loan={loan} direction="in" report={report} before={before} onSaved={onChanged} onClose={close} /> : report ? <Written report={report} left={reportOf(found, "out")} /> : loan.returned_on && <p className="soft">{w.noneYet.in}</p>}
      {asked === "transfer" && <TransferForm loan={loan} report={report} targets={targets} before={before} onDone={onChanged} onClose={close} />}
      {(asked === null || asked === "inspect") && (
        <div className="line__actions">
          {(mayMake || (mayEdit && loan.status === "out")) && <Button variant="filled" onClick={() => setAsked("report")}>{loan.status === "out" ? w.makeBack : w.make.in}</Button>}
          {mayTransfer && targets.length > 0 && <Button onClick={() => setAsked("transfer")}>{w.transfer}</Button>}
          {may(loan, "inspect") && <Button variant="filled" onClick={() => setAsked("inspect")}>{w.inspect}</Button>}
          {mayEdit && loan.status !== "out" && <Button aria-label={w.changeOf.in} onClick={() => setAsked("report")}>{w.change}</Button>}
        </div>
      )}
      <Confirm
        opened={asked === "inspect"} title={w.inspect} confirmLabel={w.inspect} onClose={close}
        onConfirm={async () => {
          await post(`${loanPath(loan.id)}/inspect`, {}, `inspect-${loan.id}-${loan.version}`);
          await onChanged();
          tell(w.inspected);
        }}
      >
        <p>{w.inspectText}</p>
      </Confirm>
    </Moment>
  );
}

function Moment({ direction, children }: { direction: Direction; children: ReactNode }) {
  const { w } = useReportWords();
  return <section className="store-moment" aria-label={w.of[direction]}><h3>{w.of[direction]}</h3>{children}</section>;
}

/** A report under its date; what another one is read beside folds away. */
function Written({ report, left, isFolded = false }: { report: Report; left?: Report | undefined; isFolded?: boolean }) {
  const { w, lang } = useReportWords();
  const title = w.reportOf[report.direction](formatDate(report.made_on, lang));
  if (isFolded) return <details className="store-fold"><summary>{title}</summary><ReportView report={report} /></details>;
  return <><p><strong>{title}</strong></p><ReportView report={report} left={left} /></>;
}

function told({ kind, direction, given_by: by, taken_by: to, packages }: HandOver, w: ReturnType<typeof useReportWords>["w"]): string {
  const passed = kind === "transfer" ? (direction === "in" ? w.passedOn : w.cameFrom) : "";
  return [passed, w.gaveTook(by, to), packages !== null && w.packages(packages)].filter(Boolean).join(" ");
}
