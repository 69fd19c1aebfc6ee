import { Button, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";
import { Dialogue } from "@/space/kit/Dialogue";
import { ProblemWords } from "@/space/kit/EntryForm";
import { mailHtml } from "@/space/kit/mailHtml";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useKitWords } from "@/space/kit/words";
import { editionPath, type Edition, type Reminded, type ReminderPreview } from "./calls";
import { useEditionWords } from "./words";
import "@/space/kit/mail.css";

export interface Reminding {
  kind: "confirmation-reminders" | "not-entered/reminders";
  projects: string[];
}

interface RemindersProps {
  edition: Edition;
  reminding: Reminding;
  onClose: () => void;
}

/** The mails of a reminder, read before they leave. A word that is added shows in them before anything is sent. */
export function Reminders({ edition, reminding: { kind, projects }, onClose }: RemindersProps) {
  const { w } = useEditionWords();
  const { w: kit } = useKitWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const [message, setMessage] = useState("");
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `${editionPath(edition.year)}/${kind}`;
  const body = { project_ids: projects, message: message || null };
  const query = useQuery({ queryKey: ["programme", "reminders", path, body] as const, queryFn: () => post<ReminderPreview>(`${path}/preview`, body), gcTime: 0, refetchOnWindowFocus: false });
  const send = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const { sent } = await post<Reminded>(path, body);
      await client.invalidateQueries({ queryKey: ["programme", edition.year] });
      tell(w.sent(sent.length));
      onClose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const stale = typed.trim() !== message;
  return (
    <Dialogue opened onClose={onClose} title={w.remindTitle(projects.length)}>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      <Textarea label={w.message} description={w.messageHint} minRows={2} maxLength={2000} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
      <Loaded query={query}>{(seen) => <Mails seen={seen} />}</Loaded>
      <div className="entry__actions">
        {stale
          ? <Button variant="filled" onClick={() => setMessage(typed.trim())}>{w.previewMails}</Button>
          : query.data && query.data.mails.length > 0 && <Button variant="filled" aria-disabled={busy} onClick={() => void send()}>{busy ? kit.loading : w.sendN(query.data.mails.length)}</Button>}
        <Button variant="subtle" onClick={onClose}>{kit.cancel}</Button>
      </div>
    </Dialogue>
  );
}

function Mails({ seen: { mails, without_address: without } }: { seen: ReminderPreview }) {
  const { w } = useEditionWords();
  const [at, setAt] = useState(0);
  const mail = mails[at] ?? mails[0];
  if (!mail) return <p>{w.nobody}</p>;
  return (
    <div className="reminders">
      <h3>{w.asItLeaves}</h3>
      {mails.length > 1 && (
        <label className="reminders__choose"><span>{w.to}</span>
          <select value={at} onChange={({ currentTarget }) => setAt(Number(currentTarget.value))}>{mails.map(({ project_id: id, to }, index) => <option key={id} value={index}>{to}</option>)}</select>
        </label>
      )}
      <dl className="facts">{mails.length === 1 && <><dt>{w.to}</dt><dd>{mail.to}</dd></>}<dt>{w.subject}</dt><dd>{mail.subject}</dd></dl>
      <div className="mail__paper">{mailHtml(mail.html)}</div>
      {without.length > 0 && <p className="soft">{w.withoutAddress(without.length)}</p>}
    </div>
  );
}
