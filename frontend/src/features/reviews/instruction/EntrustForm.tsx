import { Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { post } from "@/api/write";
import type { Problem } from "@/lib/problem";
import { todayInParis } from "@/lib/dates";
import { newName } from "@/lib/names";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { callPath, type Call, type ReviewerMail, type Wanted } from "./calls";
import { Mails } from "./Mails";
import { useInstructionWords } from "./words";

interface EntrustFormProps {
  call: Call;
  assignments: readonly Wanted[];
  onDone: () => void;
  onCancel?: (() => void) | undefined;
  /** What to fill in before: whom it is for. */
  children?: ReactNode;
}

/** Readings about to be asked: until when, with which words; the mails are seen, then all of it is done at once. */
export function EntrustForm({ call, assignments, onDone, onCancel, children }: EntrustFormProps) {
  const { w } = useInstructionWords();
  const client = useQueryClient();
  const [seen, setSeen] = useState<{ asked: string; items: ReviewerMail[] } | null>(null);
  const [key] = useState(() => newName());
  const body = (values: { due_on: string; message: string }) => ({ assignments, due_on: values.due_on || null, message: values.message.trim() || null });
  const entry = useEntry({
    initial: { due_on: "", message: "" }, labels: { due_on: w.due, message: w.message },
    send: async (values) => {
      const asked = JSON.stringify(body(values));
      const path = `${callPath(call.id)}/assignments`;
      if (seen?.asked !== asked) {
        setSeen({ asked, items: (await post<{ items: ReviewerMail[] }>(`${path}/mails/preview`, body(values))).items });
        return;
      }
      const { assigned } = await post<{ assigned: number }>(path, body(values), `${key}-${await shortOf(asked)}`);
      tell(w.entrusted(assigned));
      onDone();
      await client.invalidateQueries({ queryKey: ["instruction", call.id] });
      await client.invalidateQueries({ queryKey: ["reviews"] });
    },
  });
  // What was seen is what is done: as soon as something changes, one looks again.
  const isSeen = seen !== null && seen.asked === JSON.stringify(body(entry.values));
  const explain = (problem: Problem) => (problem.code === "plan_outdated" && problem.errors.length === 0 ? w.outdated : null);
  return (
    <EntryForm entry={entry} submitLabel={isSeen ? w.entrust(assignments.length) : w.preview} label={w.entrust(assignments.length)} onCancel={onCancel} explain={explain}>
      {children}
      <TextInput {...entry.field("due_on")} type="date" min={todayInParis()} label={w.due} description={w.dueHint} className="instruction__day" />
      <Textarea {...entry.field("message")} label={w.message} description={w.messageHint} maxLength={2_000} autosize minRows={2} />
      {isSeen && <><Mails items={seen.items} /><p className="soft">{w.entrustText}</p></>}
    </EntryForm>
  );
}

/** A name for the same thing asked twice; another one as soon as something of it changed. */
async function shortOf(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(bytes.slice(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
