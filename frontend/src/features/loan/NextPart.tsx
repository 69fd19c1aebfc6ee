import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { formatSpan } from "@/lib/dates";
import { Confirm } from "@/space/kit/Confirm";
import { formatMoment } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { certificates, loanPath, may, requestOf, type Loan } from "./calls";
import { CancelDialogue } from "./CancelDialogue";
import { insuranceNext, nextOf, signingNext } from "./steps";
import { useAct } from "./useAct";
import { useLoanWords } from "./words";

type Asking = "accept" | "waitlist" | "cancel" | null;

/** What the borrower is waited for, or what they wait for themselves. */
export function NextPart({ loan }: { loan: Loan }) {
  const { w, lang } = useLoanWords();
  const act = useAct();
  const [asking, setAsking] = useState<Asking>(null);
  const coming = nextOf(loan);
  const given = useQuery({ ...certificates(loan.id), enabled: coming === "insure" });
  const asked = useQuery({ ...requestOf(loan), enabled: coming === "sent" });
  const toSign = asked.data ? signingNext(asked.data.data.signatory) : "sent";
  const next = coming === "sent" ? toSign : coming === "insure" ? insuranceNext(given.data ?? []) : coming;
  const { hold, waiting } = loan;
  const text = next === "answer" && loan.status === "requested" ? w.nextRequested : next ? w.next[next] : "";
  const more = next === "offer" && hold ? w.offerUntil(formatMoment(hold.until, lang)) : next === "answer" && hold ? w.heldUntil(formatMoment(hold.until, lang)) : waiting ? w.place(waiting.place) : "";
  const mayWait = may(loan, "waitlist") && loan.status === "expired";
  if (!text && !mayWait) return null;
  return (
    <section className="loan-next" aria-label={w.now}>
      {text && <p><strong>{text}</strong> {more}</p>}
      {(may(loan, "accept") || mayWait) && (
        <div className="line__actions">
          {may(loan, "accept") && <Button variant="filled" onClick={() => setAsking("accept")}>{w.accept}</Button>}
          {may(loan, "accept") && <Button variant="subtle" onClick={() => setAsking("cancel")}>{w.refuseOffer}</Button>}
          {mayWait && <Button variant="filled" onClick={() => setAsking("waitlist")}>{w.wait}</Button>}
        </div>
      )}
      <Confirm
        opened={asking === "accept"} title={w.acceptTitle} confirmLabel={w.accept} onClose={() => setAsking(null)}
        onConfirm={async () => { await act(`${loanPath(loan.id)}/accept`); tell(w.accepted); }}
      >
        <p>{w.acceptText(formatSpan(loan.starts_on, loan.ends_on, lang))}</p>
      </Confirm>
      <Confirm
        opened={asking === "waitlist"} title={w.waitTitle} confirmLabel={w.wait} onClose={() => setAsking(null)}
        onConfirm={async () => { await act(`${loanPath(loan.id)}/waitlist`); tell(w.waiting); }}
      >
        <p>{w.waitText}</p>
      </Confirm>
      <CancelDialogue loan={loan} isOffer opened={asking === "cancel"} onClose={() => setAsking(null)} />
    </section>
  );
}
