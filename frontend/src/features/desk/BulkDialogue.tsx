import { Button, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { newName } from "@/lib/names";
import { Problem } from "@/lib/problem";
import { Dialogue } from "@/space/kit/Dialogue";
import { EntryForm, ProblemWords } from "@/space/kit/EntryForm";
import { useEntry, type Entry } from "@/space/kit/entry";
import { tell } from "@/space/kit/toasts";
import { missing, NEW_FORM, possible, whatOf, type Form } from "./bulk";
import { BulkPreviewView } from "./BulkPreviewView";
import { deskKey, members, previewBulk, runBulk, stagedBatches, type BulkAction, type BulkDone, type BulkPreview, type Call } from "./calls";
import type { Card } from "./filters";
import { useDeskWords } from "./words";

interface BulkDialogueProps {
  call: Call;
  cards: readonly Card[];
  opened: boolean;
  onClose: () => void;
  /** Once it is done: nothing is chosen any more. */
  onDone: () => void;
}

/** One thing done with many applications: said, previewed, done. */
export function BulkDialogue({ call, cards, opened, onClose, onDone }: BulkDialogueProps) {
  const { w } = useDeskWords();
  return (
    <Dialogue opened={opened} onClose={onClose} title={w.bulkTitle(cards.length)}>
      {opened && cards.length > 0 && <Bulk call={call} cards={cards} onClose={onClose} onDone={onDone} />}
    </Dialogue>
  );
}

function Bulk({ call, cards, onClose, onDone }: Omit<BulkDialogueProps, "opened">) {
  const { w } = useDeskWords();
  const client = useQueryClient();
  const [preview, setPreview] = useState<BulkPreview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  // One name for what was previewed: pressed twice, or sent again after the network failed, it is done once.
  const key = useRef("");
  const offered = possible(cards);
  const entry = useEntry<Form>({
    initial: { ...NEW_FORM, action: offered[0] ?? "message" },
    labels: { action: w.action, message: w.message, due_on: w.dueOn2, account_ids: w.who, batch_id: w.batch, motivation: w.motivation },
    check: (form) => missing(form, w.needed),
    send: async (form) => {
      const found = await previewBulk(call.id, whatOf(form), cards.map(({ id }) => id));
      key.current = newName();
      setPreview(found);
    },
  });
  const run = async () => {
    if (busy || !preview) return;
    setBusy(true);
    setProblem(null);
    try {
      const done = await runBulk(call.id, whatOf(entry.values), preview, key.current);
      tell(sayDone(done, w), { bad: done.refused > 0 });
      await client.invalidateQueries({ queryKey: deskKey(call.id) });
      onDone();
      onClose();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  if (!preview) {
    return (
      <EntryForm entry={entry} submitLabel={entry.busy ? w.previewing : w.preview} onCancel={onClose} focusFirst>
        <BulkFields call={call} entry={entry} offered={offered} />
      </EntryForm>
    );
  }
  return (
    <div className="bulk-preview">
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      <BulkPreviewView preview={preview} />
      <div className="entry__actions">
        {preview.ready > 0 && <Button variant="filled" aria-disabled={busy} onClick={() => void run()}>{w.go[preview.action](preview.ready)}</Button>}
        <Button variant="subtle" onClick={() => setPreview(null)}>{w.back}</Button>
      </div>
    </div>
  );
}

function sayDone(done: BulkDone, w: ReturnType<typeof useDeskWords>["w"]): string {
  return done.refused > 0 ? w.doneBut(done.done, done.refused) : w.done(done.done);
}

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

function BulkFields({ call, entry, offered }: { call: Call; entry: Entry<Form>; offered: readonly BulkAction[] }) {
  const { w } = useDeskWords();
  const { action } = entry.values;
  return (
    <>
      <Select label={w.action} data={offered.map((value) => ({ value, label: w.actions[value] }))} {...entry.field("action")} />
      {action === "request_changes" && <Select label={w.reason} data={options(w.reasons)} {...entry.field("reason")} />}
      {action === "assign" && <Reviewers call={call.id} entry={entry} />}
      {action === "stage" && <Staging call={call.id} entry={entry} />}
      {action !== "stage" && <Textarea label={action === "message" || action === "request_changes" ? w.message : w.messageOptional} maxLength={action === "message" || action === "request_changes" ? 10_000 : 2_000} {...entry.field("message")} />}
      {(action === "request_changes" || action === "assign") && <TextInput type="date" label={w.dueOn2} {...entry.field("due_on")} />}
    </>
  );
}

function Reviewers({ call, entry }: { call: string; entry: Entry<Form> }) {
  const { w } = useDeskWords();
  const found = useQuery(members(call));
  return <MultiSelect label={w.who} data={(found.data ?? []).map(({ account_id: value, name }) => ({ value, label: name }))} {...entry.field("account_ids")} />;
}

function Staging({ call, entry }: { call: string; entry: Entry<Form> }) {
  const { w } = useDeskWords();
  const found = useQuery(stagedBatches(call));
  if (found.data?.length === 0) return <p>{w.noBatch}</p>;
  return (
    <>
      <Select label={w.batch} data={(found.data ?? []).map(({ id: value, title: label }) => ({ value, label }))} {...entry.field("batch_id")} />
      <Select label={w.decision} data={options(w.decisions)} {...entry.field("decision")} />
      <Textarea label={w.motivation} maxLength={5_000} {...entry.field("motivation")} />
    </>
  );
}
