import { TextInput } from "@mantine/core";
import { addDays, todayInParis } from "@/lib/dates";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import type { Problem } from "@/lib/problem";
import { loanPath } from "./calls";
import type { StepDialogueProps } from "./StepDialogue";
import { useStep } from "./useStep";
import { useLenderWords } from "./words";

/** Another last day: later or earlier. What is in the way is said, with what is free next. */
export function EndDialogue({ step, loan, onChanged, onClose, onDone }: StepDialogueProps & { step: "extend" | "shorten" }) {
  const { w, lang } = useLenderWords();
  const go = useStep(onChanged);
  const title = step === "extend" ? w.extendTitle : w.shortenTitle;
  const entry = useEntry({
    initial: { ends_on: step === "extend" ? loan.extension?.ends_on ?? "" : "" }, labels: { ends_on: w.endsOn }, check: ({ ends_on: day }) => (day ? {} : { ends_on: w.endsOnNeeded }),
    send: ({ ends_on }) => go(`${loanPath(loan.id)}/${step}`, { ends_on }),
  });
  const isSigned = loan.status === "agreement_sent" || loan.status === "confirmed";
  const limits = step === "extend" ? { min: addDays(loan.ends_on, 1) } : { min: loan.starts_on, max: addDays(loan.ends_on, -1) };
  return (
    <Dialogue opened onClose={onClose} title={title}>
      <EntryForm entry={entry} submitLabel={step === "extend" ? w.extendGo : w.shortenGo} label={title} focusFirst explain={(problem) => refusalOf(problem)} onDone={() => { tell(step === "extend" ? w.extended : w.shortened); onDone(); }} onCancel={onClose} cancelLabel={w.back}>
        <p>{w.endNow(formatDate(loan.ends_on, lang))}</p>
        <TextInput {...entry.field("ends_on")} type="date" {...limits} label={w.endsOn} description={step === "extend" && isSigned ? w.extendAnew : undefined} />
      </EntryForm>
    </Dialogue>
  );
}

/** The day on which what was lent came back: today, unless told. */
export function BackDialogue({ loan, onChanged, onClose, onDone }: StepDialogueProps) {
  const { w } = useLenderWords();
  const go = useStep(onChanged);
  const today = todayInParis();
  const entry = useEntry({
    initial: { on: today }, labels: { on: w.backOn }, check: ({ on }) => (on ? {} : { on: w.endsOnNeeded }),
    send: ({ on }) => go(`${loanPath(loan.id)}/return`, { on }),
  });
  return (
    <Dialogue opened onClose={onClose} title={w.backTitle}>
      <EntryForm entry={entry} submitLabel={w.backGo} label={w.backTitle} focusFirst onDone={() => { tell(w.isBack); onDone(); }} onCancel={onClose} cancelLabel={w.back}>
        <TextInput {...entry.field("on")} type="date" min={loan.went_out_on ?? undefined} max={today} label={w.backOn} description={w.backText} />
      </EntryForm>
    </Dialogue>
  );
}

/** Why units are not free then, one reason a unit; null where the answer says nothing of it. */
function refusalOf(problem: Problem): string | null {
  return Array.isArray(problem.body.refusals) ? problem.message : null;
}
