import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Answer } from "@/api/write";
import { formatSpan } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm, ProblemWords } from "@/space/kit/EntryForm";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { blockOf, changeBlock, releaseBlock, type Block, type PlannedBlock } from "./calls";
import { checkDays, DaysFields } from "./DaysFields";
import { To, unitPath } from "./links";
import type { OpenedProps } from "./OpenedDialogue";

/** A unit that one keeps: its days are changed, or it is let go. */
export function OwnBlock({ block, ...props }: OpenedProps & { block: PlannedBlock }) {
  const query = useQuery(blockOf(block.id));
  return <Loaded query={query}>{(read) => (read.data.allowed_actions.includes("edit") ? <BlockForm {...props} read={read} /> : <Facts {...props} of={read.data} />)}</Loaded>;
}

function Facts({ of, opened: { row }, names: { w, lang, rowName } }: OpenedProps & { of: Block }) {
  return (
    <>
      <dl className="facts"><dt>{w.unit}</dt><dd>{rowName(row)}</dd><dt>{w.shown}</dt><dd>{formatSpan(of.starts_on, of.ends_on, lang)}</dd>{of.reason && <><dt>{w.reason}</dt><dd>{of.reason}</dd></>}</dl>
      <p className="soft">{of.released_at ? w.released : w.readOnly}</p>
    </>
  );
}

function BlockForm({ read, opened, names, onClose }: OpenedProps & { read: Answer<Block> }) {
  const { w } = names;
  const client = useQueryClient();
  const { id, starts_on, ends_on, reason } = read.data;
  // What was read when it opened: a refresh behind it changes no version under what is typed.
  const [etag] = useState(read.etag);
  const done = async (words: string) => {
    await client.invalidateQueries({ queryKey: ["planning"] });
    tell(words);
    onClose();
  };
  const entry = useEntry({
    initial: opened.isDragged ? { starts_on: opened.from, ends_on: opened.to, reason: reason ?? "" } : { starts_on, ends_on, reason: reason ?? "" },
    labels: { starts_on: w.from, ends_on: w.to, reason: w.reason },
    check: (values) => checkDays(values, w),
    send: async (values) => { await changeBlock(id, { ...values, reason: values.reason.trim() || null }, etag); await done(w.changed); },
  });
  return (
    <>
      <p>{names.unitName(opened.row) || opened.row.unit.code} · <To path={unitPath(opened.row.unit.id)}>{w.unitPage}</To></p>
      {opened.isDragged && <p className="planning__dragged">{w.shifted}</p>}
      <EntryForm entry={entry} submitLabel={w.save} onCancel={onClose}>
        <DaysFields entry={entry} />
        <TextInput {...entry.field("reason")} label={w.reason} description={w.reasonHint} maxLength={500} />
      </EntryForm>
      <Release onGo={async () => { await releaseBlock(id); await done(w.releasedNow); }} words={w} />
    </>
  );
}

function Release({ onGo, words: w }: { onGo: () => Promise<void>; words: OpenedProps["names"]["w"] }) {
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (isAsked) sure.current?.focus(); }, [isAsked]);
  const go = async () => {
    setProblem(null);
    try {
      await onGo();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    }
  };
  return (
    <div className="planning__release">
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      {!isAsked && <Button variant="subtle" onClick={() => setAsked(true)}>{w.release}</Button>}
      {isAsked && <><p role="status">{w.releaseSure}</p><div className="entry__actions"><Button ref={sure} onClick={() => void go()}>{w.releaseGo}</Button><Button variant="subtle" onClick={() => setAsked(false)}>{w.keep}</Button></div></>}
    </div>
  );
}
