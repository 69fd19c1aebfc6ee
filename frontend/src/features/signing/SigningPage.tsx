import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { formatDay } from "@/lib/dates";
import { usePage } from "@/lib/page";
import { unbroken } from "@/lib/text";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { agreement, deadOf, type AgreementToSign } from "./agreement";
import { SignatureForm } from "./SignatureForm";
import { useSigningWords } from "./words";
import "./signing.css";

/** What the link of a mail opens to whoever signs: the agreement, then their name under it. */
export function SigningPage() {
  const { w } = useSigningWords();
  const { token = "" } = useParams({ strict: false }) as { token?: string };
  const query = useQuery(agreement(token));
  const dead = deadOf(query.error);
  usePage(dead ? w[`${dead}Title`] : w.page, !query.isPending);
  if (query.data) return <Opened key={token} token={token} found={query.data} onStale={() => void query.refetch()} />;
  if (dead) return <div className="wrap lost"><LostFlower /><h1>{w[`${dead}Title`]}</h1><p>{w[dead]}</p><p className="lost__doors"><a className="button" href="/">{w.home}</a></p></div>;
  return (
    <div className="wrap signing">
      <h1>{w.page}</h1>
      {query.isPending ? <Waiting words={w.loading} /> : <Failure error={query.error} onRetry={() => void query.refetch()} />}
    </div>
  );
}

interface OpenedProps {
  token: string;
  found: AgreementToSign;
  onStale: () => void;
}

function Opened({ token, found, onStale }: OpenedProps) {
  const { w } = useSigningWords();
  const [signed, setSigned] = useState<AgreementToSign | null>(null);
  const shown = signed ?? found;
  const pdf = `/api/v1/agreements/sign/${encodeURIComponent(token)}/agreement.pdf`;
  return (
    <div className="wrap signing">
      <header className="signing__head">
        <p className="signing__reference">{w.reference(shown.reference)}</p>
        <h1>{w.page}</h1>
        <p>{shown.borrower ? w.lead(shown.borrower, shown.lender) : w.leadAlone(shown.lender)}</p>
      </header>
      {shown.signature && <Signed agreement={shown} isNow={signed !== null} pdf={pdf} />}
      <section className="signing__part" aria-labelledby="signing-facts">
        <h2 id="signing-facts">{w.facts}</h2>
        <dl className="signing__facts">{shown.facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{unbroken(value)}</dd></div>)}</dl>
      </section>
      {shown.units.length > 0 && (
        <section className="signing__part" aria-labelledby="signing-units">
          <h2 id="signing-units">{w.units}</h2>
          <ul className="signing__units">{shown.units.map(({ code, name }) => <li key={code}>{name} <span className="soft">{code}</span></li>)}</ul>
        </section>
      )}
      <section className="signing__part" aria-labelledby="signing-text">
        <div className="signing__title"><h2 id="signing-text">{w.text}</h2><a className="button" href={pdf} target="_blank" rel="noopener">{w.pdf}</a></div>
        <div className="signing__text">{shown.text.split(/\n{2,}/).map((paragraph, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- the paragraphs of one text
          <p key={place}>{unbroken(paragraph)}</p>
        ))}</div>
      </section>
      {!shown.signature && <SignatureForm token={token} agreement={shown} onSigned={setSigned} onStale={onStale} />}
    </div>
  );
}

function Signed({ agreement: { signature }, isNow, pdf }: { agreement: AgreementToSign; isNow: boolean; pdf: string }) {
  const { w, lang } = useSigningWords();
  if (!signature) return null;
  return (
    <section className="signing__done" aria-labelledby="signing-done">
      {/* The form that had focus is gone: it is given to what answers it. */}
      <h2 id="signing-done" tabIndex={-1} ref={(heading) => { if (isNow) heading?.focus(); }}>{isNow ? w.signedTitle : w.already}</h2>
      <p>{w.signed(signature.name ?? "", signature.capacity ?? "", formatDay(signature.at.slice(0, 10), lang, { weekday: false, year: true }))}</p>
      <p>{w.signedText}</p>
      <p><a className="button" href={pdf} target="_blank" rel="noopener">{w.pdf}</a></p>
    </section>
  );
}
