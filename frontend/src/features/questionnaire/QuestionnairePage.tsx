import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { formatSpan } from "@/lib/dates";
import { usePage } from "@/lib/page";
import { isUnknown } from "@/lib/problem";
import { unbroken } from "@/lib/text";
import { Umbel } from "@/identity/Umbel";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import type { Answer } from "@/api/write";
import { questionnaire, type Questionnaire } from "./questionnaire";
import { QuestionnaireForm } from "./QuestionnaireForm";
import { useQuestionnaireWords } from "./words";
import "./questionnaire.css";

/** What the link of a mail opens: how the loan went, for whoever has it. */
export function QuestionnairePage() {
  const { w } = useQuestionnaireWords();
  const { token = "" } = useParams({ strict: false });
  const query = useQuery(questionnaire(token));
  const isLost = isUnknown(query.error);
  usePage(isLost ? w.unknownTitle : w.page, !query.isPending);
  if (query.data?.data.state === "waived") return <Message title={w.waivedTitle} text={w.waived} />;
  if (query.data) return <Known key={token} token={token} told={query.data} />;
  if (isLost) return <Message title={w.unknownTitle} text={w.unknown} />;
  return (
    <div className="wrap quiz">
      <h1>{w.page}</h1>
      {query.isPending ? <Waiting words={w.loading} /> : <Failure error={query.error} onRetry={() => void query.refetch()} />}
    </div>
  );
}

function Known({ token, told }: { token: string; told: Answer<Questionnaire> }) {
  const { w, lang } = useQuestionnaireWords();
  const [current, setCurrent] = useState(told);
  const [isSent, setIsSent] = useState(false);
  if (isSent) return <Thanks onAgain={() => setIsSent(false)} />;
  const { title, organisation_name: organisation, starts_on: starts, ends_on: ends, state } = current.data;
  return (
    <div className="wrap quiz">
      <header className="quiz__head">
        <h1>{w.page}</h1>
        <p className="quiz__about"><strong>{unbroken(w.about(title))}</strong> {formatSpan(starts, ends, lang)}{organisation && <>, {organisation}</>}</p>
        <p>{w.lead}</p>
        {state === "answered" && <p className="quiz__note">{w.already}</p>}
      </header>
      <QuestionnaireForm token={token} told={current} onSent={(next) => { setCurrent(next); setIsSent(true); }} onReread={setCurrent} />
    </div>
  );
}

function Thanks({ onAgain }: { onAgain: () => void }) {
  const { w } = useQuestionnaireWords();
  return (
    <div className="wrap lost" role="status">
      <div className="quiz__flower"><Umbel seed="thank-you" traits={{ rays: 7, florets: 6, stature: 0.7 }} bloom="health" /></div>
      {/* The form that had focus is gone: it is given to what answers it. */}
      <h1 ref={(heading) => heading?.focus()} tabIndex={-1}>{w.thanksTitle}</h1>
      <p>{w.thanks}</p>
      <p className="lost__doors">
        <Link className="button button--strong" to="/catalogue">{w.catalogue}</Link>
        <button type="button" className="button" onClick={onAgain}>{w.again}</button>
      </p>
    </div>
  );
}

function Message({ title, text }: { title: string; text: string }) {
  const { w } = useQuestionnaireWords();
  return (
    <div className="wrap lost">
      <LostFlower />
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="lost__doors"><Link className="button button--strong" to="/catalogue">{w.catalogue}</Link></p>
    </div>
  );
}
