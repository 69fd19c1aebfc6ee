import { TextInput } from "@mantine/core";
import { patch } from "@/api/write";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { loanPath, type Loan } from "./calls";
import type { Span } from "./strip";
import { useApprovalWords } from "./approvalWords";

interface DaysDialogueProps {
  loan: Loan;
  etag: string | null;
  /** The days that are free next, where these are not. */
  proposed: Span | null;
  onChanged: () => Promise<unknown> | void;
  onClose: () => void;
}

/** Other days for a loan that is not agreed on yet. */
export function DaysDialogue({ loan, etag, proposed, onChanged, onClose }: DaysDialogueProps) {
  const { w } = useApprovalWords();
  const { starts_on, ends_on } = proposed ?? loan;
  const entry = useEntry({
    initial: { starts_on, ends_on }, labels: { starts_on: w.first, ends_on: w.last },
    check: ({ starts_on: first, ends_on: last }) => ({ ...(!first && { starts_on: w.firstNeeded }), ...(!last ? { ends_on: w.firstNeeded } : last < first && { ends_on: w.lastBefore }) }),
    send: async (days) => {
      await patch(loanPath(loan.id), days, etag);
      await onChanged();
    },
  });
  return (
    <Dialogue opened onClose={onClose} title={w.daysTitle}>
      <EntryForm entry={entry} submitLabel={w.daysGo} label={w.daysTitle} focusFirst onCancel={onClose} cancelLabel={w.back} onDone={() => { tell(w.daysDone); onClose(); }}>
        <p>{w.daysText}</p>
        <div className="group__pair">
          <TextInput {...entry.field("starts_on")} type="date" label={w.first} />
          <TextInput {...entry.field("ends_on")} type="date" min={entry.values.starts_on} label={w.last} />
        </div>
      </EntryForm>
    </Dialogue>
  );
}
