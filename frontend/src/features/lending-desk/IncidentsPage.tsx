import { Button } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { formatAmount } from "@/lib/amounts";
import { useLendingWords } from "@/programme/lendingWords";
import { formatDate, formatSince } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { readLoansAgain } from "@/space/loans/refresh";
import { IncidentDialogue } from "./IncidentDialogue";
import { incidentPages, type Incident } from "./incidentCalls";
import { useIncidentWords } from "./incidentWords";
import "./lending-desk.css";

/** Damage and loss: what is to be settled first, all of it on demand. */
export function IncidentsPage() {
  const { w } = useIncidentWords();
  const [isOpen, setOpen] = useState(true);
  const query = useInfiniteQuery(incidentPages(isOpen));
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <div className="incidents__show" role="group" aria-label={w.show}>
        {[true, false].map((each) => <Button key={String(each)} aria-pressed={each === isOpen} onClick={() => setOpen(each)}>{each ? w.open : w.all}</Button>)}
      </div>
      <Loaded query={query} waiting={w.loading}>
        {({ pages }) => {
          const incidents = pages.flatMap(({ items }) => items);
          if (incidents.length === 0) return <NothingYet><p>{isOpen ? <><strong>{w.none}</strong><br />{w.noneText}</> : w.noneAll}</p></NothingYet>;
          return (
            <>
              <p className="soft" role="status">{w.found(pages[0]?.total ?? incidents.length)}</p>
              <ul role="list" className="lines">{incidents.map((incident) => <IncidentLine key={incident.id} incident={incident} />)}</ul>
              {query.hasNextPage && <p><Button onClick={() => void query.fetchNextPage()}>{w.more}</Button></p>}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function IncidentLine({ incident }: { incident: Incident }) {
  const { w, lang } = useIncidentWords();
  const words = useLendingWords();
  const client = useQueryClient();
  const [isFollowing, setFollowing] = useState(false);
  const { kind, item, unit, organisation, description, outcome, allowed_actions: actions } = incident;
  const facts = [
    incident.happened_on ? w.happened(formatDate(incident.happened_on, lang)) : w.told(formatSince(incident.created_at, lang)),
    incident.estimated_cents !== null && w.estimated(formatAmount(incident.estimated_cents, lang)),
    incident.insurer_told_on && w.insurerTold(formatDate(incident.insurer_told_on, lang)), incident.insurer_reference && w.reference(incident.insurer_reference),
  ].filter(Boolean);
  return (
    <li className="line">
      <div className="line__main">
        <span>{item.title}, {unit.name ?? unit.code}</span>
        <span><Link to={`/espace/prets/${incident.loan_id}` as never}>{w.loan(incident.loan_number, organisation.name)}</Link></span>
        <span className="note">{description}</span>
        <span className="soft">{facts.join(" · ")}</span>
        {outcome && incident.closed_on && <span className="soft">{w.closed(words.outcome[outcome], formatDate(incident.closed_on, lang))}</span>}
      </div>
      <span className={outcome === null ? "flag flag--stop" : "flag"}>{words.incident[kind]}</span>
      {actions.length > 0 && <div className="line__actions"><Button aria-label={w.followOf(item.title, unit.name ?? unit.code)} onClick={() => setFollowing(true)}>{w.follow}</Button></div>}
      {isFollowing && (
        <IncidentDialogue
          incident={incident} onClose={() => setFollowing(false)} onSaved={() => readLoansAgain(client)}
        />
      )}
    </li>
  );
}
