import { Button, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { del, patch, post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatMoment, formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { may, notes, path, type Note, type Organisation } from "./calls";
import { useOrganisationWords } from "./words";

/** What the agency's team writes down of an organisation, the newest first. The organisation never sees it. */
export function NotesPart({ organisation }: { organisation: Organisation }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const query = useQuery(notes(organisation.id));
  const [leaving, setLeaving] = useState<Note | null>(null);
  const refresh = () => client.invalidateQueries(notes(organisation.id));
  return (
    <Part title={w.notes}>
      <p className="soft">{w.notesLead}</p>
      {may(organisation, "write_notes") && <NoteForm organisation={organisation} onSaved={refresh} />}
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <p className="soft">{w.notesNone}</p> : (
          <ul role="list" className="lines" aria-label={w.notes}>
            {items.map((note) => <NoteLine key={note.id} note={note} organisation={organisation} onSaved={refresh} onRemove={() => setLeaving(note)} />)}
          </ul>
        ))}
      </Loaded>
      <Confirm
        opened={leaving !== null} title={w.noteRemoveTitle} confirmLabel={w.noteRemove} onClose={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await del(`${path(organisation.id)}/notes/${leaving.id}`);
          await refresh();
          tell(w.noteRemoved);
        }}
      >
        <p>{w.noteRemoveText}</p>
      </Confirm>
    </Part>
  );
}

interface NoteFormProps {
  organisation: Organisation;
  note?: Note;
  onClose?: () => void;
  onSaved: () => Promise<void>;
}

function NoteForm({ organisation, note, onClose, onSaved }: NoteFormProps) {
  const { w } = useOrganisationWords();
  const entry = useEntry({
    initial: { text: note?.text ?? "" }, labels: { text: w.note },
    check: ({ text }) => (text.trim() ? {} : { text: w.noteNeeded }),
    send: async ({ text }) => {
      const all = `${path(organisation.id)}/notes`;
      if (note) await patch(`${all}/${note.id}`, { text: text.trim() }, `"v${note.version}"`);
      else await post(all, { text: text.trim() });
      await onSaved();
    },
  });
  const done = () => {
    tell(w.noteSaved);
    if (onClose) onClose();
    else entry.reset({ text: "" });
  };
  return (
    <EntryForm entry={entry} submitLabel={w.noteGo} label={note ? w.noteEdit : w.note} focusFirst={note !== undefined} onDone={done} onCancel={onClose}>
      <Textarea {...entry.field("text")} label={note ? w.noteEdit : w.note} minRows={2} maxLength={5000} />
    </EntryForm>
  );
}

function NoteLine({ note, organisation, onSaved, onRemove }: { note: Note; organisation: Organisation; onSaved: () => Promise<void>; onRemove: () => void }) {
  const { w, lang } = useOrganisationWords();
  const { open, show, close, button } = useUnfolded();
  if (open) return <li className="line"><div className="line__main"><NoteForm organisation={organisation} note={note} onClose={close} onSaved={onSaved} /></div></li>;
  return (
    <li className="line">
      <div className="line__main">
        <span className="soft">{[note.author ?? w.someone, formatMoment(note.created_at, lang), note.version > 1 && w.noteChanged(formatSince(note.updated_at, lang))].filter(Boolean).join(" · ")}</span>
        <span className="note">{note.text}</span>
      </div>
      <div className="line__actions">
        {may(note, "edit") && <Button size="xs" ref={button} aria-label={w.noteEdit} onClick={show}>{w.edit1}</Button>}
        {may(note, "remove") && <Button size="xs" onClick={onRemove}>{w.noteRemove}</Button>}
      </div>
    </li>
  );
}
