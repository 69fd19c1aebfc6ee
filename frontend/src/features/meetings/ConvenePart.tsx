import { Button, Checkbox, Textarea } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { convene, type Meeting, type Report } from "./calls";
import { useMeetingWords } from "./words";

/** The notice: what would leave and to whom, whether it is in time, then sending it; what left is the proof. */
export function ConvenePart({ meeting, onDone }: { meeting: Meeting; onDone: () => Promise<unknown> }) {
  const { w, lang } = useMeetingWords();
  const may = meeting.allowed_actions.includes("convene");
  if (!may && meeting.notices.length === 0) return null;
  return (
    <Part title={w.convene}>
      {meeting.notices.length > 0 && (
        <ul role="list" className="lines" aria-label={w.convene}>
          {meeting.notices.map((notice) => (
            <li key={notice.id} className="line">
              <div className="line__main"><span>{w.sentOn(formatDate(notice.sent_at, lang))}</span><span className="soft">{w.recipients(notice.recipients)} · {w.inDays(notice.days_given, notice.days_needed)}</span></div>
              {notice.is_short && <span className="flag flag--stop">{w.tooShort}</span>}
              {notice.unreached > 0 && <span className="word">{w.unreached(notice.unreached)}</span>}
            </li>
          ))}
        </ul>
      )}
      {may && <NoticeForm meeting={meeting} onDone={onDone} />}
    </Part>
  );
}

function NoticeForm({ meeting, onDone }: { meeting: Meeting; onDone: () => Promise<unknown> }) {
  const { w } = useMeetingWords();
  const [message, setMessage] = useState("");
  const [onlyNew, setOnlyNew] = useState(false);
  const [report, setReport] = useState<Report | null>(null);
  const [isKnown, setIsKnown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { nameOf, forget } = useRequestName();
  const ask = async (dry: boolean) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const wanted = { message: message.trim() || null, only_new: onlyNew, dry_run: dry, accept_short_notice: isKnown };
    try {
      const told = await convene(meeting.id, wanted, dry ? undefined : nameOf(wanted));
      if (dry) setReport(told);
      else {
        forget();
        setReport(null);
        tell(w.conveneDone);
        await onDone();
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="entry">
      <p>{w.conveneLead}</p>
      <Textarea label={w.message} value={message} maxLength={5000} autosize minRows={2} onChange={({ currentTarget }) => { setMessage(currentTarget.value); setReport(null); }} />
      {meeting.notices.length > 0 && <Checkbox label={w.onlyNew} checked={onlyNew} onChange={({ currentTarget }) => { setOnlyNew(currentTarget.checked); setReport(null); }} />}
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      {report ? (
        <>
          <div className={report.is_short ? "trouble" : "meetings__told"} role="status">
            <p><strong>{report.is_short ? w.short(report.days_given, report.days_needed) : w.wellInTime(report.days_given, report.days_needed)}</strong></p>
            {report.unreached > 0 && <p>{w.unreached(report.unreached)}</p>}
          </div>
          <details><summary>{report.subject}</summary><pre className="meetings__mail">{report.text}</pre></details>
          {report.is_short && <Checkbox label={w.shortOk} checked={isKnown} onChange={({ currentTarget }) => setIsKnown(currentTarget.checked)} />}
          <div className="entry__actions"><Button variant="filled" disabled={report.is_short && !isKnown} aria-disabled={busy} onClick={() => void ask(false)}>{w.sendNow(report.recipients.length - report.unreached)}</Button></div>
        </>
      ) : <div className="entry__actions"><Button aria-disabled={busy} onClick={() => void ask(true)}>{w.look}</Button></div>}
    </div>
  );
}
