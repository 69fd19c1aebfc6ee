import { Button, Radio, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { formatMoment } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { ownReviewPath, RECOMMENDATIONS, type Criterion, type Review } from "./calls";
import { Clashes } from "./Clashes";
import { CriterionField } from "./CriterionField";
import { SaveState } from "./SaveState";
import { meanOf, missing } from "./sheet";
import { useSheet } from "./useSheet";
import { figure, useReviewWords } from "./words";

/** Scores, comment and recommendation, saved as they are given; then submitted. */
export function ScoreSheet({ id, first }: { id: string; first: Review }) {
  const { w, lang } = useReviewWords();
  const client = useQueryClient();
  const sheet = useSheet(id, first);
  const { review } = sheet;
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const isOpen = review.allowed_actions.includes("write");
  const gaps = missing(sheet.sheet, review.criteria);
  const mean = meanOf(sheet.sheet, review.criteria);
  const submit = async () => {
    setAsked(true);
    setProblem(null);
    if (gaps.length > 0) {
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("[role=alert]")?.focus());
      return;
    }
    if (busy) return;
    setBusy(true);
    try {
      if (!(await sheet.flush())) return;
      sheet.keep(await post<Review>(`${ownReviewPath(id)}/submit`));
      tell(w.submitted);
      await Promise.all([client.invalidateQueries({ queryKey: ["reviews", "mine"] }), client.invalidateQueries({ queryKey: ["reviews", "all", id] }), client.invalidateQueries({ queryKey: ["waiting"] })]);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div ref={box} className="scoring__body">
      <div className="scoring__head"><h2>{w.sheet}</h2>{mean !== null && <p className="scoring__mean">{w.mean(figure(mean, lang), review.out_of ?? 0)}</p>}</div>
      {!isOpen && <p className="review__note" role="note">{w.closedSheet}</p>}
      {review.submitted_at && isOpen && <p>{w.submittedOn(formatMoment(review.submitted_at, lang))}</p>}
      <Clashes sheet={sheet} />
      <Criteria criteria={review.criteria} values={sheet.sheet} isOpen={isOpen} gaps={asked ? gaps : []} refused={sheet.snapshot.refused} onChange={sheet.edit} />
      <Radio.Group
        label={w.recommendation} value={(sheet.sheet["recommendation"] as string | undefined) ?? null} readOnly={!isOpen} onChange={(value) => { if (isOpen) sheet.edit("recommendation", value); }}
        error={asked && gaps.includes("recommendation") ? w.missingRecommendation : undefined} data-field="recommendation" className="scoring__choice"
      >
        {RECOMMENDATIONS.map((each) => <Radio key={each} value={each} label={w.recommendations[each]} disabled={!isOpen} />)}
      </Radio.Group>
      <Textarea
        label={w.comment} description={w.commentHint} value={(sheet.sheet["comment"] as string | undefined) ?? ""} readOnly={!isOpen} maxLength={20_000} autosize minRows={5} maxRows={18}
        onChange={({ currentTarget }) => sheet.edit("comment", currentTarget.value || null)}
      />
      {isOpen && <SaveState sheet={sheet} />}
      {asked && gaps.length > 0 && !review.submitted_at && <Gaps gaps={gaps} criteria={review.criteria} box={box} />}
      {problem && <div className="trouble" role="alert" tabIndex={-1}><ProblemWords problem={problem} /></div>}
      {isOpen && !review.submitted_at && (
        <div className="scoring__submit">
          <Button variant="filled" aria-disabled={busy} onClick={() => void submit()}>{w.submit}</Button>
          <p className="soft">{w.submitText}</p>
        </div>
      )}
    </div>
  );
}

interface CriteriaProps {
  criteria: readonly Criterion[];
  values: Readonly<Record<string, unknown>>;
  isOpen: boolean;
  gaps: readonly string[];
  refused: Readonly<Record<string, string>>;
  onChange: (id: string, value: number | null) => void;
}

function Criteria({ criteria, values, isOpen, gaps, refused, onChange }: CriteriaProps) {
  const isWeighted = new Set(criteria.map(({ weight }) => weight)).size > 1;
  return criteria.map((criterion) => (
    <CriterionField
      key={criterion.id} criterion={criterion} isWeighted={isWeighted} value={typeof values[criterion.id] === "number" ? (values[criterion.id] as number) : null} isOpen={isOpen}
      isMissing={gaps.includes(criterion.id)} refused={refused[`/scores/${criterion.id}`]} onChange={(value) => onChange(criterion.id, value)}
    />
  ));
}

function Gaps({ gaps, criteria, box }: { gaps: readonly string[]; criteria: readonly Criterion[]; box: { current: HTMLElement | null } }) {
  const { w } = useReviewWords();
  const go = (id: string) => box.current?.querySelector<HTMLElement>(`[data-field="${id}"] input`)?.focus();
  const name = (id: string) => criteria.find((each) => each.id === id)?.name;
  return (
    <div className="trouble" role="alert" tabIndex={-1}>
      <strong>{w.toMend(gaps.length)}</strong>
      <ul>
        {gaps.map((id) => <li key={id}><a href={`#${id}`} onClick={(event) => { event.preventDefault(); go(id); }}>{name(id) === undefined ? w.missingRecommendation : w.missingScore(name(id) ?? "")}</a></li>)}
      </ul>
    </div>
  );
}
