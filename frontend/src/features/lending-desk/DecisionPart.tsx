import { Button, Checkbox } from "@mantine/core";
import { useRef, useState } from "react";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { formatSpan } from "@/lib/dates";
import { newName } from "@/lib/names";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { useRequestName } from "@/space/kit/useRequestName";
import { loanPath, may, type Approval, type Loan } from "./calls";
import { isWhole, type Chosen, type ModuleGroup } from "./choosing";
import { DaysDialogue } from "./DaysDialogue";
import { StepDialogue } from "./StepDialogue";
import type { StepName } from "./steps";
import { useApprovalWords } from "./approvalWords";
import { useLenderWords } from "./words";

/** What an answer came to; `problem` is why the agreement did not leave. */
export interface Outcome {
  sent: boolean;
  problem: string | null;
}

interface DecisionPartProps {
  loan: Loan;
  etag: string | null;
  approval: Approval;
  groups: readonly ModuleGroup[];
  chosen: Chosen;
  onChanged: () => Promise<void>;
  onOutcome: (outcome: Outcome) => void;
}

/** The answer: yes in one press, or one of the others. */
export function DecisionPart({ loan, etag, approval, groups, chosen, onChanged, onOutcome }: DecisionPartProps) {
  const { w, lang } = useApprovalWords();
  const { w: lender } = useLenderWords();
  const [wantsSending, setSending] = useState(true);
  const maySend = approval.agreement !== null && approval.fee.cents !== null;
  const isSending = maySend && wantsSending;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asking, setAsking] = useState<StepName | "days" | null>(null);
  const names = useRef({ make: newName(), send: newName() });
  const { nameOf } = useRequestName();
  const units = groups.map(({ module, units: own }) => own.find(({ id }) => id === chosen.get(module))).filter((unit) => unit !== undefined);
  const ready = approval.is_possible && isWhole(groups, chosen);
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      const body = { unit_ids: units.map(({ id }) => id) };
      await post(`${loanPath(loan.id)}/approve`, body, nameOf(body));
      onOutcome(isSending ? await send(loan.id, names.current) : { sent: false, problem: null });
      await onChanged();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      if (error.status === 409) await onChanged();
    } finally {
      setBusy(false);
    }
  };
  const others: StepName[] = (["hold", "hold_longer", "waitlist", "decline"] as const).filter((step) => (step === "hold" ? may(loan, "hold") && loan.status !== "held" && approval.is_possible : step === "hold_longer" ? may(loan, "hold") && loan.status === "held" : step === "waitlist" ? may(loan, step) && approval.set_aside.length === 0 : may(loan, step)));
  return (
    <section id="answer" className="decision" aria-label={w.decide} tabIndex={-1}>
      <h2>{w.decide}</h2>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      {loan.status === "held" && loan.hold && <p>{w.held(formatDate(loan.hold.until, lang))}</p>}
      <Verdict approval={approval} units={units.map(({ code }) => code)} ready={ready} />
      <p className="decision__sum">{[formatSpan(loan.starts_on, loan.ends_on, lang), loan.request.channel === "pass_culture" ? w.passCulture : approval.fee.cents === null ? w.feeLater : approval.fee.cents === 0 ? w.costFree : formatAmount(approval.fee.cents, lang)].join(" · ")}</p>
      {approval.next_free && may(loan, "edit") && <p><Button onClick={() => setAsking("days")}>{w.takeThese}</Button></p>}
      {!may(loan, "approve") ? <p>{loan.status === "held" ? w.waitsAnswer : approval.is_possible ? w.onlyHold : loan.status === "waitlisted" ? w.waits : null}</p> : ready && (
        <>
          <Checkbox checked={isSending} disabled={!maySend} onChange={({ currentTarget }) => setSending(currentTarget.checked)} label={w.send} description={isSending ? <SendHint approval={approval} /> : approval.fee.cents === null ? w.sendNoFee : undefined} />
          <Button className="decision__go" variant="filled" size="md" aria-disabled={busy} onClick={() => void go()}>{busy ? w.going : w.go}</Button>
        </>
      )}
      <div className="decision__others">
        {others.map((step) => <Button key={step} variant={step === "decline" ? "subtle" : "default"} onClick={() => setAsking(step)}>{lender.step[step]}</Button>)}
        {may(loan, "edit") && !approval.next_free && <Button variant="subtle" onClick={() => setAsking("days")}>{w.otherDays}</Button>}
      </div>
      {asking === "days" && <DaysDialogue loan={loan} etag={etag} proposed={approval.next_free} onChanged={onChanged} onClose={() => setAsking(null)} />}
      {asking && asking !== "days" && <StepDialogue step={asking} loan={loan} onChanged={onChanged} onClose={() => setAsking(null)} onDone={() => setAsking(null)} />}
    </section>
  );
}

/** Makes the agreement and sends it: what fails leaves the loan approved, and is said. */
async function send(id: string, { make, send: sent }: { make: string; send: string }): Promise<Outcome> {
  try {
    await post(`${loanPath(id)}/agreement`, {}, make);
    await post(`${loanPath(id)}/send-agreement`, {}, sent);
    return { sent: true, problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { sent: false, problem: error.message };
  }
}

function Verdict({ approval, units, ready }: { approval: Approval; units: string[]; ready: boolean }) {
  const { w, lang } = useApprovalWords();
  if (approval.is_possible) return <div className="decision__verdict decision__verdict--free"><p><strong>{w.possible}</strong></p><p>{ready ? w.chosen(units.join(", ")) : w.choose}</p></div>;
  return (
    <div className="decision__verdict">
      <p><strong>{w.impossible}</strong></p>
      <ul>{approval.refusals.map(({ code, detail, unit_id: unit, days }) => <li key={`${code} ${unit ?? ""} ${days?.starts_on ?? ""}`}>{detail}</li>)}</ul>
      {approval.next_free && <p>{w.nextFree(formatSpan(approval.next_free.starts_on, approval.next_free.ends_on, lang))}</p>}
    </div>
  );
}

function SendHint({ approval }: { approval: Approval }) {
  const { w } = useApprovalWords();
  const { signatory } = approval;
  return <>{signatory === null ? w.sendNobody : signatory.email === null ? w.sendNoMail : w.sendTo([signatory.name, signatory.capacity].filter(Boolean).join(", "), signatory.email)}</>;
}
