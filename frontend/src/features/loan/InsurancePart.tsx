import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatAmount } from "@/lib/amounts";
import { formatSpan } from "@/lib/dates";
import { useLendingWords } from "@/programme/lendingWords";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { agreements, certificateAddress, certificates, loanPath, may, type Certificate, type Loan } from "./calls";
import { CertificateForm } from "./CertificateForm";
import { usePapersWords } from "./papersWords";
import { asksPaper, isInsured, isOver } from "./steps";
import { useAct } from "./useAct";

/** What the lender asks as insurance, and the certificates that were given; one of another loan may serve again. */
export function InsurancePart({ loan, isBorrower }: { loan: Loan; isBorrower: boolean }) {
  const { w, lang } = usePapersWords();
  const { open, show, close, button } = useUnfolded();
  const { papers, blocked } = loan;
  const asks = asksPaper(loan);
  const query = useQuery({ ...certificates(loan.id), enabled: asks });
  const made = useQuery({ ...agreements(loan.id), enabled: asks && papers.agreement_id !== null });
  if (papers.insurance_asked === null) return null;
  const isFine = isInsured(loan);
  const value = made.data?.[0]?.insurance_value_cents ?? null;
  const mayGive = asks && !isFine && may(loan, "insure") && !isOver(loan);
  const given = query.data ?? [];
  return (
    <Part title={w.insurance} actions={mayGive && !open && <Button ref={button} variant={isBorrower && !isFine && given.length === 0 ? "filled" : "default"} onClick={show}>{given.length > 0 ? w.giveAnother : w.give}</Button>}>
      <p>{papers.insurance_waiver ? w.waived(papers.insurance_waiver) : papers.insurance_certificate_id ? w.fine : w.asked[papers.insurance_asked]}</p>
      {asks && !isFine && blocked && <p className="soft">{w.covers(formatSpan(blocked.starts_on, blocked.ends_on, lang))}{value !== null && value > 0 && w.value(formatAmount(value, lang))}.</p>}
      {open && <CertificateForm loan={loan} value={value} onClose={close} />}
      {asks && <Loaded query={query}>{(items) => (items.length === 0 ? null : <ul role="list" className="lines" aria-label={w.list}>{items.map((each) => <OneCertificate key={each.id} certificate={each} loan={loan} />)}</ul>)}</Loaded>}
    </Part>
  );
}

function OneCertificate({ certificate, loan }: { certificate: Certificate; loan: Loan }) {
  const { w, lang } = usePapersWords();
  const words = useLendingWords();
  const act = useAct();
  const { id, insurer, state, shortfalls, is_used: isUsed, reason } = certificate;
  const mayUse = state === "accepted" && !isUsed && shortfalls.length === 0 && may(loan, "insure");
  const serve = async () => {
    await act(`${loanPath(loan.id)}/use-insurance-certificate`, { certificate_id: id });
    tell(w.used);
  };
  return (
    <li className="line">
      <div className="line__main">
        <span>{insurer}</span>
        <span className="soft">{[words.certificate[certificate.kind], w.line(formatSpan(certificate.covers_from, certificate.covers_to, lang), formatAmount(certificate.value_cents, lang)), isUsed && w.isUsed].filter(Boolean).join(" · ")}</span>
        {state !== "refused" && shortfalls.map((each) => <span key={each} className="loan-short">{words.shortfall[each]}.</span>)}
        {reason && <span className="note">{state === "refused" ? w.refusedFor(reason) : reason}</span>}
      </div>
      <div className="line__actions">
        <span className={state === "refused" ? "flag flag--stop" : "flag"}>{words.certificate_state[state]}</span>
        {mayUse && <Button size="xs" aria-label={w.serveOf(insurer)} onClick={() => void serve().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error), { bad: true }))}>{w.use}</Button>}
        <a className="button button--plain" href={certificateAddress(id)} download aria-label={w.seeFileOf(insurer)}>{w.seeFile}</a>
      </div>
    </li>
  );
}
