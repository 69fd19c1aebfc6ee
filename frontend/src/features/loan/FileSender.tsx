import { Button, FileButton } from "@mantine/core";
import { useState } from "react";
import { newName } from "@/lib/names";
import { Problem } from "@/lib/problem";
import { unbroken } from "@/lib/text";
import { ProblemWords } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { PAPER_TYPES, paperFault } from "./papers";
import { usePapersWords } from "./papersWords";

interface FileSenderProps {
  label: string;
  hint: string;
  send: (file: File, key: string, onProgress: (sent: number) => void) => Promise<unknown>;
  onSent: () => Promise<void>;
  /** What the file goes with is not what the page shows any more: it is read anew. */
  onChanged: () => Promise<void>;
}

interface Sending {
  file: File;
  key: string;
  sent: number;
  problem: Problem | null;
}

/** Whether the same file may be taken later: the network failed, or the service was not well. */
const mayPass = ({ status }: Problem) => status === 0 || status === 401 || status === 429 || status >= 500;

/** A file that leaves as soon as it is chosen; after a cut of the network it is sent again, once. */
export function FileSender({ label, hint, send, onSent, onChanged }: FileSenderProps) {
  const { w } = usePapersWords();
  const [sending, setSending] = useState<Sending | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const go = async (file: File, key: string) => {
    setSending({ file, key, sent: 0, problem: null });
    try {
      await send(file, key, (sent) => setSending((now) => now && { ...now, sent }));
      setSending(null);
      await onSent();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setSending(error.status === 409 ? null : { file, key, sent: 0, problem: error });
      if (error.status !== 409) return;
      tell(unbroken(error.message), { bad: true });
      await onChanged();
    }
  };
  const choose = (file: File | null) => {
    if (!file) return;
    const fault = paperFault(file);
    setRefused(fault && w[fault](file.name));
    if (fault) setSending(null);
    else void go(file, newName());
  };
  const busy = sending !== null && sending.problem === null;
  return (
    <div className="loan-upload">
      <FileButton accept={PAPER_TYPES} onChange={choose} disabled={busy}>{(props) => <Button {...props} aria-disabled={busy}>{label}</Button>}</FileButton>
      <p className="soft">{hint}</p>
      {busy && sending && <p role="status">{w.sending(sending.file.name, Math.round(sending.sent * 100))} <progress max={1} value={sending.sent} aria-label={sending.file.name} /></p>}
      {refused && <div className="trouble" role="alert"><p>{refused}</p></div>}
      {sending?.problem && (
        <div className="trouble" role="alert">
          <p><strong>{sending.file.name}</strong></p>
          <ProblemWords problem={sending.problem} />
          <div className="line__actions">
            {mayPass(sending.problem) && <Button size="xs" onClick={() => void go(sending.file, sending.key)}>{w.retry}</Button>}
            <Button size="xs" variant="subtle" onClick={() => setSending(null)}>{w.forget}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
