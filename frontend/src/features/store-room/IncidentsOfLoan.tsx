import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useLendingWords } from "@/programme/lendingWords";
import { formatDate } from "@/space/kit/moments";
import { Loaded } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { incidentsOf, type Incident, type Loan } from "./calls";
import { IncidentForm } from "./IncidentForm";
import { useReportWords } from "./reportWords";
import { useUnitName } from "./useUnitName";

interface IncidentsOfLoanProps {
  loan: Loan;
  /** Whether one may tell of another one now. */
  mayReport: boolean;
  onChanged: () => Promise<void>;
}

/** What went wrong with the units of a loan, and a way to tell of more. Nothing where nothing did. */
export function IncidentsOfLoan({ loan, mayReport, onChanged }: IncidentsOfLoanProps) {
  const { w } = useReportWords();
  const { open, show, close, button } = useUnfolded();
  const query = useQuery(incidentsOf(loan.id));
  if (!mayReport && query.data?.total === 0) return null;
  return (
    <section className="store-moment" aria-label={w.incidents}>
      <h3>{w.incidents}</h3>
      <Loaded query={query}>
        {({ items }) => (items.length > 0 && (
          <ul role="list" className="lines">{items.map((incident) => <OneIncident key={incident.id} incident={incident} />)}</ul>
        ))}
      </Loaded>
      {open ? <IncidentForm loan={loan.id} units={loan.units} onDone={onChanged} onClose={close} /> : mayReport && (
        <div className="line__actions">
          <Button ref={button} onClick={show}>{w.report}</Button>
          {(query.data?.total ?? 0) > 0 && <Link className="store-link" to={"/espace/prets/incidents" as never}>{w.allIncidents}</Link>}
        </div>
      )}
    </section>
  );
}

function OneIncident({ incident }: { incident: Incident }) {
  const { w, lang } = useReportWords();
  const words = useLendingWords();
  const name = useUnitName();
  const { kind, unit, description, happened_on: day, outcome, closed_on: closed } = incident;
  return (
    <li className="line">
      <div className="line__main">
        <span>{words.incident[kind]} : {name(unit)}</span>
        <span className="note">{description}</span>
        <span className="soft">{[day && formatDate(day, lang), outcome && closed ? w.incidentClosed(words.outcome[outcome], formatDate(closed, lang)) : null].filter(Boolean).join(" · ")}</span>
      </div>
      {!closed && <span className="store-state" data-state="damaged">{w.incidentOpen}</span>}
    </li>
  );
}
