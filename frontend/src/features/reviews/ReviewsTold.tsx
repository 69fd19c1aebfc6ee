import type { ApplicationReviews, ReviewShown } from "./calls";
import { figure, useReviewWords } from "./words";

/** What each says of an application, and what they say together. Those who have not submitted are named, no more. */
export function ReviewsTold({ reviews: { items, criteria, score } }: { reviews: ApplicationReviews }) {
  const { w, lang } = useReviewWords();
  const spread = score.spread === null || score.reviews < 2 ? "" : w.spread(figure(score.spread, lang));
  return (
    <div className="told">
      <p>{score.mean === null || score.out_of === null ? w.noScore : w.together(score.reviews, figure(score.mean, lang), score.out_of, spread)}</p>
      <ul role="list" className="told__list">
        {items.map((each) => <One key={each.account.id} review={each} criteria={criteria} outOf={score.out_of} />)}
      </ul>
    </div>
  );
}

function One({ review, criteria, outOf }: { review: ReviewShown; criteria: ApplicationReviews["criteria"]; outOf: number | null }) {
  const { w, lang } = useReviewWords();
  const { account, state, recusal_reason: why, counts, scores, mean, comment, recommendation } = review;
  return (
    <li className="told__one">
      <p className="told__head">
        <strong>{account.name}</strong>
        {mean !== null && outOf !== null && <span className="told__mean">{figure(mean, lang)}<span className="soft">/{outOf}</span></span>}
        {recommendation && <span className="flag">{w.recommendations[recommendation]}</span>}
        {state !== "submitted" && <span className="soft">{w.states[state]}</span>}
        {state === "submitted" && !counts && <span className="word">{w.notCounted}</span>}
      </p>
      {why && <p className="soft">{why}</p>}
      {scores && criteria.length > 0 && (
        <dl className="told__scores">
          {criteria.filter(({ id }) => scores[id] !== undefined).map(({ id, name, scale }) => <div key={id}><dt>{name}</dt><dd>{scores[id]}<span className="soft">/{scale}</span></dd></div>)}
        </dl>
      )}
      {state === "submitted" && <p className="told__comment">{comment || <span className="soft">{w.noComment}</span>}</p>}
    </li>
  );
}
