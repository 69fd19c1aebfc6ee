import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatDay, todayInParis } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { wordFor } from "@/programme/words";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { daysLeft, ownReviews, sortedOut, type ReviewItem } from "./calls";
import { useReviewWords } from "./words";
import "./reviews.css";

/** What one was asked to review: what waits first, by its day; what is done; the next one in a press. */
export function ReviewsPage() {
  const { w } = useReviewWords();
  const query = useInfiniteQuery(ownReviews());
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const { waiting, done, closed } = sortedOut(items);
  const next = waiting[0];
  const lead = !query.data ? undefined : items.length > 0 ? <p>{w.lead(waiting.length, done.length)}</p> : undefined;
  return (
    <Page
      title={w.title} lead={lead} ready={!query.isPending}
      actions={next && <Link to="/espace/evaluations/$id" params={{ id: next.application.id }} className="button button--strong">{w.start}</Link>}
    >
      {query.isPending && <Waiting words={w.loading} />}
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && items.length === 0 && <NothingYet><p><strong>{w.none}</strong></p><p>{w.noneText}</p></NothingYet>}
      {waiting.length > 0 && <Part title={w.waiting}><Lines items={waiting} label={w.waiting} /></Part>}
      {done.length > 0 && <Part title={w.done}><Lines items={done} label={w.done} /></Part>}
      {closed.length > 0 && <Part title={w.closed}><Lines items={closed} label={w.closed} /></Part>}
      {query.hasNextPage && <div><Button aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{w.more}</Button></div>}
    </Page>
  );
}

function Lines({ items, label }: { items: ReviewItem[]; label: string }) {
  return <ul role="list" className="lines" aria-label={label}>{items.map((item) => <Line key={item.application.id} item={item} />)}</ul>;
}

function Line({ item: { application, call, due_on: due, state, submitted_at: submitted, allowed_actions: actions } }: { item: ReviewItem }) {
  const { w, lang } = useReviewWords();
  const { t } = useWords();
  const about = [w.number(application.number), application.organisation ?? w.anonymous, application.theme && wordFor(t, "theme", application.theme), application.department, call.title];
  return (
    <li className="line review-line">
      {state !== "submitted" && <Due due={due} />}
      <div className="line__main">
        <Link to="/espace/evaluations/$id" params={{ id: application.id }}>{application.title ?? w.untitled}</Link>
        <span className="soft">{about.filter(Boolean).join(" · ")}</span>
      </div>
      {state === "draft" && actions.length > 0 && <span className="flag">{w.begun}</span>}
      {submitted && <span className="soft">{w.given(formatDate(submitted, lang))}</span>}
    </li>
  );
}

/** The last day first, as in the agenda: one sees how the month goes. */
function Due({ due }: { due: string | null }) {
  const { w, lang } = useReviewWords();
  if (!due) return <span className="review-line__due soft">{w.noDue}</span>;
  const left = daysLeft(due, todayInParis());
  return (
    <span className="review-line__due">
      <strong>{formatDay(due, lang, { weekday: false, month: "short" })}</strong>
      {left < 0 ? <span className="review-line__late">{w.late(-left)}</span> : <span className="soft">{left === 0 ? w.dueToday : w.dueIn(left)}</span>}
    </span>
  );
}
