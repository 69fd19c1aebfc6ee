import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { formatSpan } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { readLoansAgain } from "@/space/loans/refresh";
import { AgreementPart } from "./AgreementPart";
import { ApprovedView } from "./ApprovedView";
import { approval as approvalQuery, loanRequest, oneLoan, type Approval, type Loan } from "./calls";
import { byModule, proposed, wanted, type Chosen } from "./choosing";
import { CostPart } from "./CostPart";
import { DecisionPart, type Outcome } from "./DecisionPart";
import { RivalsPart } from "./RivalsPart";
import { UnitsPart } from "./UnitsPart";
import { useApprovalWords } from "./approvalWords";
import "./lending-desk.css";
import "./approval.css";

/** A request that waits for its answer: what is free, who else asks, what it costs, what will be signed; and one press. */
export function ApprovalPage() {
  const { w } = useApprovalWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const [outcome, setOutcome] = useState<{ id: string; what: Outcome } | null>(null);
  const loan = useQuery({ ...oneLoan(id), staleTime: 0 });
  const isDone = outcome?.id === id;
  const approval = useQuery({ ...approvalQuery(id), enabled: !isDone });
  if (!loan.data) return <Page key="wait" title={w.one} ready={loan.isError}><Loaded query={loan} waiting={w.waiting}>{() => null}</Loaded></Page>;
  if (isDone && outcome) return <ApprovedView loan={loan.data.data} outcome={outcome.what} />;
  if (approval.error instanceof Problem && approval.error.code === "action_impossible") return <Answered loan={loan.data.data} />;
  if (!approval.data) return <Page key="wait" title={w.title(loan.data.data.item.title)} ready={approval.isError}><Loaded query={approval} waiting={w.waiting}>{() => null}</Loaded></Page>;
  // Read anew with other units free, it begins with another proposal.
  const free = approval.data.units.map((unit) => `${unit.id} ${unit.is_free}`).join();
  return <ApprovalView key={`${id} ${free}`} loan={loan.data.data} etag={loan.data.etag} approval={approval.data} onOutcome={(what) => setOutcome({ id, what })} />;
}

interface ApprovalViewProps {
  loan: Loan;
  etag: string | null;
  approval: Approval;
  onOutcome: (outcome: Outcome) => void;
}

function ApprovalView({ loan, etag, approval, onOutcome }: ApprovalViewProps) {
  const { w, lang } = useApprovalWords();
  const client = useQueryClient();
  const groups = wanted(byModule(approval.units), loan.modules);
  const [chosen, setChosen] = useState<Chosen>(() => proposed(groups));
  const refresh = () => readLoansAgain(client);
  return (
    <Page title={w.title(loan.item.title)} lead={<Lead loan={loan} />}>
      <p className="approval__jump"><a className="button" href="#answer">{w.jump}</a></p>
      <div className="approval">
        <div className="approval__facts">
          <Message loan={loan} />
          <Part title={w.free}>
            <p className="soft">{w.freeLead(formatSpan(approval.blocked.starts_on, approval.blocked.ends_on, lang))}</p>
            <UnitsPart groups={groups} chosen={chosen} onChoose={(module, unit) => setChosen(new Map([...chosen, [module, unit]]))} loan={loan} approval={approval} />
          </Part>
          <RivalsPart approval={approval} />
          {approval.set_aside.length > 0 && (
            <Part title={w.rules}>
              <div>
                <p>{w.rulesText}</p>
                <ul className="approval__rules">{approval.set_aside.map(({ code, detail, days }) => <li key={`${code} ${days?.starts_on ?? ""}`}>{detail}</li>)}</ul>
              </div>
            </Part>
          )}
          <CostPart loan={loan} approval={approval} onChanged={refresh} />
          <AgreementPart approval={approval} />
        </div>
        <DecisionPart loan={loan} etag={etag} approval={approval} groups={groups} chosen={chosen} onChanged={refresh} onOutcome={onOutcome} />
      </div>
    </Page>
  );
}

function Lead({ loan }: { loan: Loan }) {
  const { w, lang } = useApprovalWords();
  const { organisation, place_of_use: place, request } = loan;
  return (
    <p className="approval__lead">
      <Link to="/espace/structures/$id" params={{ id: organisation.id }}>{organisation.name}</Link>
      <span>{`${formatSpan(loan.starts_on, loan.ends_on, lang)} (${w.days(loan.days)})`}</span>
      <span>{[place.name, place.commune_name].filter(Boolean).join(", ")}</span>
      {request.channel === "pass_culture" && <span className="flag">{w.passCulture}</span>}
      <Link to={`/espace/prets/${loan.id}` as never}>{w.toLoan(loan.number)}</Link>
    </p>
  );
}

/** What the borrower wrote, and what else they ask for. */
function Message({ loan }: { loan: Loan }) {
  const { w } = useApprovalWords();
  const { data } = useQuery(loanRequest(loan.request.id));
  if (!data) return null;
  const { number, loans, message } = data.data;
  return (
    <div className="approval__message">
      {message && <blockquote aria-label={w.message}><p className="note">{message}</p></blockquote>}
      <p><Link to={`/espace/prets/demandes/${loan.request.id}` as never}>{w.inRequest(number, loans.length - 1)}</Link></p>
    </div>
  );
}

function Answered({ loan }: { loan: Loan }) {
  const { w } = useApprovalWords();
  return (
    <Page title={loan.item.title}>
      <NothingYet>
        <p>{w.answered}</p>
        <p className="line__actions"><Link className="button" to={`/espace/prets/${loan.id}` as never}>{w.seeLoan}</Link><Link className="button" to={"/espace/prets/comptoir" as never}>{w.toDesk}</Link></p>
      </NothingYet>
    </Page>
  );
}
