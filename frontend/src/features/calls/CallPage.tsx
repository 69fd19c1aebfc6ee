import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { formatSpan } from "@/lib/dates";
import { usePage } from "@/lib/page";
import { isUnknown } from "@/lib/problem";
import { paths } from "@/lib/paths";
import { formatMoment } from "@/space/kit/moments";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { SafeHtml } from "@/ui/SafeHtml";
import { AskedPart } from "./AskedPart";
import { call as callQuery, type CallDetail } from "./calls";
import { daysLeft } from "./daysLeft";
import { useCallWords } from "./words";
import "./calls.css";

/** One call: what it is, until when, what is asked, who may apply, and how. */
export function CallPage() {
  const { w } = useCallWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery(callQuery(id));
  const isLost = isUnknown(query.error);
  usePage(query.data?.title ?? (isLost ? w.unknownTitle : w.one), !query.isPending);
  if (query.data) return <Known call={query.data} />;
  return (
    <div className="wrap calls">
      <h1>{isLost ? w.unknownTitle : w.one}</h1>
      {query.isPending && <Waiting words={w.loading} />}
      {isLost && <div className="calls__none"><LostFlower /><div><p>{w.unknownText}</p><p className="call-page__actions"><Link className="button" to="/appels">{w.all}</Link><Link className="button" to="/espace/dossiers" preload={false}>{w.space}</Link></p></div></div>}
      {query.isError && !isLost && <Failure error={query.error} onRetry={() => void query.refetch()} />}
    </div>
  );
}

function Known({ call }: { call: CallDetail }) {
  const { w, lang } = useCallWords();
  const { id, title, state, edition, closes_at: closes, opens_at: opens, introduction_html: introduction, closed_message: closed, contact_email: contact } = call;
  return (
    <article className="wrap calls call-page">
      <header className="calls__head">
        <p className="call-page__state"><span className={state === "open" ? "flag" : "word"}>{w.states[state]}</span> {w.festival(formatSpan(edition.starts_on, edition.ends_on, lang))}</p>
        <h1>{title}</h1>
        {edition.theme && <p className="calls__lead">{w.theme(edition.theme)}</p>}
      </header>
      <section className="call-page__act" data-state={state} aria-label={w.apply}>
        <div>
          <p className="call-page__until">{state === "open" ? w.until(formatMoment(closes, lang)) : state === "upcoming" ? w.upcomingTitle(formatMoment(opens, lang)) : w.closedTitle}</p>
          <p>{state === "open" ? w.left(daysLeft(closes)) : state === "upcoming" ? w.upcomingText : closed}</p>
        </div>
        <div className="call-page__actions">
          {state === "open" && <Link className="button button--strong" to="/espace/dossiers" search={{ appel: id }} preload={false}>{w.apply}</Link>}
          {state === "closed" && <Link className="button" to="/espace/dossiers" search={{ appel: id }} preload={false}>{w.withCode}</Link>}
          {state !== "upcoming" && <Link className="button" to="/espace/dossiers" preload={false}>{w.mine}</Link>}
        </div>
      </section>
      <div className="call-page__columns">
        <div className="call-page__main">
          {introduction && <SafeHtml html={introduction} />}
          <section className="call-page__part" aria-labelledby="who"><h2 id="who">{w.who}</h2><p>{w.whoText}</p></section>
          {call.charter_rules.length > 0 && (
            <section className="call-page__part" aria-labelledby="rules"><h2 id="rules">{w.rules}</h2><p>{w.rulesText}</p><ul className="call-page__rules">{call.charter_rules.map(({ rule, label }) => <li key={rule}>{label}</li>)}</ul></section>
          )}
          <AskedPart id={id} />
          {call.criteria.length > 0 && (
            <section className="call-page__part" aria-labelledby="criteria">
              <h2 id="criteria">{w.criteria}</h2>
              <ul role="list" className="criteria">{call.criteria.map(({ name, help, share }) => <li key={name}><span className="criteria__share">{w.share(Math.round(share * 100))}</span><span><strong>{name}</strong>{help && <><br /><span className="soft">{help}</span></>}</span></li>)}</ul>
            </section>
          )}
        </div>
        <aside className="call-page__side" aria-label={w.dates}>
          <Dates call={call} />
          {contact && <section className="call-page__part" aria-labelledby="contact"><h2 id="contact">{w.contact}</h2><p><a href={`mailto:${contact}`}>{w.write(contact)}</a></p></section>}
          <section className="call-page__part" aria-labelledby="program">
            <h2 id="program">{w.program}</h2>
            <p>{w.programText}</p>
            <ul role="list" className="call-page__links">
              <li><Link to="/developpeurs">{w.guide}</Link></li>
              <li><a href={`/api/v1/calls/${id}`}>{w.callJson}</a></li>
              <li><a href={`/api/v1/calls/${id}/form`}>{w.formJson}</a></li>
              <li><a href={paths.apiDocs()}>API</a></li>
            </ul>
          </section>
        </aside>
      </div>
      <p><Link to="/appels">← {w.all}</Link></p>
    </article>
  );
}

function Dates({ call: { opens_at: opens, closes_at: closes, closing_policy: policy, grace_minutes: grace, edition } }: { call: CallDetail }) {
  const { w, lang } = useCallWords();
  return (
    <section className="call-page__part" aria-labelledby="dates">
      <h2 id="dates">{w.dates}</h2>
      <dl className="call-page__dates">
        <div><dt>{w.opens}</dt><dd>{formatMoment(opens, lang)}</dd></div>
        <div><dt>{w.closes}</dt><dd>{formatMoment(closes, lang)}</dd></div>
        <div><dt>{w.officialDates}</dt><dd>{formatSpan(edition.starts_on, edition.ends_on, lang)}</dd></div>
        <div><dt>{w.after}</dt><dd>{policy === "grace" ? (grace > 0 ? w.policies.grace(w.minutes(grace)) : w.policies.lock) : w.policies[policy]}</dd></div>
      </dl>
    </section>
  );
}
