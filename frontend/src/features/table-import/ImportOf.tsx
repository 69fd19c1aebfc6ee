import { Button, Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { announce } from "@/lib/announce";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { hasRole, useMe } from "@/space/kit/me";
import { Page, Part } from "@/space/kit/Page";
import { NotAllowed } from "@/space/kit/States";
import { useRequestName } from "@/space/kit/useRequestName";
import { LARGEST, sendImport, type ImportReport } from "./calls";
import { ColumnsHelp } from "./ColumnsHelp";
import { ImportKindContext, useImportKind, type ImportKind } from "./kind";
import { Faults, ReportView } from "./ReportView";
import { faultsOf } from "./report";
import { useImportWords } from "./words";
import "./import.css";

/** Tables from a spreadsheet: checked first, then taken in for good, as often as one likes. */
export function ImportOf({ kind }: { kind: ImportKind }) {
  const mayImport = hasRole(useMe(), ...kind.roles);
  return (
    <ImportKindContext value={kind}>
      <Page title={kind.title} lead={<p>{kind.lead}</p>}>
        {mayImport ? <><Import /><ColumnsHelp /></> : <NotAllowed />}
      </Page>
    </ImportKindContext>
  );
}

/** Sends the same file twice: to be looked at, then to be taken in. What was found goes when another file is chosen. */
function useImport() {
  const { path } = useImportKind();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const [file, setFile] = useState<File | null>(null);
  const [table, setTable] = useState<string | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState<"checking" | "going" | null>(null);
  // Each answer is shown anew: its heading takes focus.
  const [answers, setAnswers] = useState(0);
  const change = (next: { file?: File | null; table?: string | null }) => {
    if (next.file !== undefined) setFile(next.file);
    if (next.table !== undefined) setTable(next.table);
    setReport(null);
    setProblem(null);
  };
  const send = async (dryRun: boolean) => {
    if (!file || busy) return;
    setBusy(dryRun ? "checking" : "going");
    setProblem(null);
    try {
      const found = await sendImport({ path, file, table, dryRun, ...(!dryRun && { key: nameOf([file.name, file.size, file.lastModified, table]) }) });
      setReport(found);
      setAnswers((before) => before + 1);
      if (!dryRun) {
        forget();
        // Whatever was read before may have changed.
        await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setReport(null);
      setProblem(error);
    } finally {
      setBusy(null);
    }
  };
  return { file, table, report, problem, busy, answers, change, send };
}

function Import() {
  const { w } = useImportWords();
  const { tables, tableWord } = useImportKind();
  const { file, table, report, problem, busy, answers, change, send } = useImport();
  const [missing, setMissing] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const why = !file ? w.fileNeeded : file.size > LARGEST ? w.tooLarge : "";
    setMissing(why);
    if (why) input.current?.focus();
    else await send(true);
  };
  const again = () => {
    if (input.current) input.current.value = "";
    change({ file: null });
    input.current?.focus();
  };
  return (
    <>
      <form className="entry" noValidate aria-busy={busy !== null} onSubmit={(event) => void submit(event)}>
        <div className="field import__file">
          <label htmlFor="import-file">{w.file}</label>
          <p id="import-file-hint" className="soft">{w.fileHint}</p>
          <input
            ref={input} id="import-file" type="file" accept=".csv,.xlsx,text/csv" aria-invalid={missing !== ""} aria-describedby={missing ? "import-file-hint import-file-error" : "import-file-hint"}
            onChange={({ currentTarget }) => { setMissing(""); change({ file: currentTarget.files?.[0] ?? null }); }}
          />
          {missing && <p id="import-file-error" className="import__missing">{missing}</p>}
        </div>
        <Select label={w.table} value={table ?? ""} data={[{ value: "", label: w.byName }, ...tables.map((value) => ({ value, label: tableWord(value) }))]} onChange={(value) => change({ table: value || null })} />
        <div className="entry__actions"><Button type="submit" variant={report ? "default" : "filled"} aria-disabled={busy !== null}>{busy === "checking" ? w.checking : w.check}</Button></div>
      </form>
      {problem && <Refused problem={problem} />}
      {report && file && <ReportView key={answers} report={report} name={file.name} busy={busy === "going"} onGo={() => void send(false)} onAgain={again} />}
    </>
  );
}

/** What the API refused: cells that are wrong as a table, anything else in words. */
function Refused({ problem }: { problem: Problem }) {
  const { w } = useImportWords();
  const box = useRef<HTMLDivElement>(null);
  const faults = faultsOf(problem, useImportKind().tables);
  useEffect(() => {
    box.current?.focus();
    announce(problem.message);
  }, [problem]);
  return (
    <div ref={box} tabIndex={-1} className="import__refused">
      {faults.length > 0
        ? <Part title={w.faults(faults.length)}><Faults faults={faults} all={faults.length} /></Part>
        : <div className="trouble" role="alert"><ProblemWords problem={problem} explain={({ status }) => (status === 0 ? w.failed : null)} /></div>}
    </div>
  );
}
