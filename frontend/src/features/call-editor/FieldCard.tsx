import { Button, Select } from "@mantine/core";
import { useEffect, useRef } from "react";
import { announce } from "@/lib/announce";
import { AddField } from "./AddField";
import { newRowField, rowFieldsOf, allFields, type Definition, type Field, type Purpose, type RowField } from "./definition";
import { changeField, duplicateField, fieldIds, fieldsBefore, moveField, moveFieldTo, removeField, slug } from "./editing";
import { FieldSettings } from "./FieldSettings";
import { useFieldSummary } from "./FieldSummary";
import { useFormWords } from "./formWords";
import { moved, replaced, without } from "./lists";
import { OrderButtons } from "./OrderButtons";
import type { Editor } from "./useFormKeeper";

interface FieldCardProps {
  editor: Editor;
  field: Field;
  section: string;
  place: number;
  count: number;
  beyond: { up: boolean; down: boolean };
  /** What the API finds wrong with it. */
  problems: string[];
  /** Fields that people may have answered: ids, and `field/row_field`. */
  published: ReadonlySet<string>;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
}

/** A field in its section: what it is in a line, and its settings below when it is opened. */
export function FieldCard({ editor, field, section, place, count, beyond, problems, published, isOpen, onOpen }: FieldCardProps) {
  const { w } = useFormWords();
  const summary = useFieldSummary();
  const card = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(false);
  const what = field.label.trim() || w.types[field.type];
  const move = (by: -1 | 1) => {
    editor.change(moveField(editor.form, field.id, by));
    // In another section it is another element: focus goes with it.
    setTimeout(() => document.querySelectorAll<HTMLElement>(`[data-field-id="${field.id}"] .call-order__button`)[by === -1 ? 0 : 1]?.focus());
  };
  useEffect(() => {
    if (isOpen && !wasOpen.current) card.current?.querySelector<HTMLElement>("[data-first]")?.focus();
    if (!isOpen && wasOpen.current) card.current?.querySelector<HTMLElement>("[data-toggle]")?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <li ref={card} className="call-field" data-open={isOpen || undefined} data-field-id={field.id}>
      <div className="call-field__head">
        <div className="call-field__main">
          <span className="call-field__label">{what}</span>
          <span className="soft">{summary(field, editor.form)}</span>
          {problems.map((problem) => <span key={problem} className="call-field__problem">{problem}</span>)}
        </div>
        <div className="call-field__actions">
          <OrderButtons what={what} place={place} count={count} beyond={beyond} onMove={move} />
          <Button size="xs" data-toggle aria-expanded={isOpen} aria-label={isOpen ? w.closeOf(what) : w.editOf(what)} onClick={() => onOpen(isOpen ? null : field.id)}>{isOpen ? w.close : w.edit}</Button>
        </div>
      </div>
      {isOpen && <OpenField editor={editor} field={field} section={section} what={what} published={published} onOpen={onOpen} />}
    </li>
  );
}

function takenPurposes(form: Definition, but: string): Partial<Record<Purpose, string>> {
  return Object.fromEntries(allFields(form).filter(({ id, purpose }) => purpose && id !== but).map(({ purpose, label }) => [purpose, label]));
}

function OpenField({ editor, field, section, what, published, onOpen }: Pick<FieldCardProps, "editor" | "field" | "section" | "published" | "onOpen"> & { what: string }) {
  const { w } = useFormWords();
  const { form, change } = editor;
  const set = (part: Partial<Field>, where: string) => change(changeField(form, field.id, part), where && `${field.id}/${where}`);
  const duplicate = () => {
    const copy = duplicateField(form, field.id, w.copyOf(field.label));
    change(copy.form);
    announce(w.duplicated(w.copyOf(field.label)));
    onOpen(copy.id);
  };
  const remove = () => {
    change(removeField(form, field.id));
    announce(w.removed(what));
    onOpen(null);
  };
  return (
    <div className="call-field__settings" role="group" aria-label={`${w.more} · ${what}`}>
      <FieldSettings field={field} isPublished={published.has(field.id)} before={fieldsBefore(form, { field: field.id })} taken={takenPurposes(form, field.id)} onChange={set} />
      {field.type === "repetition" && <RowFields editor={editor} field={field} published={published} />}
      {form.sections.length > 1 && (
        <Select
          label={w.inSection} value={section} data={form.sections.map(({ id, title }) => ({ value: id, label: title || id }))} className="call-short"
          onChange={(id) => { const to = form.sections.find((each) => each.id === id); if (to && to.id !== section) change(moveFieldTo(form, field.id, to.id, to.fields.length)); }}
        />
      )}
      <p className="soft call-field__id">{w.programs} : <code>{field.id}</code></p>
      <div className="line__actions">
        <Button size="xs" onClick={() => onOpen(null)} aria-label={w.closeOf(what)}>{w.close}</Button>
        <Button size="xs" variant="subtle" disabled={fieldIds(form).length >= 400} onClick={duplicate}>{w.duplicate}</Button>
        <Button size="xs" variant="subtle" aria-label={w.removeOf(what)} onClick={remove}>{w.remove}</Button>
      </div>
    </div>
  );
}

/** The fields of each row, one opened at a time. */
function RowFields({ editor, field, published }: Pick<FieldCardProps, "editor" | "field" | "published">) {
  const { w } = useFormWords();
  const rows = rowFieldsOf(field);
  const set = (fields: RowField[], where = "") => editor.change(changeField(editor.form, field.id, { fields }), where && `${field.id}/${where}`);
  return (
    <fieldset className="call-rows">
      <legend>{w.rowFields}</legend>
      <ol role="list" className="call-rows__list">
        {rows.map((row, place) => (
          <RowFieldCard
            key={row.id} editor={editor} field={field} row={row} place={place} count={rows.length} isPublished={published.has(`${field.id}/${row.id}`)}
            onMove={(by) => set(moved(rows, place, place + by))} onRemove={() => { set(without(rows, place)); announce(w.removed(row.label)); }}
            onChange={(part, where) => set(replaced(rows, place, { ...row, ...part }), where && `${row.id}/${where}`)}
          />
        ))}
      </ol>
      <AddField label={w.addRowField} isRow onAdd={(type, label) => { set([...rows, newRowField(slug(label, rows.map(({ id }) => id)), type, label)]); announce(w.added(label)); }} />
    </fieldset>
  );
}

interface RowFieldCardProps {
  editor: Editor;
  field: Field;
  row: RowField;
  place: number;
  count: number;
  isPublished: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onChange: (part: Partial<RowField>, place: string) => void;
}

function RowFieldCard({ editor, field, row, place, count, isPublished, onMove, onRemove, onChange }: RowFieldCardProps) {
  const { w } = useFormWords();
  const summary = useFieldSummary();
  const what = row.label.trim() || w.types[row.type];
  return (
    <li className="call-field call-field--row">
      <details>
        <summary className="call-field__summary"><span className="call-field__label">{what}</span> <span className="soft">{summary(row, editor.form, field)}</span></summary>
        <div className="call-field__settings">
          <FieldSettings field={row} isRow isPublished={isPublished} before={fieldsBefore(editor.form, { field: field.id, row: row.id })} onChange={onChange} />
        </div>
      </details>
      <div className="call-field__actions">
        <OrderButtons what={what} place={place} count={count} onMove={onMove} />
        <Button size="xs" variant="subtle" aria-label={w.removeOf(what)} onClick={onRemove}>{w.remove}</Button>
      </div>
    </li>
  );
}
