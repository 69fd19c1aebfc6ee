import { Checkbox, Textarea } from "@mantine/core";
import { useState } from "react";
import { post } from "@/api/write";
import { newName } from "@/lib/names";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { callPath, type Call, type MemberProgress, type ReviewerMail } from "./calls";
import { Mails } from "./Mails";
import { useInstructionWords } from "./words";

interface RemindFormProps {
  call: Call;
  members: readonly MemberProgress[];
  onClose: () => void;
}

const body = (values: { account_ids: string[]; message: string }) => ({ account_ids: values.account_ids, message: values.message.trim() || null });

/** Reminders: to whom, with which words; seen, then sent. */
export function RemindForm({ call, members, onClose }: RemindFormProps) {
  const { w } = useInstructionWords();
  const [seen, setSeen] = useState<{ asked: string; items: ReviewerMail[] } | null>(null);
  const [key] = useState(() => newName());
  const entry = useEntry({
    initial: { account_ids: members.map(({ account }) => account.id), message: "" }, labels: { account_ids: w.remindWhom, message: w.message },
    check: (values) => (values.account_ids.length > 0 ? {} : { account_ids: w.whomNeeded }),
    send: async (values) => {
      const asked = JSON.stringify(body(values));
      const path = `${callPath(call.id)}/review-reminders`;
      if (seen?.asked === asked) {
        const { sent } = await post<{ sent: number }>(path, body(values), key);
        tell(w.reminded(sent));
        onClose();
      } else setSeen({ asked, items: (await post<{ items: ReviewerMail[] }>(`${path}/preview`, body(values))).items });
    },
  });
  // What was seen is what leaves: as soon as something changes, one looks again.
  const isSeen = seen !== null && seen.asked === JSON.stringify(body(entry.values)) && seen.items.length > 0;
  return (
    <EntryForm entry={entry} submitLabel={isSeen ? w.remindGo(seen.items.length) : w.preview} label={w.remind} focusFirst onCancel={onClose}>
      <Checkbox.Group {...entry.field("account_ids")} label={w.remindWhom}>
        {members.map(({ account, assigned, submitted }) => <Checkbox key={account.id} value={account.id} label={account.name} description={w.remindOwing(assigned - submitted)} />)}
      </Checkbox.Group>
      <Textarea {...entry.field("message")} label={w.message} description={w.messageHint} maxLength={2_000} autosize minRows={2} />
      {seen && seen.asked === JSON.stringify(body(entry.values)) && <Mails items={seen.items} />}
    </EntryForm>
  );
}
