import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useWords } from "@/lib/i18n";
import { announce } from "@/lib/announce";
import { VOCABULARIES, type Option, type RowField } from "./definition";
import { slug } from "./editing";
import { useFormWords } from "./formWords";
import { moved, replaced, without } from "./lists";
import { OrderButtons } from "./OrderButtons";

interface OptionsEditorProps {
  field: RowField;
  /** Problems of the form, by the place of the option. */
  onChange: (options: Option[]) => void;
}

/** What one may choose. Values, which answers are kept by, are drawn from the words and stay; for the programme they are its own. */
export function OptionsEditor({ field, onChange }: OptionsEditorProps) {
  const { w } = useFormWords();
  const { t } = useWords();
  const box = useRef<HTMLFieldSetElement>(null);
  const [pasting, setPasting] = useState(false);
  const options = field.options ?? [];
  const name = field.purpose && VOCABULARIES[field.purpose];
  const vocabulary = name ? Object.entries(t.values[name]) : null;
  const focusLast = () => setTimeout(() => { [...(box.current?.querySelectorAll<HTMLElement>("[data-option]") ?? [])].at(-1)?.focus(); });
  const add = () => {
    const free = vocabulary?.find(([value]) => options.every((option) => option.value !== value));
    const label = free?.[1] ?? w.newOption;
    onChange([...options, { label, value: free?.[0] ?? optionValue(label, options) }]);
    focusLast();
  };
  const remove = (place: number, what: string) => {
    onChange(without(options, place));
    announce(w.removeOption(what));
    box.current?.querySelector<HTMLElement>("[data-add]")?.focus();
  };
  return (
    <fieldset ref={box} className="call-options">
      <legend>{w.options}</legend>
      {vocabulary && <p className="soft">{w.vocabularyHint}</p>}
      <ol role="list" className="call-options__list">
        {options.map((option, place) => (
          <li key={option.value} className="call-options__one" data-own={vocabulary ? true : undefined}>
            <TextInput
              aria-label={w.option(place + 1)} value={option.label} maxLength={300} data-option error={option.label.trim() === "" ? w.optionNeeded : undefined} autoComplete="off"
              onChange={({ currentTarget }) => onChange(replaced(options, place, { ...option, label: currentTarget.value }))}
            />
            {vocabulary && (
              <Select
                aria-label={`${w.vocabulary} · ${option.label}`} value={vocabulary.some(([value]) => value === option.value) ? option.value : null} data={vocabulary.map(([value, label]) => ({ value, label, disabled: value !== option.value && options.some((each) => each.value === value) }))}
                onChange={(value) => value && onChange(replaced(options, place, { ...option, value }))}
              />
            )}
            <OrderButtons what={option.label} place={place} count={options.length} onMove={(by) => onChange(moved(options, place, place + by))} />
            <Button size="xs" variant="subtle" aria-label={w.removeOption(option.label)} onClick={() => remove(place, option.label)}>{w.remove}</Button>
          </li>
        ))}
      </ol>
      {pasting ? (
        <PasteForm
          onCancel={() => setPasting(false)}
          onDone={(lines) => {
            onChange(lines.reduce<Option[]>((all, label) => [...all, { label, value: optionValue(label, all) }], options).slice(0, 200));
            setPasting(false);
          }}
        />
      ) : (
        <div className="line__actions">
          <Button size="xs" data-add onClick={add}>{w.addOption}</Button>
          {!vocabulary && <Button size="xs" variant="subtle" onClick={() => setPasting(true)}>{w.paste}</Button>}
        </div>
      )}
    </fieldset>
  );
}

const optionValue = (label: string, options: readonly Option[]) => slug(label, options.map(({ value }) => value), "choix");

function PasteForm({ onDone, onCancel }: { onDone: (lines: string[]) => void; onCancel: () => void }) {
  const { w } = useFormWords();
  const [text, setText] = useState("");
  const lines = text.split("\n").map((line) => line.trim().slice(0, 300)).filter(Boolean);
  return (
    <div className="call-options__paste">
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- one has just asked for it */}
      <Textarea label={w.paste} description={w.pasteHint} value={text} autoFocus onChange={({ currentTarget }) => setText(currentTarget.value)} />
      <div className="line__actions">
        <Button size="xs" variant="filled" aria-disabled={lines.length === 0} onClick={() => lines.length > 0 && onDone(lines)}>{w.pasteGo}</Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>{w.close}</Button>
      </div>
    </div>
  );
}
