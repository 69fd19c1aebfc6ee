import { useState } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { del } from "@/api/write";
import { useLendingWords } from "@/programme/lendingWords";
import { Confirm } from "@/space/kit/Confirm";
import { tell } from "@/space/kit/toasts";
import { may, refreshLoan, type Condition, type Line, type Photo, type Report, type UnitOfLoan } from "./calls";
import { isWorse } from "./report";
import { useReportWords } from "./reportWords";
import { useUnitName } from "./useUnitName";

interface ReportViewProps {
  report: Report;
  /** The report of the departure, which the return is read beside. */
  left?: Report | undefined;
}

/** A report as it is read: each unit with its state, its remark and its photos; a return stands beside the departure. */
export function ReportView({ report, left }: ReportViewProps) {
  const { w } = useReportWords();
  const name = useUnitName();
  const isCompared = report.direction === "in";
  return (
    <div className="store-report">
      {report.remarks && <p className="note">{report.remarks}</p>}
      <ul role="list" className="store-report__units">
        {report.lines.map((line) => (
          <li key={line.unit.id} className="store-report__unit">
            <p className="store-report__name">{name(line.unit)} <span className="store-code">{line.unit.code}</span></p>
            <div className={isCompared ? "store-report__pair" : undefined}>
              {isCompared && <Side title={w.before} line={left?.lines.find(({ unit }) => unit.id === line.unit.id)} state={line.before} report={left} />}
              <Side title={isCompared ? w.after : null} line={line} state={line.state} report={report} before={isCompared ? line.before : undefined} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SideProps {
  title: string | null;
  line: Line | undefined;
  state: Condition | null;
  report: Report | undefined;
  /** What it was like before: what became worse is said so. */
  before?: Condition | null | undefined;
}

function Side({ title, line, state, report, before }: SideProps) {
  const { w } = useReportWords();
  const words = useLendingWords();
  return (
    <div className="store-report__side">
      {title && <p className="store-report__when">{title}</p>}
      {state ? <p><span className="store-state" data-state={state}>{words.unit_condition[state]}</span>{before !== undefined && isWorse(before, state) && <span className="store-worse"> {w.worse}</span>}</p> : <p className="soft">{w.nothingTold}</p>}
      {line?.remarks && <p className="note">{line.remarks}</p>}
      {line && report && line.photos.length > 0 && <Photos line={line} report={report} />}
    </div>
  );
}

function Photos({ line, report }: { line: Line; report: Report }) {
  const { w } = useReportWords();
  const name = useUnitName();
  const client = useQueryClient();
  const [removing, setRemoving] = useState<{ photo: Photo; alt: string } | null>(null);
  const altOf = (unit: UnitOfLoan, photo: Photo, place: number) => photo.caption ?? w.photoOf(name(unit), place + 1);
  return (
    <>
      <ul role="list" className="store-thumbs">
        {line.photos.map((photo, place) => {
          const alt = altOf(line.unit, photo, place);
          return (
            <li key={photo.id} className="store-thumb">
              <a href={photo.url} target="_blank" rel="noopener" aria-label={w.openPhoto(alt)}><img src={photo.url} alt={alt} loading="lazy" width={96} height={96} /></a>
              {may(report, "edit") && <button type="button" className="store-thumb__drop" aria-label={w.removePhoto(alt)} onClick={() => setRemoving({ photo, alt })}>×</button>}
            </li>
          );
        })}
      </ul>
      <Confirm
        opened={removing !== null} title={w.removePhoto(removing?.alt ?? "")} confirmLabel={w.removeGo} onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await del(`/condition-reports/${report.id}/photos/${removing.photo.id}`);
          await refreshLoan(client, report.loan_id);
          tell(w.photoRemoved);
        }}
      >
        <p>{w.removePhotoText}</p>
      </Confirm>
    </>
  );
}
