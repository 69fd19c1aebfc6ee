import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import { sendForm } from "@/api/upload";
import { formatAmount } from "@/lib/amounts";
import { Problem } from "@/lib/problem";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { ProblemWords } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { refresh, type PaymentsReport } from "./calls";
import { Look } from "./Look";
import { useFeeWords } from "./words";

/** HelloAsso's file: checked row by row, then taken in. */
export function ImportPart() {
  const { w, lang } = useFeeWords();
  const client = useQueryClient();
  const request = useRequestName();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [seen, setSeen] = useState<PaymentsReport | null>(null);
  const look = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(!file);
    if (!file) input.current?.focus();
    if (!file || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      setSeen(await sendForm<PaymentsReport>("/fees/payments/import", { dry_run: "true" }, file));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setSeen(null);
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const go = async () => {
    if (!file) return;
    const report = await sendForm<PaymentsReport>("/fees/payments/import", { dry_run: "false" }, file, { key: request.nameOf([file.name, file.size, file.lastModified]) });
    request.forget();
    await refresh(client);
    setSeen(report);
    tell(w.importDone(report.taken, formatAmount(report.amount_cents, lang)));
  };
  const told = seen && (seen.dry_run ? w.importWould : w.importDone)(seen.taken, formatAmount(seen.amount_cents, lang));
  return (
    <Part title={w.importPart}>
      <p className="soft">{w.importLead}</p>
      <form className="entry" noValidate aria-label={w.importPart} aria-busy={busy} onSubmit={(event) => void look(event)}>
        <div className="field fees__file">
          <label htmlFor="fees-file">{w.file}</label>
          <input
            ref={input} id="fees-file" type="file" accept=".csv,.xlsx,text/csv" aria-invalid={missing} aria-describedby={missing ? "fees-file-error" : undefined}
            onChange={({ currentTarget }) => { setFile(currentTarget.files?.[0] ?? null); setMissing(false); setSeen(null); setProblem(null); }}
          />
          {missing && <p id="fees-file-error" className="fees__missing">{w.fileNeeded}</p>}
        </div>
        <div className="entry__actions"><Button type="submit" aria-disabled={busy}>{busy ? w.working : w.importLook}</Button></div>
      </form>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      {seen && told && <Look title={told} go={seen.dry_run && seen.taken > 0 ? w.importGo(seen.taken) : null} onGo={go}><Rows report={seen} /></Look>}
    </Part>
  );
}

function Rows({ report }: { report: PaymentsReport }) {
  const { w, lang } = useFeeWords();
  const columns: Column<PaymentsReport["items"][number]>[] = [
    { key: "row", label: w.row, numeric: true, cell: ({ row }) => row },
    { key: "reference", label: w.orderRef, cell: ({ reference }) => reference ?? "–" },
    { key: "member", label: w.member, cell: ({ member }) => member?.name ?? "–" },
    { key: "amount", label: w.amount, numeric: true, cell: ({ amount_cents: cents }) => (cents === null ? "–" : formatAmount(cents, lang)) },
    { key: "outcome", label: w.outcome, cell: ({ detail }) => detail },
  ];
  return <DataTable caption={w.importRows} columns={columns} rows={report.items} rowKey={({ row }) => String(row)} />;
}
