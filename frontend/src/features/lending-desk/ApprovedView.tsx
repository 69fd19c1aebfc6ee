import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Page } from "@/space/kit/Page";
import { openLoans, type Loan } from "./calls";
import type { Outcome } from "./DecisionPart";
import { useApprovalWords } from "./approvalWords";

/** It is approved: what left, and the next request that waits. */
export function ApprovedView({ loan, outcome }: { loan: Loan; outcome: Outcome }) {
  const { w } = useApprovalWords();
  const { data } = useQuery(openLoans());
  const next = data?.items.find(({ id, status }) => status === "requested" && id !== loan.id);
  return (
    <Page key="done" title={outcome.sent ? w.doneSent : w.done} lead={<p>{`${loan.item.title}, ${loan.organisation.name ?? ""}`}</p>}>
      <p>{w.doneText}</p>
      {outcome.problem && <div className="trouble" role="alert"><p><strong>{w.notSent}</strong> {outcome.problem}</p></div>}
      <div className="page__actions">
        {next ? <Link className="button button--strong" to={`/espace/prets/${next.id}/accord` as never}>{w.next(next.item.title, next.organisation.name ?? "")}</Link> : data && <p className="soft">{w.noNext}</p>}
        <Link className="button" to={`/espace/prets/${loan.id}` as never}>{w.seeLoan}</Link>
        <Link className="button" to={"/espace/prets/comptoir" as never}>{w.toDesk}</Link>
      </div>
    </Page>
  );
}
