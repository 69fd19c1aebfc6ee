import { Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { formatSpan } from "@/lib/dates";
import { useLendingWords } from "@/programme/lendingWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate, formatSince } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { evaluationsKey, waive, type Evaluation } from "./calls";
import { useEvaluationWords } from "./words";

/** One questionnaire: of which loan, what is said or how often one was reminded, and letting the borrower off. */
export function EvaluationLine({ evaluation }: { evaluation: Evaluation }) {
  const { w, lang } = useEvaluationWords();
  const words = useLendingWords();
  const { loan_id: id, title, organisation_name: borrower, starts_on: from, ends_on: to, state, satisfaction } = evaluation;
  const { open, show, close, button } = useUnfolded();
  const who = borrower ?? w.nameless;
  return (
    <li className="line">
      <div className="line__main">
        <Link to={"/espace/prets/$id" as string} params={{ id } as never}>{title}</Link>
        <span>{who}, {formatSpan(from, to, lang)}</span>
        <span className="soft">{[w.loan(evaluation.loan_number), <History key="history" evaluation={evaluation} />].map((each, place) => <span key={place}>{place > 0 && " · "}{each}</span>)}</span>
      </div>
      {satisfaction && <span className="word">{words.satisfaction[satisfaction]}</span>}
      {evaluation.allowed_actions.includes("waive") && !open && <div className="line__actions"><Button ref={button} size="xs" aria-label={w.waiveOf(title)} onClick={show}>{w.waive}</Button></div>}
      {open && <div className="line__below"><WaiveForm evaluation={evaluation} who={who} onClose={close} /></div>}
      {state === "answered" && <Answers evaluation={evaluation} />}
    </li>
  );
}

function History({ evaluation }: { evaluation: Evaluation }) {
  const { w, lang } = useEvaluationWords();
  const { state, asked_at: asked, answered_at: answered, answered_by_link: byLink, reminders, reminded_at: reminded, waived_at: waived, waiver_reason: reason } = evaluation;
  if (state === "answered" && answered) return <>{[w.answered(formatDate(answered, lang)), byLink && w.byLink].filter(Boolean).join(" ")}</>;
  if (state === "waived" && waived) return <>{w.waivedOn(formatDate(waived, lang), reason ?? "")}</>;
  return <>{[w.asked(formatDate(asked, lang)), reminders > 0 && reminded ? w.reminded(reminders, formatSince(reminded, lang)) : w.neverReminded].join(" · ")}</>;
}

/** What was answered, below its line. */
function Answers({ evaluation }: { evaluation: Evaluation }) {
  const { w } = useEvaluationWords();
  const words = useLendingWords();
  const { audience, audience_method: method, how_known: known } = evaluation;
  const told = (satisfaction: Evaluation["satisfaction"]) => satisfaction && words.satisfaction[satisfaction];
  const facts: [keyof typeof w.facts, ReactNode][] = [
    ["satisfaction", told(evaluation.satisfaction)],
    ["satisfaction_welcome", told(evaluation.satisfaction_welcome)],
    ["satisfaction_logistics", told(evaluation.satisfaction_logistics)],
    ["audience", audience === null ? w.unknownAudience : `${w.people(audience)}${method ? `, ${words.audience_method[method].toLowerCase()}` : ""}`],
    ["audience_types", evaluation.audience_types.map((type) => words.audience[type]).join(", ")],
    ["first_time", evaluation.first_time === null ? null : evaluation.first_time ? w.yes : w.no],
    ["how_known", known && [words.how_known[known], evaluation.how_known_other].filter(Boolean).join(" : ")],
    ["pleased", evaluation.pleased && <span key="pleased" className="note">{evaluation.pleased}</span>],
    ["content_remarks", evaluation.content_remarks && <span key="content_remarks" className="note">{evaluation.content_remarks}</span>],
  ];
  return (
    <details className="line__below evaluations__answer">
      <summary aria-label={w.readOf(evaluation.title)}>{w.read}</summary>
      <dl className="facts">{facts.filter(([, value]) => value).map(([name, value]) => <div key={name} className="evaluations__fact"><dt>{w.facts[name]}</dt><dd>{value}</dd></div>)}</dl>
    </details>
  );
}

function WaiveForm({ evaluation, who, onClose }: { evaluation: Evaluation; who: string; onClose: () => void }) {
  const { w } = useEvaluationWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.reason }, check: ({ reason }) => ({ ...(!reason.trim() && { reason: w.reasonNeeded }) }),
    send: async ({ reason }) => {
      await waive(evaluation.loan_id, reason.trim(), nameOf({ loan: evaluation.loan_id, reason }));
      forget();
      tell(w.waived);
      await client.invalidateQueries({ queryKey: evaluationsKey });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.waiveGo} label={w.waiveOf(evaluation.title)} focusFirst onDone={onClose} onCancel={onClose}>
      <p>{w.waiveText(who)}</p>
      <Textarea {...entry.field("reason")} label={w.reason} maxLength={500} />
    </EntryForm>
  );
}
