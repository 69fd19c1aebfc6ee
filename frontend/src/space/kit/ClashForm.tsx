import { Radio } from "@mantine/core";
import { Fragment, useEffect, useRef, useState } from "react";
import { useEntry } from "./entry";
import { EntryForm } from "./EntryForm";
import type { Reconciled, Side } from "./versions";
import { spaceWords } from "./words";

const useClashWords = spaceWords(
  {
    title: "Quelqu’un a enregistré entre-temps", text: "Vous avez écrit tous les deux dans ces champs. Choisissez ce qui reste ; le reste des deux est déjà réuni.", none: "Vos changements et les siens ne se touchent pas : ils sont réunis ci-dessous. Relisez, puis enregistrez.",
    mine: "Ce que vous avez écrit", theirs: "Ce qui vient d’être enregistré", go: "Enregistrer ces choix", joined: "Déjà réuni", by: { mine: "écrit par vous", theirs: "vient d’être enregistré" }, empty: "(vide)",
  },
  {
    title: "Someone saved in the meantime", text: "You both wrote in these fields. Choose what stays; the rest of both is already put together.", none: "Your changes and theirs do not touch: they are put together below. Read them, then save.",
    mine: "What you wrote", theirs: "What was just saved", go: "Save these choices", joined: "Already put together", by: { mine: "written by you", theirs: "just saved" }, empty: "(empty)",
  },
);

interface ClashFormProps<B> {
  met: Reconciled<B>;
  /** The name of a field; nothing for one that another speaks for. */
  label: (field: keyof B & string) => string | null;
  /** A value as it is read. */
  words: (field: keyof B & string, value: unknown) => string;
  onSend: (kept: Partial<Record<keyof B & string, Side>>) => Promise<void>;
  onCancel?: (() => void) | undefined;
}

/** Both versions of what two people wrote in the same fields, side by side: one is chosen, none is lost by surprise. */
export function ClashForm<B>({ met, label, words, onSend, onCancel }: ClashFormProps<B>) {
  const { w } = useClashWords();
  // It takes the place of a long form: one must be brought to it.
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  const [kept, setKept] = useState<Partial<Record<keyof B & string, Side>>>({});
  const entry = useEntry({ initial: {}, labels: {}, send: () => onSend(kept) });
  const clashes = met.clashes.filter(({ field }) => label(field) !== null);
  const joined = met.joined.filter(({ field }) => label(field) !== null);
  const shown = (field: keyof B & string, value: unknown) => words(field, value) || w.empty;
  return (
    <EntryForm entry={entry} submitLabel={w.go} label={w.title} onCancel={onCancel}>
      <div ref={told} className="trouble" role="alert" tabIndex={-1}>
        <strong>{w.title}</strong>
        <p>{clashes.length === 0 ? w.none : w.text}</p>
      </div>
      {clashes.map(({ field, mine, theirs }) => (
        <Radio.Group key={field} value={kept[field] ?? "mine"} onChange={(value) => setKept((before) => ({ ...before, [field]: value as Side }))} label={label(field)} className="clash">
          <Radio value="mine" label={<>{w.mine}<span className="clash__value">{shown(field, mine)}</span></>} />
          <Radio value="theirs" label={<>{w.theirs}<span className="clash__value">{shown(field, theirs)}</span></>} />
        </Radio.Group>
      ))}
      {joined.length > 0 && (
        <section className="clash" aria-label={w.joined}>
          <p><strong>{w.joined}</strong></p>
          <dl className="facts">
            {joined.map(({ field, value, by }) => <Fragment key={field}><dt>{label(field)}</dt><dd className="note">{shown(field, value)} <span className="soft">({w.by[by]})</span></dd></Fragment>)}
          </dl>
        </section>
      )}
    </EntryForm>
  );
}
