import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { DataTable, type Column } from "@/space/kit/DataTable";
import type { Fault, ImportReport } from "./calls";
import { useImportKind } from "./kind";
import { sums } from "./report";
import { useImportWords } from "./words";

interface ReportViewProps {
  report: ImportReport;
  /** The file's name. */
  name: string;
  busy: boolean;
  onGo: () => void;
  onAgain: () => void;
}

/** What a file would change, or has changed: table by table, with the cells to mend first. */
export function ReportView({ report, name, busy, onGo, onAgain }: ReportViewProps) {
  const { w } = useImportWords();
  const { results } = useImportKind();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { created, updated } = sums(report);
  const isFaulty = report.fault_count > 0;
  const title = isFaulty ? w.faults(report.fault_count) : report.dry_run ? w.checked : w.done;
  const told = isFaulty ? null : report.changed ? (report.dry_run ? w.ready : w.wasDone)(created, updated) : report.dry_run ? w.known : w.knownDone;
  return (
    <section className="part" aria-label={title}>
      <h2 ref={heading} tabIndex={-1}>{title}</h2>
      <p className="soft">{w.chosen(name)}</p>
      {isFaulty && <Faults faults={report.faults} all={report.fault_count} />}
      {told && <p><strong>{told}</strong> {report.dry_run && report.changed && w.nothingWritten}</p>}
      {/* Beside what is to be mended, counts of the rest would only mislead. */}
      {!isFaulty && <Tables report={report} />}
      <Ignored report={report} />
      {report.dry_run
        ? !isFaulty && report.changed && <div className="entry__actions"><Button variant="filled" aria-disabled={busy} onClick={onGo}>{busy ? w.going : w.go}</Button></div>
        : (
          <div className="entry__actions">
            {results.map(({ to, label }) => <Link key={to} className="button" to={to}>{label}</Link>)}
            <Button variant="subtle" onClick={onAgain}>{w.again}</Button>
          </div>
        )}
    </section>
  );
}

function Tables({ report }: { report: ImportReport }) {
  const { w } = useImportWords();
  const { tableWord } = useImportKind();
  const columns: Column<ImportReport["tables"][number]>[] = [
    { key: "table", label: w.columns.table, cell: ({ table }) => tableWord(table) },
    ...(["rows", "created", "updated", "unchanged"] as const).map((key) => ({ key, label: w.columns[key], numeric: true, cell: (row: ImportReport["tables"][number]) => row[key] })),
  ];
  return <DataTable caption={report.dry_run ? w.checked : w.done} columns={columns} rows={report.tables} rowKey={({ table }) => table} />;
}

function Ignored({ report: { tables } }: { report: ImportReport }) {
  const { w } = useImportWords();
  const { tableWord } = useImportKind();
  return <>{tables.filter(({ ignored_columns: names }) => names.length > 0).map(({ table, ignored_columns: names }) => <p key={table} className="soft">{tableWord(table)}. {w.ignored(names.join(", "))}</p>)}</>;
}

/** The cells that are wrong, by row and column. */
export function Faults({ faults, all }: { faults: readonly Fault[]; all: number }) {
  const { w } = useImportWords();
  const columns = useFaultColumns();
  return (
    <>
      <p>{w.faultsText(all)} {faults.length < all && w.firstFaults(faults.length, all)}</p>
      <DataTable caption={w.faults(all)} columns={columns} rows={faults} rowKey={({ table, row, column, code }) => `${table}${row}${column}${code}`} />
    </>
  );
}

/** The headings stand on the first row: what is wrong there without a column is wrong with the table. */
const isWhole = ({ row, column }: Fault): boolean => row === 1 && !column;

function useFaultColumns(): Column<Fault>[] {
  const { w } = useImportWords();
  const { tableWord } = useImportKind();
  return [
    { key: "row", label: w.fault.row, cell: (fault) => (isWhole(fault) ? tableWord(fault.table) : `${tableWord(fault.table)}, ${w.fault.row.toLowerCase()} ${fault.row}`) },
    { key: "column", label: w.fault.column, cell: (fault) => (fault.column ? <code>{fault.column}</code> : isWhole(fault) ? w.fault.table : w.fault.whole) },
    { key: "detail", label: w.fault.detail, cell: ({ detail }) => <span lang="fr">{detail}</span> },
  ];
}
