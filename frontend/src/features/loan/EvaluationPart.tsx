import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLendingWords } from "@/programme/lendingWords";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { evaluation as evaluationQuery, type Evaluation, type Loan } from "./calls";
import { EvaluationForm } from "./EvaluationForm";
import { useLoanWords } from "./words";

const BACK: readonly Loan["status"][] = ["returned", "inspected", "closed"];

/** What the borrower says of the loan, once it is back: they answer here, or by the link of a mail; the lender reads it. */
export function EvaluationPart({ loan, isBorrower }: { loan: Loan; isBorrower: boolean }) {
  const { w, lang } = useLoanWords();
  const { open, show, close, button } = useUnfolded();
  const query = useQuery({ ...evaluationQuery(loan.id), enabled: BACK.includes(loan.status) });
  const found = query.data;
  if (!found) return null;
  const { data, etag } = found;
  const mayAnswer = isBorrower && data.allowed_actions.includes("answer");
  return (
    <Part title={isBorrower ? w.evaluation : w.evaluationTheirs} actions={mayAnswer && !open && <Button ref={button} variant={data.state === "asked" ? "filled" : "default"} onClick={show}>{data.state === "answered" ? w.mend : w.answer}</Button>}>
      {open && <EvaluationForm evaluation={data} etag={etag} onClose={close} />}
      {!open && data.state === "asked" && <p>{isBorrower ? w.evaluationAsked : w.evaluationWaits}</p>}
      {data.state === "waived" && <p className="soft">{w.evaluationWaived} {data.waiver_reason}</p>}
      {!open && data.state === "answered" && <><p className="soft">{data.answered_at && w.evaluationAnswered(formatDate(data.answered_at, lang))}</p><Answered evaluation={data} /></>}
    </Part>
  );
}

function Answered({ evaluation }: { evaluation: Evaluation }) {
  const { w } = useLoanWords();
  const words = useLendingWords();
  const { satisfaction, satisfaction_welcome: welcome, satisfaction_logistics: logistics, audience, audience_method: method, audience_types: types, first_time: isFirst, how_known: known, how_known_other: other, pleased, content_remarks: remarks } = evaluation;
  return (
    <dl className="facts">
      {satisfaction && <><dt>{w.satisfaction}</dt><dd>{words.satisfaction[satisfaction]}</dd></>}
      {welcome && <><dt>{w.welcome}</dt><dd>{words.satisfaction[welcome]}</dd></>}
      {logistics && <><dt>{w.logistics}</dt><dd>{words.satisfaction[logistics]}</dd></>}
      {method && <><dt>{w.audience}</dt><dd>{[audience !== null && w.people(audience), words.audience_method[method].toLowerCase(), types.map((each) => words.audience[each]).join(", ")].filter(Boolean).join(" · ")}</dd></>}
      {isFirst !== null && <><dt>{w.firstTime}</dt><dd>{isFirst ? w.yes : w.no}</dd></>}
      {known && <><dt>{w.howKnown}</dt><dd>{known === "other" && other ? other : words.how_known[known]}</dd></>}
      {pleased && <><dt>{w.pleased}</dt><dd className="note">{pleased}</dd></>}
      {remarks && <><dt>{w.remarks}</dt><dd className="note">{remarks}</dd></>}
    </dl>
  );
}
