import { Button, Select, Textarea } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { todayInParis } from "@/lib/dates";
import { lenderKey, type Lender } from "@/programme/lenders";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { invoicePages, type Invoice } from "./calls";
import { useInvoiceWords } from "./words";

const FIRST_YEAR = 2023;

/** Invoices and credit notes, the newest first; with `lender`, its table of a year. */
export function InvoicesPart({ lender }: { lender?: Lender["lender"] }) {
  const { w } = useInvoiceWords();
  const thisYear = Number(todayInParis().slice(0, 4));
  const [year, setYear] = useState("");
  const pages = useInfiniteQuery(invoicePages(year));
  const invoices = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => String(thisYear - index));
  const exported = year || String(thisYear);
  return (
    <Part title={w.list}>
      <div className="invoices__filter">
        <Select label={w.year} value={year} data={[{ value: "", label: w.everyYear }, ...years.map((each) => ({ value: each, label: each }))]} onChange={(value) => setYear(value ?? "")} />
        {lender && <a className="button" download href={`/api/v1/invoices/export.csv?year=${exported}&lender=${lenderKey(lender)}`} aria-label={w.csvOf(exported, lender.name)}>{w.csv(exported)}</a>}
      </div>
      {pages.isPending && <Waiting words={w.looking} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && (total === 0 ? <NothingYet><p>{year ? w.listNoneOf(year) : w.listNone}</p></NothingYet> : <p className="soft" role="status">{w.found(total)}</p>)}
      {invoices.length > 0 && <ul role="list" className="lines" aria-label={w.list}>{invoices.map((invoice) => <InvoiceLine key={invoice.id} invoice={invoice} />)}</ul>}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Part>
  );
}

function InvoiceLine({ invoice }: { invoice: Invoice }) {
  const { w, lang } = useInvoiceWords();
  const words = useLendingWords();
  const { open, show, close, button } = useUnfolded();
  const { id, kind, reference, debtor, total_cents: cents, issued_on: issued, due_on: due, cancels, cancelled_by: cancelledBy } = invoice;
  const isNote = kind === "credit_note";
  const state = cancelledBy ? w.cancelledBy(cancelledBy) : isNote ? cancels && w.cancels(cancels) : w.dueOn(formatDate(due, lang));
  return (
    <li className="line">
      <div className="line__main">
        <span>{`${lendingWord(words, "invoice", kind)} ${reference}`}</span>
        <span>{debtor.name}</span>
        <span className="soft">{[w.issuedOn(formatDate(issued, lang)), state].filter(Boolean).join(" · ")}</span>
      </div>
      <span className="invoice__amount">{isNote && "\u2212"}{formatAmount(cents, lang)}</span>
      <div className="line__actions">
        <a className="button" download href={`/api/v1/invoices/${id}/invoice.xml`} aria-label={w.xmlOf(reference)}>{w.xml}</a>
        {invoice.allowed_actions.includes("cancel") && !open && <Button size="xs" variant="subtle" ref={button} aria-label={w.cancelOf(reference)} onClick={show}>{w.cancel}</Button>}
      </div>
      {open && <div className="line__below"><CancelForm invoice={invoice} onClose={close} /></div>}
      <Detail invoice={invoice} />
    </li>
  );
}

/** « Nom / adresse / SIRET ». */
const party = (who: { name: string; siret: string; address: string; postcode: string; city: string }) => [who.name, `${who.address}, ${who.postcode} ${who.city}`, `SIRET ${who.siret}`].join("\n");

function Detail({ invoice: { lines, issuer, debtor, reason, reference } }: { invoice: Invoice }) {
  const { w, lang } = useInvoiceWords();
  const asked = [debtor.service_code && `${w.serviceCode}\u00a0: ${debtor.service_code}`, debtor.commitment_number && `${w.commitment}\u00a0: ${debtor.commitment_number}`].filter(Boolean);
  return (
    <details className="invoice__detail">
      <summary>{w.detail}<span className="unseen"> {reference}</span></summary>
      <dl className="facts">
        <dt>{w.loans}</dt><dd><ul className="invoice__lines">{lines.map(({ loan_id: loan, label, cents }) => <li key={loan}>{label} ({formatAmount(cents, lang)})</li>)}</ul></dd>
        <dt>{w.from}</dt><dd className="note">{[party(issuer), issuer.vat_note].join("\n")}</dd>
        <dt>{w.to}</dt><dd className="note">{[party(debtor), ...asked].join("\n")}</dd>
        {reason && <><dt>{w.why}</dt><dd className="note">{reason}</dd></>}
      </dl>
    </details>
  );
}

function CancelForm({ invoice: { id, reference }, onClose }: { invoice: Invoice; onClose: () => void }) {
  const { w } = useInvoiceWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.cancelReason }, check: ({ reason }) => (reason.trim() ? {} : { reason: w.cancelReasonNeeded }),
    send: async ({ reason }) => {
      const body = { reason: reason.trim() };
      const note = await post<Invoice>(`/invoices/${id}/cancel`, body, nameOf(body));
      forget();
      tell(w.cancelled(note.reference));
      await Promise.all([client.invalidateQueries({ queryKey: ["invoices"] }), client.invalidateQueries({ queryKey: ["loans"] })]);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.cancelGo} label={w.cancelOf(reference)} focusFirst onCancel={onClose} cancelLabel={w.cancelKeep} onDone={onClose}>
      <p>{w.cancelText}</p>
      <Textarea {...entry.field("reason")} label={w.cancelReason} description={w.cancelReasonHint} maxLength={500} minRows={2} />
    </EntryForm>
  );
}
