import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useMe } from "@/space/kit/me";
import { formatDate, formatMoment } from "@/space/kit/moments";
import { lends } from "@/space/loans/sorting-out";
import { may, type Loan } from "./calls";
import { CertificatesToCheck } from "./CertificatesToCheck";
import { PassCulturePart } from "./PassCulturePart";
import { StepDialogue } from "./StepDialogue";
import { stepsOf, type StepName } from "./steps";
import { useHint, useIsOnPaper } from "./useHint";
import { useLenderWords } from "./words";
import "./lending-desk.css";

interface LenderActionsProps {
  loan: Loan;
  /** Reads the loan anew. */
  onChanged: () => Promise<unknown> | void;
}

/** What the lender may do with a loan: what is waited for first, the rest beside. Nothing for whoever does not lend it. */
export function LenderActions({ loan, onChanged }: LenderActionsProps) {
  const { w, lang } = useLenderWords();
  const someone = useMe();
  const [asking, setAsking] = useState<StepName | null>(null);
  const panel = useRef<HTMLElement>(null);
  const { first, others } = stepsOf(loan);
  const { hint, address } = useHint(loan, first);
  if (!lends(someone, loan)) return null;
  const isOffer = loan.status === "held" && loan.hold?.offered_at !== null && loan.hold?.offer_accepted_at === null;
  if (!first && others.length === 0 && !hint && loan.request.channel !== "pass_culture") return null;
  const title = first || others.length > 0 ? w.actions : w.side;
  return (
    <section ref={panel} className="lender" aria-label={title} tabIndex={-1}>
      <h2>{title}</h2>
      {hint && (first !== null || loan.status !== "held" || isOffer) && <p className="lender__hint">{hint}{loan.hold && ` ${(isOffer ? w.offerUntil : w.heldUntil)(formatMoment(loan.hold.until, lang))}`}</p>}
      {address === "ask" && <p className="lender__hint">{w.onPaper.askAddress}</p>}
      {address === "add" && <p className="lender__hint">{w.onPaper.addAddress} <Link to={`/espace/prets/demandes/${loan.request.id}` as never}>{w.onPaper.toRequest}</Link></p>}
      {may(loan, "decline_extension") && loan.extension && <p className="lender__hint"><a href="#prolongation">{w.extensionAsked(formatDate(loan.extension.ends_on, lang))}</a></p>}
      <PassCulturePart loan={loan} onChanged={onChanged} />
      <CertificatesToCheck loan={loan} onChanged={onChanged} />
      {first && <div className="lender__first"><StepButton step={first} loan={loan} onAsk={setAsking} isFirst /></div>}
      {others.length > 0 && (
        <ul role="list" className="lender__others" aria-label={w.done}>
          {others.map((step) => <li key={step}><StepButton step={step} loan={loan} onAsk={setAsking} /></li>)}
        </ul>
      )}
      {asking && <StepDialogue key={asking} step={asking} loan={loan} onChanged={onChanged} onClose={() => setAsking(null)} onDone={() => { setAsking(null); panel.current?.focus(); }} />}
    </section>
  );
}

interface StepButtonProps {
  step: StepName;
  loan: Loan;
  onAsk: (step: StepName) => void;
  isFirst?: boolean;
}

/** Steps that have a page of their own lead there; the others ask over this one. */
const PAGES: Partial<Record<StepName, (id: string) => string>> = {
  study: (id) => `/espace/prets/${id}/accord`,
  prepare: (id) => `/espace/prets/${id}/preparation`,
  report_in: (id) => `/espace/prets/${id}/preparation`,
};

function StepButton({ step, loan, onAsk, isFirst = false }: StepButtonProps) {
  const { w } = useLenderWords();
  const onPaper = useIsOnPaper(loan);
  const page = PAGES[step];
  if (page) return <Link className={isFirst ? "button button--strong" : "button"} to={page(loan.id) as never} search={(step === "report_in" ? { constat: "in" } : {}) as never}>{w.step[step]}</Link>;
  const variant = isFirst ? "filled" : step === "cancel" || step === "decline" ? "subtle" : "default";
  return <Button variant={variant} onClick={() => onAsk(step)}>{step === "send_agreement" && loan.status === "agreement_sent" ? (onPaper ? w.onPaper.resend : w.resend) : w.step[step]}</Button>;
}
