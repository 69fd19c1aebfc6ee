import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Answer } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { setAgenda, type Meeting } from "./calls";
import { useMeetingWords } from "./words";

interface AgendaPartProps {
  answer: Answer<Meeting>;
  mayEdit: boolean;
  onDone: () => Promise<unknown>;
}

/** What is to be spoken of, in its order, and what was said. */
export function AgendaPart({ answer, mayEdit, onDone }: AgendaPartProps) {
  const { w } = useMeetingWords();
  const { open, show, close, button } = useUnfolded();
  const { agenda } = answer.data;
  return (
    <Part title={w.agenda} actions={mayEdit && !open && <Button ref={button} size="xs" onClick={show}>{w.edit}</Button>}>
      {open ? <AgendaForm answer={answer} onDone={onDone} onClose={close} /> : agenda.length === 0 ? <p className="soft">{w.agendaNone}</p> : (
        <ol className="meetings__agenda">
          {agenda.map(({ id, title, text, report }) => <li key={id}><strong>{title}</strong>{text && <p className="note">{text}</p>}{report && <p className="note soft">{report}</p>}</li>)}
        </ol>
      )}
    </Part>
  );
}

interface Item {
  key: string;
  id: string | null;
  title: string;
  text: string;
  report: string;
}

function AgendaForm({ answer, onDone, onClose }: { answer: Answer<Meeting>; onDone: () => Promise<unknown>; onClose: () => void }) {
  const { w } = useMeetingWords();
  const told = answer.data;
  const hasBegun = !["planned", "convened"].includes(told.state);
  const [made, setMade] = useState(1);
  const fresh = (): Item => ({ key: `new-${made}`, id: null, title: "", text: "", report: "" });
  const entry = useEntry({
    initial: { items: told.agenda.length > 0 ? told.agenda.map(({ id, title, text, report }): Item => ({ key: id, id, title, text: text ?? "", report: report ?? "" })) : [{ key: "new-0", id: null, title: "", text: "", report: "" }] },
    labels: { items: w.agenda },
    send: async ({ items }) => {
      await setAgenda(told.id, items.filter(({ title }) => title.trim()).map(({ id, title, text, report }) => ({ id, title, text: text || null, report: report || null })), answer.etag);
      tell(w.saved);
      await onDone();
    },
  });
  const { items } = entry.values;
  const write = (place: number, part: Partial<Item>) => entry.set({ items: items.map((item, at) => (at === place ? { ...item, ...part } : item)) });
  const up = (place: number) => entry.set({ items: items.map((item, at) => (at === place - 1 ? items[place]! : at === place ? items[place - 1]! : item)) });
  return (
    <EntryForm entry={entry} submitLabel={w.save} focusFirst onDone={onClose} onCancel={onClose}>
      {items.map((item, place) => (
        <fieldset key={item.key} className="group">
          <legend>{w.item(place + 1)}</legend>
          <TextInput data-field={place === 0 ? "items" : undefined} label={w.name} value={item.title} maxLength={200} onChange={({ currentTarget }) => write(place, { title: currentTarget.value })} />
          <Textarea label={w.itemText} value={item.text} maxLength={5000} autosize minRows={1} onChange={({ currentTarget }) => write(place, { text: currentTarget.value })} />
          {hasBegun && <Textarea label={w.report} value={item.report} maxLength={10_000} autosize minRows={2} onChange={({ currentTarget }) => write(place, { report: currentTarget.value })} />}
          <div className="line__actions">
            {place > 0 && <Button size="xs" aria-label={w.up(place + 1)} onClick={() => up(place)}>↑</Button>}
            <Button size="xs" variant="subtle" onClick={() => entry.set({ items: items.filter((_, at) => at !== place) })}>{w.removeItem(place + 1)}</Button>
          </div>
        </fieldset>
      ))}
      <div><Button size="xs" onClick={() => { entry.set({ items: [...items, fresh()] }); setMade(made + 1); }}>{w.addItem}</Button></div>
    </EntryForm>
  );
}
