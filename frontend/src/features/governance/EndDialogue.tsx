import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { todayInParis } from "@/lib/dates";
import { memberWord, useMemberWords } from "@/programme/memberWords";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useGovernanceWords } from "./words";

interface EndDialogueProps {
  title: string;
  text?: string;
  goLabel: string;
  done: string;
  dayLabel: string;
  dayHint?: string | undefined;
  /** Ways in which it may end; nothing is asked where there is one only. */
  as?: readonly string[];
  hasReason?: boolean;
  send: (body: Record<string, string>) => Promise<void>;
  onClose: () => void;
}

/** A day, and where it matters why: how a term, an office, a post come to their end, or a co-option is ratified. */
export function EndDialogue({ title, text, goLabel, done, dayLabel, dayHint, as = [], hasReason = true, send, onClose }: EndDialogueProps) {
  const { w } = useGovernanceWords();
  const words = useMemberWords();
  const today = todayInParis();
  const entry = useEntry({
    initial: { on: today, ended_as: "", reason: "" }, labels: { on: dayLabel, ended_as: w.endedAs, reason: w.why },
    check: (values) => ({ ...(!values.on && { on: w.dayNeeded }), ...(as.length > 0 && !values.ended_as && { ended_as: w.asNeeded }) }),
    send: ({ on, ended_as: how, reason }) => send({ on, ...(as.length > 0 && { ended_as: how }), ...(hasReason && reason.trim() && { reason: reason.trim() }) }),
  });
  return (
    <Dialogue opened onClose={onClose} title={title}>
      {text && <p>{text}</p>}
      <EntryForm entry={entry} submitLabel={goLabel} label={title} onCancel={onClose} cancelLabel={w.back} onDone={() => { tell(done); onClose(); }}>
        <TextInput {...entry.field("on")} type="date" max={today} label={dayLabel} description={dayHint} />
        {as.length > 0 && <NativeSelect {...entry.field("ended_as")} label={w.endedAs} data={[{ value: "", label: w.choose }, ...as.map((value) => ({ value, label: memberWord(words, "term_ended_as", value) }))]} />}
        {hasReason && <Textarea {...entry.field("reason")} label={w.why} description={w.whyHint} autosize minRows={2} maxLength={2000} />}
      </EntryForm>
    </Dialogue>
  );
}
