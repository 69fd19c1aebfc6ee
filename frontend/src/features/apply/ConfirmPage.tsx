import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { get } from "@/api/client";
import { post } from "@/api/write";
import { usePage } from "@/lib/page";
import { isUnknown } from "@/lib/problem";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import type { Applied } from "./draft";
import { useApplyWords } from "./words";
import "./apply.css";

const linkPath = (token: string) => `/membership-applications/by-link/${encodeURIComponent(token)}`;

/** What the link of a mail opens to whoever asked: to confirm, to answer, to know where it stands. */
export function ConfirmPage() {
  const { w } = useApplyWords();
  const { token = "" } = useParams({ strict: false }) as { token?: string };
  const query = useQuery({ queryKey: ["membership-application", token] as const, queryFn: ({ signal }) => get<Applied>(linkPath(token), {}, signal), staleTime: 0 });
  const isLost = isUnknown(query.error);
  usePage(isLost ? w.unknownTitle : w.confirmTitle, !query.isPending);
  if (query.data) return <Known key={token} token={token} found={query.data} />;
  if (isLost) {
    return (
      <div className="wrap lost">
        <LostFlower />
        <h1>{w.unknownTitle}</h1>
        <p>{w.unknown}</p>
        <p className="lost__doors"><a className="button button--strong" href="/association/adherer">{w.again}</a></p>
      </div>
    );
  }
  return <div className="wrap apply"><h1>{w.confirmTitle}</h1>{query.isPending ? <Waiting words={w.loading} /> : <Failure error={query.error} onRetry={() => void query.refetch()} />}</div>;
}

function Known({ token, found }: { token: string; found: Applied }) {
  const { w } = useApplyWords();
  const [told, setTold] = useState(found);
  const about = told.organisation_name ? w.confirmFor(told.name ?? "", told.organisation_name) : w.confirmLead(told.name ?? "");
  const step = { token, onDone: setTold };
  return (
    <div className="wrap apply">
      <header className="apply__head"><h1>{w.confirmTitle}</h1><p>{about}</p></header>
      {told.state === "unconfirmed" && <Confirm {...step} />}
      {told.state === "waiting" && <State title={told.answer ? w.answered : w.waitingTitle} text={w.waiting} isNow={told !== found} />}
      {told.state === "asked" && <Answer {...step} question={told.question ?? ""} />}
      {told.state === "admitted" && <State title={w.admittedTitle} text={w.admitted} isNow={false} />}
      {told.state === "declined" && <State title={w.declinedTitle} text={w.declined} isNow={false} />}
      {told.state === "admitted" && <p><a className="button button--strong" href="/espace/mon-adhesion">{w.enter}</a></p>}
    </div>
  );
}

function State({ title, text, isNow }: { title: string; text: string; isNow: boolean }) {
  return (
    <section className="apply__state" role={isNow ? "status" : undefined}>
      {/* The form that had focus is gone: it is given to what answers it. */}
      <h2 tabIndex={-1} ref={(heading) => { if (isNow) heading?.focus(); }}>{title}</h2>
      <p>{text}</p>
    </section>
  );
}

interface StepProps {
  token: string;
  onDone: (told: Applied) => void;
}

function Confirm({ token, onDone }: StepProps) {
  const { w } = useApplyWords();
  const sending = useMutation({ mutationFn: () => post<Applied>(`${linkPath(token)}/confirm`), onSuccess: onDone });
  return (
    <section className="apply__state">
      <p>{w.confirmText}</p>
      {sending.isError && <Failure error={sending.error} onRetry={() => sending.mutate()} />}
      <p><button type="button" className="button button--strong" aria-disabled={sending.isPending} onClick={() => { if (!sending.isPending) sending.mutate(); }}>{sending.isPending ? w.sending : w.confirm}</button></p>
    </section>
  );
}

function Answer({ token, question, onDone }: StepProps & { question: string }) {
  const { w } = useApplyWords();
  const [answer, setAnswer] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const sending = useMutation({ mutationFn: () => post<Applied>(`${linkPath(token)}/answer`, { answer }), onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsMissing(!answer.trim());
    if (answer.trim() && !sending.isPending) sending.mutate();
  };
  return (
    <section className="apply__state">
      <h2>{w.askedTitle}</h2>
      <blockquote className="apply__question">{question}</blockquote>
      <form className="apply__form" noValidate onSubmit={submit}>
        {sending.isError && <Failure error={sending.error} onRetry={() => sending.mutate()} />}
        <div className="field">
          <label htmlFor="apply-answer">{w.answer}</label>
          <textarea id="apply-answer" rows={4} maxLength={2000} value={answer} aria-invalid={isMissing || undefined} aria-describedby={isMissing ? "apply-answer-fault" : undefined} onChange={({ currentTarget }) => setAnswer(currentTarget.value)} />
          {isMissing && <p className="apply__fault" id="apply-answer-fault" role="alert">{w.answerNeeded}</p>}
        </div>
        <p><button type="submit" className="button button--strong" aria-disabled={sending.isPending}>{sending.isPending ? w.sending : w.answerGo}</button></p>
      </form>
    </section>
  );
}
