import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "@/space/kit/Confirm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { cancel, close, type Meeting } from "./calls";
import { useMeetingWords } from "./words";

/** Calling a meeting off; noting that one was held without us. */
export function CancelPart({ meeting, onDone }: { meeting: Meeting; onDone: () => Promise<unknown> }) {
  const { w } = useMeetingWords();
  const [asked, setAsked] = useState<"cancel" | "record" | null>(null);
  const [reason, setReason] = useState("");
  const { nameOf, forget } = useRequestName();
  const may = (action: string) => meeting.allowed_actions.includes(action);
  return (
    <Part title={w.cancelIt}>
      <div className="line__actions">
        {may("record_held") && <Button size="xs" onClick={() => setAsked("record")}>{w.recordHeld}</Button>}
        {may("cancel") && <Button size="xs" onClick={() => setAsked("cancel")}>{w.cancelIt}</Button>}
      </div>
      <Confirm opened={asked === "cancel"} title={w.cancelIt} confirmLabel={w.cancelGo} onClose={() => setAsked(null)} onConfirm={async () => { await cancel(meeting.id, reason, nameOf(reason)); forget(); tell(w.cancelled); await onDone(); }}>
        <p>{w.cancelText}</p>
        <Textarea label={w.reason} value={reason} maxLength={1000} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
      </Confirm>
      <Confirm opened={asked === "record"} title={w.recordHeld} confirmLabel={w.recordHeld} onClose={() => setAsked(null)} onConfirm={async () => { await close(meeting.id, null); await onDone(); }}>
        <p>{w.recordText}</p>
      </Confirm>
    </Part>
  );
}
