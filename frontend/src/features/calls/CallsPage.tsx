import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatSpan } from "@/lib/dates";
import { usePage } from "@/lib/page";
import { formatMoment } from "@/space/kit/moments";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { callPages, type Call, type State } from "./calls";
import { daysLeft } from "./daysLeft";
import { useCallWords } from "./words";
import "./calls.css";

const STATES: readonly State[] = ["open", "upcoming", "closed"];

/** The calls that are online: those that are open first. */
export function CallsPage() {
  const { w } = useCallWords();
  usePage(w.title);
  const query = useInfiniteQuery(callPages());
  const calls = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="wrap calls">
      <header className="calls__head">
        <h1>{w.title}</h1>
        <p className="calls__lead">{w.lead}</p>
      </header>
      {query.isPending && <Waiting words={w.loading} />}
      {query.isError && calls.length === 0 && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && calls.length === 0 && (
        <div className="calls__none"><LostFlower /><div><p><strong>{w.none}</strong></p><p>{w.noneHow}</p><p><Link className="button" to="/agenda">{w.agenda}</Link></p></div></div>
      )}
      {STATES.map((state) => {
        const items = calls.filter((each) => each.state === state);
        if (items.length === 0) return null;
        return (
          <section key={state} className="calls__group" aria-labelledby={`calls-${state}`}>
            <h2 id={`calls-${state}`}>{w.groups[state]}</h2>
            <ul role="list">{items.map((each) => <CallLine key={each.id} call={each} />)}</ul>
          </section>
        );
      })}
      {query.hasNextPage && <p><button type="button" className="button" aria-disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{w.more}</button></p>}
    </div>
  );
}

function CallLine({ call: { id, title, state, opens_at: opens, closes_at: closes, edition } }: { call: Call }) {
  const { w, lang } = useCallWords();
  const when = { open: w.until(formatMoment(closes, lang)), upcoming: w.from(formatMoment(opens, lang)), closed: w.since(formatMoment(closes, lang)) }[state];
  return (
    <li className="call" data-state={state}>
      <div className="call__when">
        <span className="call__year">{edition.year}</span>
        {state === "open" && <span className="call__left">{w.left(daysLeft(closes))}</span>}
      </div>
      <div className="call__main">
        <h3><Link to="/appels/$id" params={{ id }}>{title}</Link></h3>
        <p><span className={state === "open" ? "flag" : "word"}>{w.states[state]}</span> {when}</p>
        <p className="soft">{w.festival(formatSpan(edition.starts_on, edition.ends_on, lang))}{edition.theme && <> · {w.theme(edition.theme)}</>}</p>
      </div>
      <div className="call__actions">
        {state === "open" && <Link className="button button--strong" to="/espace/dossiers" search={{ appel: id }} preload={false} aria-label={w.applyOf(title)}>{w.apply}</Link>}
        <Link className="button" to="/appels/$id" params={{ id }} aria-label={w.seeOf(title)}>{w.see}</Link>
      </div>
    </li>
  );
}
