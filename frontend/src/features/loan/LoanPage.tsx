import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { formatSpan } from "@/lib/dates";
import { isUnknown } from "@/lib/problem";
import { useLendingWords } from "@/programme/lendingWords";
import { useMe } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { FeeAmount, FeeExplained } from "@/space/loans/FeeExplained";
import { LoanFlag } from "@/space/loans/LoanFlag";
import { AgreementPart } from "./AgreementPart";
import { borrows, lends, loan as loanQuery, type Loan } from "./calls";
import { DatesPart } from "./DatesPart";
import { EvaluationPart } from "./EvaluationPart";
import { HistoryPart } from "./HistoryPart";
import { InsurancePart } from "./InsurancePart";
import { NextPart } from "./NextPart";
import { StepsPart } from "./StepsPart";
import { useLoanRefresh } from "./useAct";
import { useLoanWords } from "./words";
import "./loan.css";

/** What other parts of the desk show on a loan's page. */
export interface LoanPanel {
  loan: Loan;
  /** Reads the loan anew. */
  onChanged: () => Promise<unknown> | void;
}

export interface LoanPanels {
  /** What the lender may do. */
  lender: ComponentType<LoanPanel>;
  /** Appointments, condition reports. */
  below: readonly ComponentType<LoanPanel>[];
}

/** A loan, for both sides: where it stands, what comes next, its papers, its price, its days, what happened. */
export function LoanPage({ panels }: { panels: LoanPanels }) {
  const { w } = useLoanWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({ ...loanQuery(id), staleTime: 0 });
  if (!query.data && isUnknown(query.error)) return <Page key="none" title={w.unknown}><p><Link to="/espace/prets">← {w.allLoans}</Link></p></Page>;
  if (!query.data) return <Page key="wait" title={w.one} ready={query.isError}><Loaded query={query}>{() => null}</Loaded></Page>;
  return <LoanView key={id} loan={query.data.data} etag={query.data.etag} panels={panels} />;
}

interface LoanViewProps {
  loan: Loan;
  etag: string | null;
  panels: LoanPanels;
}

function LoanView({ loan, etag, panels: { lender: Lender, below } }: LoanViewProps) {
  const { w, lang } = useLoanWords();
  const words = useLendingWords();
  const someone = useMe();
  const refresh = useLoanRefresh();
  const isBorrower = borrows(someone, loan);
  const isLender = lends(someone, loan);
  const { item, organisation, request, cancellation } = loan;
  return (
    <Page
      title={item.title}
      lead={
        <p className="loan-lead">
          <LoanFlag loan={loan} />
          <span>{w.number(loan.number)}</span>
          <span>{formatSpan(loan.starts_on, loan.ends_on, lang)}</span>
          <Link to="/espace/structures/$id" params={{ id: organisation.id }}>{organisation.name ?? w.anOrganisation}</Link>
          <Link to={"/espace/prets/demandes/$id" as never} params={{ id: request.id } as never}>{w.request(request.number)}</Link>
          <a href={`/catalogue/${encodeURIComponent(item.slug)}`}>{w.sheet}</a>
        </p>
      }
    >
      {loan.is_at_risk && <p className="loan-notes loan-notes--stop"><strong>{w.atRisk}</strong></p>}
      {loan.status === "declined" && <div className="loan-notes"><p><strong>{w.declined}</strong></p><p className="note">{loan.decline_reason}</p></div>}
      {loan.status === "expired" && <div className="loan-notes"><p><strong>{w.expired}</strong></p></div>}
      {cancellation && <div className="loan-notes"><p><strong>{w.cancelledBy(words.cancelled_by[cancellation.by], formatDate(cancellation.on, lang))}</strong> {cancellation.days_lost > 0 && w.daysLost(cancellation.days_lost)}</p><p className="note">{cancellation.reason}</p></div>}
      {isLender && <Lender loan={loan} onChanged={refresh} />}
      {isBorrower && <NextPart loan={loan} />}
      {isBorrower && <EvaluationPart loan={loan} isBorrower />}
      <StepsPart loan={loan} />
      <DatesPart loan={loan} etag={etag} isBorrower={isBorrower} isLender={isLender} />
      <AgreementPart loan={loan} isBorrower={isBorrower} />
      <InsurancePart loan={loan} isBorrower={isBorrower} />
      <FeePart loan={loan} />
      {below.map((Panel, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a fixed list of components
        <Panel key={place} loan={loan} onChanged={refresh} />
      ))}
      {!isBorrower && <EvaluationPart loan={loan} isBorrower={false} />}
      <HistoryPart loan={loan} />
    </Page>
  );
}

/** What never came to be has a price only where one was settled. */
function FeePart({ loan: { request, fee, days, starts_on: startsOn, status } }: { loan: Loan }) {
  const { w } = useLoanWords();
  const words = useLendingWords();
  if (fee.state === "to_be_settled" && ["declined", "expired", "cancelled"].includes(status)) return null;
  const isPaidFor = request.channel === "pass_culture";
  return (
    <Part title={w.fee}>
      <div className="loan-fee">
        <p className="loan-fee__amount">{isPaidFor ? words.channel.pass_culture : <FeeAmount fee={fee} />}</p>
        <p className="soft">{isPaidFor ? w.passCulture : <FeeExplained fee={fee} days={days} startsOn={startsOn} />}</p>
      </div>
    </Part>
  );
}
