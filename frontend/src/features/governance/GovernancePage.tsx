import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Problem } from "@/lib/problem";
import { memberWord, useMemberWords } from "@/programme/memberWords";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NotAllowed, NothingYet } from "@/space/kit/States";
import { alertSentence } from "./alerting";
import { alerts, bodies, pastTerms, type Alert, type Body } from "./calls";
import { BoardPart } from "./BoardPart";
import { BureauPart } from "./BureauPart";
import { useGovernanceWords } from "./words";
import "./governance.css";

/** Who sits where today, what needs attention, and what the secretariat does about it. */
export function GovernancePage() {
  const { w } = useGovernanceWords();
  const { error } = useQuery(alerts());
  // Every part would say it.
  const isRefused = error instanceof Problem && error.status === 403;
  return (
    <Page
      title={w.title} lead={<p>{w.lead}</p>}
      actions={<><Link to="/espace/gouvernance/statuts" className="button">{w.statutes}</Link><Link to="/association" className="button">{w.publicPage}</Link></>}
    >
      {isRefused ? <NotAllowed /> : (
        <>
          <AttentionPart />
          <BureauPart />
          <BoardPart />
          <RulesPart />
          <PastPart />
        </>
      )}
    </Page>
  );
}

function AttentionPart() {
  const { w } = useGovernanceWords();
  const query = useQuery(alerts());
  return (
    <Part title={w.attention}>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <NothingYet><p>{w.allWell}</p></NothingYet> : <ul role="list" className="lines">{items.map((alert) => <AlertLine key={`${alert.code} ${alert.due_on} ${alert.posts}`} alert={alert} />)}</ul>)}
      </Loaded>
    </Part>
  );
}

function AlertLine({ alert }: { alert: Alert }) {
  const { w, lang } = useGovernanceWords();
  const words = useMemberWords();
  return (
    <li className="line">
      <div className="line__main"><span>{alertSentence(alert, w, words, lang)}</span></div>
      <span className={alert.severity === "urgent" ? "flag flag--stop" : "flag"}>{w.severity[alert.severity]}</span>
    </li>
  );
}

function RulesPart() {
  const { w } = useGovernanceWords();
  const words = useMemberWords();
  const query = useQuery(bodies());
  const facts = (body: Body) => [
    w.members(body.members), body.staff_seat && w.staffSeat, w.quorum(body.quorum.fraction ?? "0"), w.proxies(body.proxies.per_holder ?? 0), w.notice(body.notice_days),
  ].filter(Boolean).join(" · ");
  return (
    <Part title={w.rules}>
      <p className="soft">{w.rulesLead} <Link to="/espace/gouvernance/statuts">{w.statutes}</Link></p>
      <Loaded query={query}>
        {(items) => (
          <ul role="list" className="lines">
            {items.map((body) => <li key={body.body} className="line"><div className="line__main"><span>{memberWord(words, "body", body.body)}</span><span className="soft">{facts(body)}</span></div></li>)}
          </ul>
        )}
      </Loaded>
    </Part>
  );
}

function PastPart() {
  const { w, lang } = useGovernanceWords();
  const words = useMemberWords();
  const query = useQuery(pastTerms());
  return (
    <Part title={w.past}>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <p className="soft">{w.pastNone}</p> : (
          <details>
            <summary>{w.pastCount(items.length)}</summary>
            <ul role="list" className="lines" aria-label={w.past}>
              {items.map((term) => (
                <li key={term.id} className="line">
                  <div className="line__main">
                    <span>{term.member.name}</span>
                    <span className="soft">{w.pastLine(term.post.number, formatDate(term.began_on, lang), formatDate(term.ended_on ?? "", lang))}{term.end_reason && ` · ${term.end_reason}`}</span>
                  </div>
                  <span className="word">{memberWord(words, "term_ended_as", term.ended_as ?? "")}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </Loaded>
    </Part>
  );
}
