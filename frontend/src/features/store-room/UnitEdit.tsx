import { Radio, Textarea, TextInput } from "@mantine/core";
import { patch } from "@/api/write";
import { useLendingWords } from "@/programme/lendingWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import type { Unit } from "./calls";
import { useUnitWords } from "./unitWords";

interface UnitEditProps {
  unit: Unit;
  etag: string | null;
  onDone: () => Promise<void>;
  onClose: () => void;
}

const STATES = ["usable", "damaged", "lost", "retired"] as const;

/** Where a unit is stored, and what it is like. */
export function UnitEdit({ unit, etag, onDone, onClose }: UnitEditProps) {
  const { w } = useUnitWords();
  const words = useLendingWords();
  const entry = useEntry({
    initial: { place: unit.place ?? "", state: unit.state, state_note: unit.state_note ?? "" }, labels: { place: w.place, state: w.state, state_note: w.stateNote },
    send: ({ place, state, state_note: note }) => patch<Unit>(`/units/${unit.id}`, { place: place.trim() || null, state, state_note: note.trim() || null }, etag),
  });
  const done = () => {
    tell(w.saved);
    onClose();
    void onDone();
  };
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={w.editTitle} focusFirst onDone={done} onCancel={onClose}>
      <TextInput {...entry.field("place")} label={w.place} description={w.placeHint} maxLength={200} autoComplete="off" />
      <Radio.Group value={entry.values.state} onChange={(state) => entry.set({ state: state as Unit["state"] })} label={w.state}>
        <div className="store-choices">{STATES.map((each) => <Radio key={each} value={each} label={words.unit_state[each]} />)}</div>
      </Radio.Group>
      <Textarea {...entry.field("state_note")} label={w.stateNote} minRows={2} maxLength={500} />
    </EntryForm>
  );
}
