import { Textarea } from "@mantine/core";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { loanPath } from "./calls";
import type { StepDialogueProps } from "./StepDialogue";
import { useStep } from "./useStep";
import { useLenderWords } from "./words";

interface ReasonDialogueProps extends StepDialogueProps {
  path: string;
  title: string;
  goLabel: string;
  done: string;
  hint: string;
}

/** A step that needs a word why. */
export function ReasonDialogue({ loan, path, title, goLabel, done, hint, onChanged, onClose, onDone }: ReasonDialogueProps) {
  const { w } = useLenderWords();
  const go = useStep(onChanged);
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.why }, check: ({ reason }) => (reason.trim() ? {} : { reason: w.whyNeeded }),
    send: ({ reason }) => go(`${loanPath(loan.id)}/${path}`, { reason: reason.trim() }),
  });
  return (
    <Dialogue opened onClose={onClose} title={title}>
      <EntryForm entry={entry} submitLabel={goLabel} label={title} focusFirst onDone={() => { tell(done); onDone(); }} onCancel={onClose} cancelLabel={w.back}>
        <Textarea {...entry.field("reason")} label={w.why} description={hint} autosize minRows={3} maxRows={10} maxLength={path === "waive-insurance" ? 500 : 5000} />
      </EntryForm>
    </Dialogue>
  );
}
