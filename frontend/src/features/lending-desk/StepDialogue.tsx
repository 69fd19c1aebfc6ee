import { useRef } from "react";
import { post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { newName } from "@/lib/names";
import { Problem } from "@/lib/problem";
import { loanPath, type Loan } from "./calls";
import { CancelDialogue } from "./CancelDialogue";
import { BackDialogue, EndDialogue } from "./DayDialogue";
import { FeeDialogue } from "./FeeDialogue";
import { ReasonDialogue } from "./ReasonDialogue";
import type { StepName } from "./steps";
import { useIsOnPaper } from "./useHint";
import { useStep } from "./useStep";
import { useLenderWords } from "./words";

export interface StepDialogueProps {
  loan: Loan;
  onChanged: () => Promise<unknown> | void;
  onClose: () => void;
  /** It is done: the button that asked may be gone. */
  onDone: () => void;
}

/** Asks before a step, with what it needs: a word why, a day, an amount, or only a yes. */
export function StepDialogue({ step, ...props }: StepDialogueProps & { step: StepName }) {
  const { w } = useLenderWords();
  if (step === "decline") return <ReasonDialogue {...props} path="decline" title={w.declineTitle} goLabel={w.declineGo} done={w.declined} hint={w.whyTold} />;
  if (step === "waive_insurance") return <ReasonDialogue {...props} path="waive-insurance" title={w.waiveTitle} goLabel={w.waiveGo} done={w.waived} hint={w.waiveText} />;
  if (step === "cancel") return <CancelDialogue {...props} />;
  if (step === "extend" || step === "shorten") return <EndDialogue {...props} step={step} />;
  if (step === "take_back") return <BackDialogue {...props} />;
  if (step === "settle_fee" || step === "change_fee") return <FeeDialogue {...props} />;
  return <YesDialogue {...props} step={step} />;
}

/** Steps that need no more than a yes. */
function YesDialogue({ step, loan, onChanged, onClose, onDone }: StepDialogueProps & { step: StepName }) {
  const { w, lang } = useLenderWords();
  const go = useStep(onChanged);
  const makes = useRef(newName());
  const path = loanPath(loan.id);
  const onPaper = useIsOnPaper(loan);
  const until = loan.hold ? formatDate(loan.hold.until, lang) : "";
  const questions: Partial<Record<StepName, { title: string; text: string; go: string; done: string; path: string }>> = {
    hold: { title: w.holdTitle, text: w.holdText, go: w.holdGo, done: w.held, path: "hold" },
    hold_longer: { title: w.holdLongerTitle, text: w.holdLongerText(until), go: w.holdLongerGo, done: w.heldLonger, path: "hold" },
    waitlist: { title: w.waitlistTitle, text: w.waitlistText, go: w.waitlistGo, done: w.waitlisted, path: "waitlist" },
    agree: { title: w.agreeTitle, text: onPaper ? w.onPaper.agreeText : w.agreeText, go: w.agreeGo, done: w.agreed, path: "send-agreement" },
    make_agreement: { title: w.remakeTitle, text: w.remakeText, go: w.remakeGo, done: w.remade, path: "agreement" },
    send_agreement: { title: w.sendTitle, text: onPaper ? w.onPaper.sendText : w.sendText, go: w.sendGo, done: w.sent, path: "send-agreement" },
    inspect: { title: w.inspectTitle, text: w.inspectText, go: w.inspectGo, done: w.inspected, path: "inspect" },
    close: { title: w.closeTitle, text: w.closeText, go: w.closeGo, done: w.closed, path: "close" },
  };
  const question = questions[step];
  if (!question) return null;
  const confirm = async () => {
    if (step === "agree") await post(`${path}/agreement`, {}, makes.current);
    let now: Partial<Loan>;
    try {
      now = await go(`${path}/${question.path}`);
    } catch (error) {
      // What was made stays made: the page shows it, and the next step is to send it.
      if (step !== "agree" || !(error instanceof Problem)) throw error;
      await onChanged();
      tell(`${w.madeNotSent} ${error.message}`, { bad: true });
      onDone();
      return;
    }
    tell(step === "waitlist" && now.status === "held" ? w.offeredAtOnce : question.done);
    onDone();
  };
  return <Confirm opened title={question.title} confirmLabel={question.go} onConfirm={confirm} onClose={onClose}><p>{question.text}</p></Confirm>;
}
