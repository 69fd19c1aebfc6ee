import { Textarea } from "@mantine/core";
import { useState } from "react";
import { formatAmount } from "@/lib/amounts";
import { CommuneName } from "@/space/answers/AnswerValue";
import { Confirm } from "@/space/kit/Confirm";
import type { Application } from "./autosave";
import { ofPurpose, rowsOf, type Answers, type Definition } from "./definition";
import { useFormWords } from "./words";

interface SubmitDialogueProps {
  opened: boolean;
  application: Application;
  definition: Definition;
  answers: Answers;
  files: number;
  onSend: (answer: string | null) => Promise<void>;
  onClose: () => void;
}

/** What is about to be sent, in a few lines, and what follows. */
export function SubmitDialogue({ opened, application, definition, answers, files, onSend, onClose }: SubmitDialogueProps) {
  const { w, lang } = useFormWords();
  const [answer, setAnswer] = useState("");
  const isAgain = application.status === "changes_requested";
  const of = (purpose: "title" | "commune" | "sessions" | "requested_amount") => answers[ofPurpose(definition, purpose)?.id ?? ""];
  const requested = of("requested_amount");
  const lines: [string, React.ReactNode][] = [
    [w.summary.title, String(of("title") ?? w.untitled)],
    [w.summary.organisation, application.organisation?.name],
    [w.summary.call, application.call.title],
    [w.summary.place, typeof of("commune") === "string" ? <CommuneName key="place" insee={String(of("commune"))} /> : null],
    [w.summary.sessions, rowsOf(of("sessions")).length > 0 ? w.sessionsCount(rowsOf(of("sessions")).length) : null],
    [w.summary.files, files > 0 ? w.filesCount(files) : null],
    [w.summary.requested, typeof requested === "number" ? formatAmount(requested, lang) : null],
  ];
  return (
    <Confirm opened={opened} title={isAgain ? w.resubmitTitle : w.submitTitle} confirmLabel={isAgain ? w.resubmitGo : w.submitGo} onConfirm={() => onSend(answer.trim() || null)} onClose={onClose}>
      <dl className="facts sending">{lines.filter(([, value]) => value).map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {isAgain && <Textarea label={w.answer} description={w.answerHint} value={answer} onChange={({ currentTarget }) => setAnswer(currentTarget.value)} minRows={2} maxLength={10_000} />}
      <p className="soft">{w.submitText}</p>
    </Confirm>
  );
}
