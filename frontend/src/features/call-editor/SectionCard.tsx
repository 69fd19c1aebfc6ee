import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { announce } from "@/lib/announce";
import { Confirm } from "@/space/kit/Confirm";
import { AddField } from "./AddField";
import { ConditionEditor } from "./ConditionEditor";
import { allFields, newField, type Section } from "./definition";
import { addField, changeSection, fieldIds, fieldsBefore, moveSection, removeSection, slug } from "./editing";
import { FieldCard } from "./FieldCard";
import { useFormWords } from "./formWords";
import { OrderButtons } from "./OrderButtons";
import { useConditionWords } from "./useConditionWords";
import type { Editor } from "./useFormKeeper";

interface SectionCardProps {
  editor: Editor;
  section: Section;
  place: number;
  problems: Map<string, string[]>;
  published: ReadonlySet<string>;
  opened: string | null;
  onOpen: (id: string | null) => void;
}

/** A section and its fields, in order. */
export function SectionCard({ editor, section, place, problems, published, opened, onOpen }: SectionCardProps) {
  const { w } = useFormWords();
  const inWords = useConditionWords();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { form, change } = editor;
  const { id, title, help, condition, fields } = section;
  const what = title.trim() || w.sectionOf(place + 1);
  const own = problems.get(`section:${id}`) ?? [];
  const add = (type: Parameters<typeof newField>[1], label: string) => {
    const field = newField(slug(label, fieldIds(form)), type, label);
    change(addField(form, id, field));
    announce(w.added(label));
    onOpen(field.id);
  };
  return (
    <section className="part call-form-section" aria-label={what}>
      <div className="part__head">
        <h2>{what}</h2>
        <div className="line__actions">
          <OrderButtons what={what} place={place} count={form.sections.length} onMove={(by) => change(moveSection(form, place, by))} />
          <Button size="xs" aria-expanded={editing} aria-label={w.editSectionOf(what)} onClick={() => setEditing(!editing)}>{editing ? w.closeSection : w.edit}</Button>
        </div>
      </div>
      {own.map((problem) => <p key={problem} className="call-field__problem">{problem}</p>)}
      {editing ? (
        <div className="call-field__settings" role="group" aria-label={w.editSectionOf(what)}>
          <TextInput label={w.sectionTitle} value={title} maxLength={300} error={title.trim() === "" ? w.titleNeeded : undefined} autoComplete="off" onChange={({ currentTarget }) => change(changeSection(form, id, { title: currentTarget.value }), `${id}/title`)} />
          <Textarea label={w.sectionHelp} value={help} minRows={2} maxLength={2000} onChange={({ currentTarget }) => change(changeSection(form, id, { help: currentTarget.value }), `${id}/help`)} />
          <ConditionEditor label={w.conditionSection} condition={condition} fields={fieldsBefore(form, { section: id })} onChange={(next) => change(changeSection(form, id, { condition: next }), `${id}/condition`)} />
          <div><Button size="xs" variant="subtle" aria-label={w.removeOf(what)} onClick={() => (fields.length === 0 ? change(removeSection(form, id)) : setRemoving(true))}>{w.removeSection}</Button></div>
        </div>
      ) : (
        <>
          {help && <p>{help}</p>}
          {condition && <p className="soft">{w.shownIf(inWords(condition, allFields(form)))}</p>}
        </>
      )}
      {fields.length === 0 ? <p className="soft">{w.none}</p> : (
        <ol role="list" className="call-fields" aria-label={w.fieldsOf(what)}>
          {fields.map((field, at) => (
            <FieldCard
              key={field.id} editor={editor} field={field} section={id} place={at} count={fields.length} published={published} problems={problems.get(field.id) ?? []}
              beyond={{ up: place > 0, down: place < form.sections.length - 1 }} isOpen={opened === field.id} onOpen={onOpen}
            />
          ))}
        </ol>
      )}
      <AddField label={w.addFieldTo(what)} onAdd={add} />
      <Confirm
        opened={removing} title={w.removeSectionTitle(what)} confirmLabel={w.removeSection} onClose={() => setRemoving(false)}
        onConfirm={async () => { change(removeSection(form, id)); announce(w.removed(what)); }}
      >
        <p>{w.removeSectionText(fields.length)}</p>
      </Confirm>
    </section>
  );
}
