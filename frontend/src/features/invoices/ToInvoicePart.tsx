import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { formatAmount } from "@/lib/amounts";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { debtor, loansToInvoice } from "./calls";
import { billable, type Billable } from "./grouping";
import { IssueForm } from "./IssueForm";
import { useInvoiceWords } from "./words";

/** Loans that are confirmed and cost something, by what one invoice may bill together. */
export function ToInvoicePart() {
  const { w } = useInvoiceWords();
  const pages = useInfiniteQuery(loansToInvoice());
  const loans = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  return (
    <Part title={w.toInvoice}>
      {pages.isPending && <Waiting words={w.looking} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && (total === 0 ? <NothingYet><p>{w.toInvoiceNone}</p></NothingYet> : <p className="soft" role="status">{w.toInvoiceFound(total)}</p>)}
      {loans.length > 0 && <ul role="list" className="lines" aria-label={w.toInvoice}>{billable(loans).map((group) => <BillableLine key={group.key} group={group} />)}</ul>}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Part>
  );
}

function BillableLine({ group }: { group: Billable }) {
  const { w, lang } = useInvoiceWords();
  const { open, show, close, button } = useUnfolded();
  const { organisation, request, owner, loans, cents } = group;
  const name = organisation.name ?? w.erased;
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}</span>
        {loans.map(({ id, number, item }) => <span key={id}>{w.loan(number, item.title)}</span>)}
        <span className="soft">{[w.request(request.number), owner].filter(Boolean).join(" · ")}</span>
      </div>
      <span className="invoice__amount">{formatAmount(cents, lang)}</span>
      {open ? <div className="line__below"><Prepared group={group} onClose={close} /></div> : <div className="line__actions"><Button size="xs" ref={button} aria-label={w.goOf(name, request.number)} onClick={show}>{w.go}</Button></div>}
    </li>
  );
}

/** The form opens with what is known of whom it is for. */
function Prepared({ group, onClose }: { group: Billable; onClose: () => void }) {
  const query = useQuery(debtor(group.organisation.id));
  return <Loaded query={query}>{(known) => <IssueForm group={group} known={known} onClose={onClose} />}</Loaded>;
}
