import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { preparation, refreshLoan, reports, type Condition, type Direction, type Loan, type Reports } from "./calls";
import { IncidentsOfLoan } from "./IncidentsOfLoan";
import { DepartureMoment, ReturnMoment } from "./Moments";
import { useReportWords } from "./reportWords";
import "./store-room.css";

interface ReportsPartProps {
  loan: Loan;
  /** Called once the loan went on, or something was said of its units. */
  onChanged: () => Promise<unknown> | void;
  /** The report whose form is open from the first. */
  opened?: Direction | undefined;
}

const isSilent = ({ items, hand_overs: given, allowed_actions: actions }: Reports) => items.length + given.length + actions.length === 0;

/** How a loan left and came back: what its units were like, who gave them to whom, what went wrong. Both sides read it, the lender writes. */
export function ReportsPart({ loan, onChanged, opened }: ReportsPartProps) {
  const { w } = useReportWords();
  const client = useQueryClient();
  const query = useQuery(reports(loan.id));
  if (query.data && isSilent(query.data)) return null;
  const changed = async () => {
    await Promise.all([refreshLoan(client, loan.id), onChanged()]);
  };
  return (
    <Part title={w.title}>
      <Loaded query={query} waiting={w.looking}>{(found) => <Told loan={loan} found={found} opened={opened} onChanged={changed} />}</Loaded>
    </Part>
  );
}

interface ToldProps {
  loan: Loan;
  found: Reports;
  opened: Direction | undefined;
  onChanged: () => Promise<void>;
}

function Told({ loan, found, opened, onChanged }: ToldProps) {
  const out = found.items.find(({ direction }) => direction === "out");
  const isLender = found.allowed_actions.length > 0 || found.items.some(({ allowed_actions: actions }) => actions.length > 0);
  // How the units were at the end of their last loan: for the lender alone, who writes the report.
  const last = useQuery({ ...preparation(loan.id), enabled: isLender && !out }).data;
  const before = useMemo((): Record<string, Condition | null> => (
    out ? Object.fromEntries(out.lines.map(({ unit, state }) => [unit.id, state])) : Object.fromEntries((last?.units ?? []).map(({ id, last_condition: state }) => [id, state]))
  ), [out, last]);
  const lastly = useMemo((): Record<string, Condition | null> => Object.fromEntries((last?.units ?? []).map(({ id, last_condition: state }) => [id, state])), [last]);
  const given = { loan, found, onChanged };
  return (
    <div className="store-moments">
      <DepartureMoment {...given} before={lastly} isOpened={opened === "out"} />
      <ReturnMoment {...given} before={before} isOpened={opened === "in"} />
      <IncidentsOfLoan loan={loan} mayReport={found.allowed_actions.includes("incident")} onChanged={onChanged} />
    </div>
  );
}
