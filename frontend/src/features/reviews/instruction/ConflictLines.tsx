import { Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe } from "@/space/kit/me";
import { formatSince } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import type { Call, Conflict } from "./calls";
import { evidenceWords } from "./evidence";
import { useInstructionWords } from "./words";

/** Conflicts, each with what it rests on; those that one may dismiss, with a reason. */
export function ConflictLines({ call, items }: { call: Call; items: readonly Conflict[] }) {
  const { w } = useInstructionWords();
  const [dismissing, setDismissing] = useState<Conflict | null>(null);
  return (
    <>
      <ul role="list" className="lines" aria-label={w.conflictsTitle}>{items.map((each) => <Line key={each.id} conflict={each} onDismiss={() => setDismissing(each)} />)}</ul>
      <Dialogue opened={dismissing !== null} onClose={() => setDismissing(null)} title={dismissing ? w.dismissTitle(dismissing.account.name, dismissing.application.number) : ""}>
        {dismissing && <DismissForm key={dismissing.id} call={call} conflict={dismissing} onClose={() => setDismissing(null)} />}
      </Dialogue>
    </>
  );
}

function Line({ conflict, onDismiss }: { conflict: Conflict; onDismiss: () => void }) {
  const { w, lang } = useInstructionWords();
  const { account } = useMe();
  const { application, account: person, kind, evidence, declared_at: at, dismissed_at: dismissed, dismissal_reason: why, allowed_actions: actions } = conflict;
  return (
    <li className="line">
      <div className="line__main">
        <span>{person.name} <span className="word">{w.kinds[kind]}</span></span>
        <span className="soft">{[`${w.number(application.number)} ${application.title ?? w.untitled}`, application.organisation].filter(Boolean).join(" · ")}</span>
        <span>{[evidenceWords(evidence, w), w.since(formatSince(at, lang))].filter(Boolean).join(" · ")}</span>
        {dismissed && why && <span className="soft">{w.dismissedOn(formatSince(dismissed, lang), why)}</span>}
      </div>
      {actions.includes("dismiss") && <div className="line__actions"><Button size="xs" aria-label={w.dismissOf(person.name, application.number)} onClick={onDismiss}>{w.dismiss}</Button></div>}
      {!dismissed && person.id === account.id && <span className="soft">{w.own}</span>}
    </li>
  );
}

function DismissForm({ call, conflict, onClose }: { call: Call; conflict: Conflict; onClose: () => void }) {
  const { w } = useInstructionWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.reason }, check: ({ reason }) => (reason.trim() ? {} : { reason: w.reasonNeeded }),
    send: async ({ reason }) => {
      await post(`/conflicts-of-interest/${encodeURIComponent(conflict.id)}/dismiss`, { reason });
      tell(w.dismissed);
      await client.invalidateQueries({ queryKey: ["instruction", call.id] });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.dismissGo} focusFirst onDone={onClose} onCancel={onClose}>
      <p>{w.dismissText}</p>
      <Textarea {...entry.field("reason")} label={w.reason} maxLength={2_000} autosize minRows={3} />
    </EntryForm>
  );
}
