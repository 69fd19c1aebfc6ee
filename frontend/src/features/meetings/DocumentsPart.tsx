import { Button, FileButton } from "@mantine/core";
import { useState } from "react";
import { sendForm } from "@/api/upload";
import { newName } from "@/lib/names";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { removeDocument, type Meeting } from "./calls";
import { useMeetingWords } from "./words";

interface DocumentsPartProps {
  meeting: Meeting;
  mayEdit: boolean;
  onDone: () => Promise<unknown>;
}

/** Where what was read stays. */
const OVER: ReadonlySet<Meeting["state"]> = new Set(["closed", "minutes_draft", "minutes_approved", "cancelled"]);

/** What members read before they come; what went with the notice stays. */
export function DocumentsPart({ meeting, mayEdit, onDone }: DocumentsPartProps) {
  const { w } = useMeetingWords();
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const documents = [...meeting.documents, ...meeting.agenda.flatMap((item) => item.documents)];
  const isOver = OVER.has(meeting.state);
  const attempt = async (work: () => Promise<unknown>, said: string) => {
    setProblem(null);
    try {
      await work();
      tell(said);
      await onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setSent(null);
    }
  };
  const send = (file: File | null) => {
    if (!file) return;
    setSent(0);
    void attempt(() => sendForm(`/meetings/${meeting.id}/documents`, {}, file, { key: newName(), onProgress: setSent }), w.sent);
  };
  return (
    <Part title={w.documents}>
      {documents.length === 0 ? <p className="soft">{w.documentsNone}</p> : (
        <ul role="list" className="lines" aria-label={w.documents}>
          {documents.map(({ id, name, went_with_notice: wasSent }) => (
            <li key={id} className="line">
              <div className="line__main"><a href={`/api/v1/meetings/${meeting.id}/documents/${id}`} download>{name}</a></div>
              {mayEdit && !isOver && !wasSent && <div className="line__actions"><Button size="xs" variant="subtle" aria-label={w.remove(name)} onClick={() => void attempt(() => removeDocument(meeting.id, id), w.removed)}>×</Button></div>}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <div>
          <FileButton onChange={send} disabled={sent !== null}>{(props) => <Button {...props} size="xs" aria-disabled={sent !== null}>{w.addDocument}</Button>}</FileButton>
          <p className="soft">{w.documentHint}</p>
          {sent !== null && <p role="status"><progress max={1} value={sent} aria-label={w.addDocument} /></p>}
        </div>
      )}
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
    </Part>
  );
}
