import { Textarea } from "@mantine/core";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { loanPath, type Loan } from "./calls";
import { useAct } from "./useAct";
import { useLoanWords } from "./words";

interface ReasonProps {
  opened: boolean;
  title: string;
  text: string;
  submitLabel: string;
  cancelLabel?: string | undefined;
  send: (reason: string) => Promise<void>;
  onClose: () => void;
}

/** Asks why before something is done; what was typed stays when it is refused. */
export function ReasonDialogue({ opened, title, onClose, ...form }: ReasonProps) {
  return <Dialogue opened={opened} title={title} onClose={onClose}><ReasonForm {...form} onClose={onClose} /></Dialogue>;
}

function ReasonForm({ text, submitLabel, cancelLabel, send, onClose }: Omit<ReasonProps, "opened" | "title">) {
  const { w } = useLoanWords();
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.reason },
    check: ({ reason }) => (reason.trim() ? {} : { reason: w.reasonNeeded }),
    send: ({ reason }) => send(reason.trim()),
  });
  return (
    <EntryForm entry={entry} submitLabel={submitLabel} cancelLabel={cancelLabel ?? w.back} onDone={onClose} onCancel={onClose}>
      <p>{text}</p>
      <Textarea {...entry.field("reason")} label={w.reason} description={w.reasonTold} maxLength={5000} />
    </EntryForm>
  );
}

interface CancelProps {
  loan: Loan;
  /** What was offered from the waiting list is let go. */
  isOffer?: boolean;
  opened: boolean;
  onClose: () => void;
}

/** Calls the loan off, in the name of the borrower. */
export function CancelDialogue({ loan, isOffer = false, opened, onClose }: CancelProps) {
  const { w } = useLoanWords();
  const act = useAct();
  const said = isOffer
    ? { title: w.refuseTitle, text: w.refuseText, submitLabel: w.refuseOffer, cancelLabel: w.refuseKeep }
    : { title: w.cancelTitle, text: w.cancelText, submitLabel: w.cancelGo, cancelLabel: w.keep };
  return (
    <ReasonDialogue
      {...said} opened={opened} onClose={onClose}
      send={async (reason) => { await act(`${loanPath(loan.id)}/cancel`, { reason }); tell(isOffer ? w.refused : w.cancelled); }}
    />
  );
}
