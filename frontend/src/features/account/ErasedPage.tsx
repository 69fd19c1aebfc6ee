import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { formatMoment } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { keptReceipt } from "./receipt";
import { useAccountWords } from "./words";
import "./account.css";

/** The receipt of an erasure. Whoever reads it is signed in no more. */
export function ErasedPage() {
  const { w, lang } = useAccountWords();
  const receipt = keptReceipt();
  return (
    <Page title={w.erasedTitle} lead={<p>{w.erasedLead}</p>}>
      {receipt && (
        <dl className="facts receipt">
          <dt>{w.receipt}</dt><dd className="receipt__number">{receipt.number}</dd>
          <dt>{w.erasedAt}</dt><dd>{formatMoment(receipt.erased_at, lang)}</dd>
          <dt>{w.services}</dt><dd>{receipt.services.map((each) => w.serviceNames[each] ?? each).join(", ")}</dd>
          <dt>{w.proof}</dt><dd><a href={`/api/v1/erasures/${encodeURIComponent(receipt.number)}`}>{`${location.origin}/api/v1/erasures/${receipt.number}`}</a><br /><span className="soft">{w.proofText}</span></dd>
        </dl>
      )}
      <div className="page__actions">
        <Button onClick={() => print()}>{w.copy}</Button>
        <Link to="/">{w.home}</Link>
      </div>
    </Page>
  );
}
