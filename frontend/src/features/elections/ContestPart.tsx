import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { todayInParis } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { step, type Election } from "./calls";
import { useElectionWords } from "./words";

/** An election that is contested, and what became of it. */
export function ContestPart({ found }: { found: Election }) {
  const { w, lang } = useElectionWords();
  const { open, show, close, button } = useUnfolded();
  const { contested_on: contested, contest_reason: why, settled_on: settled, settled_reason: decision, allowed_actions: actions } = found;
  const next = actions.includes("settle") ? "settle" : actions.includes("contest") ? "contest" : null;
  if (!contested && !next) return null;
  return (
    <Part title={w.contestTitle}>
      {contested && <p className="note">{w.contestedOn(formatDate(contested, lang), why ?? "")}</p>}
      {settled && <p className="note">{w.settledOn(formatDate(settled, lang), decision ?? "")}</p>}
      {next && !open && <div><Button variant="subtle" ref={button} onClick={show}>{w[next]}</Button></div>}
      {next && open && <ContestForm found={found} next={next} onClose={close} />}
    </Part>
  );
}

function ContestForm({ found, next, onClose }: { found: Election; next: "contest" | "settle"; onClose: () => void }) {
  const { w } = useElectionWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const isEnd = next === "settle";
  const entry = useEntry({
    initial: { on: todayInParis(), outcome: "upheld", reason: "" }, labels: { on: w.on, outcome: w.settledField, reason: w.why },
    check: ({ on, reason }) => ({ ...(!on && { on: w.onNeeded }), ...(!reason.trim() && { reason: w.whyNeeded }) }),
    send: async ({ on, outcome, reason }) => {
      const body = { on, reason: reason.trim(), ...(isEnd && { outcome }) };
      await step(client, found.id, next, body, nameOf(body));
      forget();
      tell(isEnd ? w.settleDone : w.contestDone);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w[next]} label={w[next]} focusFirst onCancel={onClose} onDone={onClose}>
      <div className="group__pair">
        <TextInput {...entry.field("on")} type="date" label={w.on} max={todayInParis()} />
        {isEnd && <Select {...entry.field("outcome")} label={w.settledField} allowDeselect={false} data={Object.entries(w.settled).map(([value, label]) => ({ value, label }))} />}
      </div>
      <Textarea {...entry.field("reason")} label={w.why} maxLength={2000} minRows={2} autosize />
    </EntryForm>
  );
}
