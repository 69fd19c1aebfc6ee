import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { exportMe } from "./calls";
import { useAccountWords } from "./words";

/** Gives a file to the browser to keep. */
function keep(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function DataPart() {
  const { w } = useAccountWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      keep(await exportMe(), w.exportName);
      tell(w.exported);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Part title={w.data}>
      <p>{w.dataLead} <Link to="/donnees-personnelles">{w.more}</Link>.</p>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      <div><Button aria-disabled={busy} onClick={() => void go()}>{busy ? w.exporting : w.export}</Button></div>
    </Part>
  );
}
