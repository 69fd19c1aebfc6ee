import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useWords } from "@/lib/i18n";
import { Problem } from "@/lib/problem";
import { AnswersView, fileAddress, isServed } from "@/space/answers/AnswersView";
import { wordFor } from "@/programme/words";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { allReviews, attachments, dossier, form, nextAfter, ownReview, ownReviews, type Application, type Review } from "./calls";
import { ReviewsTold } from "./ReviewsTold";
import { ScoreSheet } from "./ScoreSheet";
import { StandBack } from "./StandBack";
import { useReviewWords } from "./words";
import "./reviews.css";

/** An application beside the score sheet of whoever is to review it. */
export function ReviewPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <OneReview key={id} id={id} />;
}

function OneReview({ id }: { id: string }) {
  const { w } = useReviewWords();
  const { t } = useWords();
  const application = useQuery(dossier(id));
  const review = useQuery(ownReview(id));
  const back = <p><Link to="/espace/evaluations">← {w.back}</Link></p>;
  const failed = [application.error, review.error].find((error) => error !== null);
  // Read once, it stays while it is written in: what is refused later is told by the sheet, which keeps what was typed.
  if (!application.data || !review.data) {
    const isGone = failed instanceof Problem && [403, 404].includes(failed.status);
    return (
      <Page key="wait" title={isGone ? w.gone : w.dossier} ready={failed !== undefined}>
        {isGone ? <NothingYet><p>{w.goneText}</p></NothingYet> : (application.data ? <Loaded query={review} waiting={w.answersLoading}>{() => null}</Loaded> : <Loaded query={application} waiting={w.answersLoading}>{() => null}</Loaded>)}
        {back}
      </Page>
    );
  }
  const { title, number, organisation, theme, department, call, standing } = application.data;
  const about = [w.number(number), organisation?.name ?? (standing === "reviewer" && w.anonymous), theme && wordFor(t, "theme", theme), department, call.title];
  return (
    <Page
      key={id} title={title ?? w.untitled}
      lead={<><p>{about.filter(Boolean).join(" · ")}</p><p className="review__jump"><a href="#grille">{w.toSheet} ↓</a></p></>}
    >
      <div className="review">
        <Dossier application={application.data} />
        <Desk id={id} review={review.data.data} />
      </div>
      {back}
    </Page>
  );
}

function Dossier({ application }: { application: Application }) {
  const { w } = useReviewWords();
  const { id, call, form: { version_id: version }, answers, former_answers: former, standing, organisation } = application;
  const definition = useQuery(form(call.id, version));
  const files = useQuery(attachments(id)).data ?? [];
  const isAnonymous = standing === "reviewer" && organisation === null;
  const loose = files.filter(({ field_id: field }) => field === null);
  return (
    <section className="review__dossier" aria-label={w.dossier}>
      <h2 className="unseen">{w.dossier}</h2>
      {isAnonymous && <p className="review__note" role="note">{w.hidden}</p>}
      <Loaded query={definition} waiting={w.answersLoading}>
        {({ definition: questions }) => <AnswersView definition={questions} answers={answers ?? {}} formerAnswers={former} files={files} standing={standing} isAnonymous={isAnonymous} />}
      </Loaded>
      {loose.length > 0 && (
        <section aria-label={w.files}>
          <h3 className="review__files">{w.files}</h3>
          <ul>{loose.map((file) => <li key={file.id}>{isServed(file) ? <a href={fileAddress(file)} download>{file.name}</a> : file.name}</li>)}</ul>
        </section>
      )}
    </section>
  );
}

function Desk({ id, review }: { id: string; review: Review }) {
  const { w } = useReviewWords();
  const mine = useInfiniteQuery(ownReviews());
  const current = useQuery(ownReview(id)).data?.data ?? review;
  const next = nextAfter(mine.data?.pages.flatMap((page) => page.items) ?? [], id);
  const isGiven = current.submitted_at !== null;
  return (
    <div className="review__desk">
      <section id="grille" className="scoring" aria-label={w.sheet} tabIndex={-1}>
        <ScoreSheet id={id} first={review} />
      </section>
      {isGiven && (
        <p className="scoring__next">{next ? <Link to="/espace/evaluations/$id" params={{ id: next.application.id }} className="button button--strong">{w.next}</Link> : mine.data && w.allDone}</p>
      )}
      {isGiven && <Others id={id} />}
      {current.allowed_actions.includes("recuse") && <StandBack id={id} />}
    </div>
  );
}

function Others({ id }: { id: string }) {
  const { w } = useReviewWords();
  const query = useQuery(allReviews(id));
  return (
    <Part title={w.others}>
      <Loaded query={query}>{(reviews) => (reviews.items.filter(({ state }) => state === "submitted").length < 2 ? <p>{w.othersAlone}</p> : <ReviewsTold reviews={reviews} />)}</Loaded>
    </Part>
  );
}
