import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { post } from "@/api/write";
import { plainText } from "@/space/answers/AnswerValue";
import { useAnswerWords } from "@/space/answers/answerWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate, formatMoment } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import type { Application, Snapshot } from "./autosave";
import { closedMessage, path, type ChangeRequest } from "./calls";
import { fieldOf, type Definition } from "./definition";
import { goTo } from "./fields/shared";
import { useFormWords } from "./words";

function Notice({ title, tone = "plain", children }: { title: string; tone?: "plain" | "bad" | "ask"; children: ReactNode }) {
  return <section className="notice" data-tone={tone} aria-label={title}><p><strong>{title}</strong></p>{children}</section>;
}

/** Until when the application may be sent; when it may no more, the way in by a code. */
export function AccessNotice({ application, onLetIn }: { application: Application; onLetIn: (application: Application) => void }) {
  const { w, lang } = useFormWords();
  const { state, until } = application.access;
  if (application.status !== "draft") return null;
  const when = until ? formatMoment(until, lang) : "";
  const words = { open: w.access.open(when), grace: w.access.grace(when), late: w.access.late(when), not_open: w.access.not_open, closed: w.access.closed }[state];
  if (state === "open") return <p className="access">{words}</p>;
  return <Notice title={words} tone={state === "late" || state === "grace" ? "ask" : "bad"}>{state === "closed" && <><ClosedMessage call={application.call.id} /><CodeForm application={application} onLetIn={onLetIn} /></>}</Notice>;
}

/** What the coordination says to those who come too late. */
function ClosedMessage({ call }: { call: string }) {
  const message = useQuery(closedMessage(call)).data;
  return message ? <p>{message}</p> : null;
}

function CodeForm({ application, onLetIn }: { application: Application; onLetIn: (application: Application) => void }) {
  const { w } = useFormWords();
  const entry = useEntry({
    initial: { access_code: "" }, labels: { access_code: w.code },
    send: async (values) => {
      onLetIn(await post<Application>(`${path(application.id)}/access-code`, values));
      tell(w.codeUsed);
    },
  });
  return <EntryForm entry={entry} submitLabel={w.useCode} label={w.code}><TextInput {...entry.field("access_code")} label={w.code} description={w.codeHint} autoComplete="off" spellCheck={false} /></EntryForm>;
}

/** Saving has stopped: why, and what one can do; what was typed can be taken along. */
export function StoppedNotice({ now, definition, onLetIn }: { now: Snapshot; definition: Definition; onLetIn: (application: Application) => void }) {
  const { w } = useFormWords();
  const { w: answers } = useAnswerWords();
  const { problem, pending } = now;
  if (now.state !== "stopped" || !problem) return null;
  const copy = async () => {
    const text = Object.entries(pending).map(([id, value]) => `${fieldOf(definition, id)?.label ?? id}\n${plainText(value, answers)}`).join("\n\n");
    try {
      await navigator.clipboard.writeText(text);
      tell(w.stopped.copied);
    } catch {
      tell(w.stopped.copyFailed, { bad: true });
    }
  };
  return (
    <Notice title={w.stopped.title} tone="bad">
      <p role="alert">{problem.status === 401 ? w.stopped.session : problem.message} {w.stopped.kept}</p>
      {problem.code === "call_closed" && <CodeForm application={now.application} onLetIn={onLetIn} />}
      <div className="page__actions">
        {problem.status === 401 && <a className="button" href="/espace/entrer" target="_blank" rel="noopener">{w.stopped.enter}</a>}
        {Object.keys(pending).length > 0 && <Button onClick={() => void copy()}>{w.stopped.copy}</Button>}
      </div>
    </Notice>
  );
}

/** What the coordination asked to be mended, with the way to each question. */
export function AskedNotice({ request }: { request: ChangeRequest }) {
  const { w, lang } = useFormWords();
  return (
    <Notice title={w.askedTitle} tone="ask">
      <p>{w.reasons[request.reason]}{request.due_on && ` ${w.askedBy(formatDate(request.due_on, lang))}`}</p>
      <blockquote className="notice__quote">{request.message}</blockquote>
      {request.fields.length > 0 && <p>{w.askedFields} : {request.fields.map(({ id, label }, index) => <span key={id}>{index > 0 && ", "}<FieldLink id={id} label={label} /></span>)}</p>}
    </Notice>
  );
}

const FieldLink = ({ id, label }: { id: string; label: string }) => <a href={`#champ-${id}`} onClick={(event) => { event.preventDefault(); goTo(`/answers/${id}`); }}>{label}</a>;

/** Fields that wait for a word of whoever writes: written twice, or taken over from a former edition. */
export function FieldsNotice({ title, text, ids, definition, tone }: { title: string; text: string; ids: readonly string[]; definition: Definition; tone?: "plain" | "bad" | "ask" }) {
  return (
    <Notice title={title} tone={tone ?? "ask"}>
      <p>{text}</p>
      <p className="notice__links">{ids.map((id) => <FieldLink key={id} id={id} label={fieldOf(definition, id)?.label ?? id} />)}</p>
    </Notice>
  );
}

/** Answers to questions that the form has no more. */
export function FormerAnswers({ application }: { application: Application }) {
  const { w } = useFormWords();
  const { w: answers } = useAnswerWords();
  if (application.former_answers.length === 0) return null;
  return (
    <section className="part" aria-label={w.formerTitle}>
      <h2>{w.formerTitle}</h2>
      <p className="soft">{w.formerText}</p>
      <dl className="facts">{application.former_answers.map(({ field_id: id, label, value }) => <div key={id} className="former"><dt>{label}</dt><dd>{plainText(value, answers)}</dd></div>)}</dl>
    </section>
  );
}

