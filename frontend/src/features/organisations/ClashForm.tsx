import { Radio } from "@mantine/core";
import { Fragment, useEffect, useRef, useState } from "react";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import type { Reconciled, Side } from "./versions";
import { useOrganisationWords } from "./words";

interface ClashFormProps<B> {
  met: Reconciled<B>;
  /** The name of a field; nothing for one that another speaks for. */
  label: (field: keyof B & string) => string | null;
  /** A value as it is read. */
  words: (field: keyof B & string, value: unknown) => string;
  onSend: (kept: Partial<Record<keyof B & string, Side>>) => Promise<void>;
  onCancel: () => void;
}

/** Both versions of what two people wrote in the same fields, side by side: one is chosen, none is lost by surprise. */
export function ClashForm<B>({ met, label, words, onSend, onCancel }: ClashFormProps<B>) {
  const { w } = useOrganisationWords();
  // It takes the place of a long form: one must be brought to it.
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  const [kept, setKept] = useState<Partial<Record<keyof B & string, Side>>>({});
  const entry = useEntry({ initial: {}, labels: {}, send: () => onSend(kept) });
  const clashes = met.clashes.filter(({ field }) => label(field) !== null);
  const joined = met.joined.filter(({ field }) => label(field) !== null);
  const shown = (field: keyof B & string, value: unknown) => words(field, value) || w.empty;
  return (
    <EntryForm entry={entry} submitLabel={w.clashGo} label={w.clashTitle} onCancel={onCancel}>
      <div ref={told} className="trouble" role="alert" tabIndex={-1}>
        <strong>{w.clashTitle}</strong>
        <p>{clashes.length === 0 ? w.clashNone : w.clashText}</p>
      </div>
      {clashes.map(({ field, mine, theirs }) => (
        <Radio.Group key={field} value={kept[field] ?? "mine"} onChange={(value) => setKept((before) => ({ ...before, [field]: value as Side }))} label={label(field)} className="clash">
          <Radio value="mine" label={<>{w.clashMine}<span className="clash__value">{shown(field, mine)}</span></>} />
          <Radio value="theirs" label={<>{w.clashTheirs}<span className="clash__value">{shown(field, theirs)}</span></>} />
        </Radio.Group>
      ))}
      {joined.length > 0 && (
        <section className="clash" aria-label={w.clashJoined}>
          <p><strong>{w.clashJoined}</strong></p>
          <dl className="facts">
            {joined.map(({ field, value, by }) => <Fragment key={field}><dt>{label(field)}</dt><dd className="note">{shown(field, value)} <span className="soft">({w.clashBy[by]})</span></dd></Fragment>)}
          </dl>
        </section>
      )}
    </EntryForm>
  );
}
