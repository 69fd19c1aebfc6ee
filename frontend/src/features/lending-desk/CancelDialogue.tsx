import { Radio, Stack, Textarea } from "@mantine/core";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { loanPath } from "./calls";
import type { StepDialogueProps } from "./StepDialogue";
import { useStep } from "./useStep";
import { useLenderWords } from "./words";

/** Cancels a loan: by whom, why, and what is lost by it. */
export function CancelDialogue({ loan, onChanged, onClose, onDone }: StepDialogueProps) {
  const { w } = useLenderWords();
  const go = useStep(onChanged);
  const entry = useEntry({
    initial: { by: "lender", reason: "" }, labels: { by: w.cancelBy, reason: w.why }, check: ({ reason }) => (reason.trim() ? {} : { reason: w.whyNeeded }),
    send: ({ by, reason }) => go(`${loanPath(loan.id)}/cancel`, { by, reason: reason.trim() }),
  });
  return (
    <Dialogue opened onClose={onClose} title={w.cancelTitle}>
      <EntryForm entry={entry} submitLabel={w.cancelGo} label={w.cancelTitle} onDone={() => { tell(w.cancelled); onDone(); }} onCancel={onClose} cancelLabel={w.keep}>
        <p>{w.cancelText(loan.days)}</p>
        <Radio.Group {...entry.field("by")} label={w.cancelBy}>
          <Stack gap={0}>{["lender", "borrower", "force_majeure"].map((by) => <Radio key={by} value={by} label={w.cancelByWho[by]} />)}</Stack>
        </Radio.Group>
        <Textarea {...entry.field("reason")} label={w.why} description={w.whyTold} autosize minRows={3} maxRows={10} maxLength={5000} />
      </EntryForm>
    </Dialogue>
  );
}
