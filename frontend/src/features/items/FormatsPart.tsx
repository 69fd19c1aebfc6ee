import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { del } from "@/api/write";
import { formatAmount, formatNumber } from "@/lib/amounts";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { Confirm } from "@/space/kit/Confirm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { item as itemQuery, may, path, type Item, type ItemFormat } from "./calls";
import { AddFormat, EditFormat } from "./FormatForms";
import { useFormatWords } from "./formatWords";
import { AddUnit } from "./UnitForms";
import { UnitLine } from "./UnitLine";
import { useItemWords } from "./words";

/** What goes out: each format with its copies and modules. */
export function FormatsPart({ item }: { item: Item }) {
  const { w } = useItemWords();
  const { w: words } = useFormatWords();
  const client = useQueryClient();
  const nameOf = useFormatName();
  const { open, show, close, button } = useUnfolded();
  const [leaving, setLeaving] = useState<ItemFormat | null>(null);
  const name = leaving ? nameOf(leaving) : "";
  return (
    <Part title={w.formatsPart} actions={may(item, "edit") && !open ? <Button ref={button} onClick={show}>{words.add}</Button> : undefined}>
      <p className="soft">{words.lead}</p>
      {open && <AddFormat item={item} onClose={close} />}
      {item.formats.map((format) => <OneFormat key={format.id} item={item} format={format} name={nameOf(format)} onRemove={() => setLeaving(format)} />)}
      <Confirm
        opened={leaving !== null} title={words.removeTitle(name)} confirmLabel={words.removeOf(name)} onClose={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await del(`${path(item.id)}/formats/${leaving.id}`);
          await Promise.all([client.invalidateQueries(itemQuery(item.id)), client.invalidateQueries({ queryKey: ["items"] })]);
          tell(words.removed);
        }}
      >
        <p>{words.removeText}</p>
      </Confirm>
    </Part>
  );
}

/** « Panneaux, version 2024 ». */
function useFormatName() {
  const words = useLendingWords();
  return ({ format, label }: ItemFormat) => [lendingWord(words, "format", format), label].filter(Boolean).join(", ");
}

function OneFormat({ item, format, name, onRemove }: { item: Item; format: ItemFormat; name: string; onRemove: () => void }) {
  const { w } = useFormatWords();
  const edits = may(item, "edit");
  const { open, show, close, button } = useUnfolded();
  const facts = useFacts(format);
  return (
    <section className="format" aria-label={name}>
      <div className="format__head">
        <h3>{name}</h3>
        {edits && !open && (
          <div className="line__actions">
            <Button size="xs" ref={button} aria-label={w.editOf(name)} onClick={show}>{w.edit}</Button>
            {item.formats.length > 1 && <Button size="xs" variant="subtle" aria-label={w.removeOf(name)} onClick={onRemove}>{w.remove}</Button>}
          </div>
        )}
      </div>
      {open ? <EditFormat item={item} format={format} name={name} onClose={close} /> : facts.length > 0 && <p className="soft">{facts.join(" · ")}</p>}
      {format.units.length === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : (
        <ul role="list" className="lines" aria-label={name}>{format.units.map((unit) => <UnitLine key={unit.id} item={item} unit={unit} />)}</ul>
      )}
      {edits && <NewUnit item={item} format={format} />}
    </section>
  );
}

function NewUnit({ item, format }: { item: Item; format: ItemFormat }) {
  const { w } = useFormatWords();
  const { open, show, close, button } = useUnfolded();
  return open ? <AddUnit item={item} format={format} onClose={close} /> : <div><Button size="xs" ref={button} onClick={show}>{w.addUnit}</Button></div>;
}

/** What a format says for itself, shortly. */
function useFacts(format: ItemFormat): string[] {
  const { w, lang } = useFormatWords();
  const number = (value: number | null, unit: string) => value !== null && `${formatNumber(value, lang)}\u00a0${unit}`;
  return [
    format.panels !== null && w.panels(format.panels), format.dimensions, number(format.space_m2, "m²"), number(format.weight_kg, "kg"),
    format.insurance_value_cents !== null && formatAmount(format.insurance_value_cents, lang), format.external_id && `${w.fields.external_id}\u00a0: ${format.external_id}`,
    format.retired_on && w.retiredOn(formatDate(format.retired_on, lang)),
  ].filter((each): each is string => Boolean(each));
}
