import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { patch, post } from "@/api/write";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { item as itemQuery, path, tagOf, type Item, type ItemFormat, type Unit } from "./calls";
import { nextUnit } from "./formats";
import { useFormatWords } from "./formatWords";
import { whole } from "./sheet";
import { optionsOf } from "./SheetFields";
import { useItemPart } from "./useItemPart";

interface UnitValues {
  name: string;
  state: string;
  state_note: string;
  place: string;
}
interface UnitBody {
  name: string | null;
  state: string;
  state_note: string | null;
  place: string | null;
}

const text = (value: string) => value.trim() || null;
const toBody = ({ name, state, state_note: note, place }: UnitValues): UnitBody => ({ name: text(name), state, state_note: text(note), place: text(place) });
const toValues = (unit?: Unit): UnitValues => ({ name: unit?.name ?? "", state: unit?.state ?? "usable", state_note: unit?.state_note ?? "", place: unit?.place ?? "" });
const unitOf = (item: Item, id: string) => item.formats.flatMap(({ units }) => units).find((unit) => unit.id === id);

function useLabels() {
  const { w } = useFormatWords();
  return { name: w.unitName, state: w.state, state_note: w.stateNote, place: w.place };
}

function Fields({ entry }: { entry: Entry<UnitValues> }) {
  const { w } = useFormatWords();
  const words = useLendingWords();
  return (
    <>
      <div className="group__pair">
        <TextInput {...entry.field("name")} label={w.unitName} maxLength={120} autoComplete="off" />
        <TextInput {...entry.field("place")} label={w.place} maxLength={200} autoComplete="off" />
      </div>
      <Select {...entry.field("state")} label={w.state} data={optionsOf(words.unit_state)} />
      <Textarea {...entry.field("state_note")} label={w.stateNote} maxLength={500} minRows={2} />
    </>
  );
}

/** Another copy of a format, or another module of a copy. */
export function AddUnit({ item, format, onClose }: { item: Item; format: ItemFormat; onClose: () => void }) {
  const { w } = useFormatWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const next = nextUnit(format.units);
  const entry = useEntry<UnitValues & { copy_number: number | string; module_number: number | string }>({
    initial: { ...toValues(), copy_number: next.copy_number, module_number: next.module_number ?? "" }, labels: { ...useLabels(), copy_number: w.copyNumber, module_number: w.moduleNumber },
    send: async ({ copy_number: copy, module_number: module, ...values }) => {
      const body = { ...toBody(values), copy_number: whole(copy) ?? 1, module_number: whole(module) };
      const { code } = await post<Unit>(`${path(item.id)}/formats/${format.id}/units`, body, nameOf(body));
      forget();
      await Promise.all([client.invalidateQueries(itemQuery(item.id)), client.invalidateQueries({ queryKey: ["items"] })]);
      tell(w.unitAdded(code));
    },
  });
  useUnsaved(entry.changed);
  return (
    <EntryForm entry={entry} submitLabel={w.addUnitGo} label={w.addUnit} focusFirst onCancel={onClose} onDone={onClose}>
      <div className="group__pair">
        <NumberInput {...entry.field("copy_number")} label={w.copyNumber} min={1} max={100} allowDecimal={false} />
        <NumberInput {...entry.field("module_number")} label={w.moduleNumber} description={w.moduleHint} min={1} max={200} allowDecimal={false} />
      </div>
      <Fields entry={entry as unknown as Entry<UnitValues>} />
    </EntryForm>
  );
}

/** What is said of a unit; its version is its own. */
export function EditUnit({ item, unit, onClose }: { item: Item; unit: Unit; onClose: () => void }) {
  const { w } = useFormatWords();
  const words = useLendingWords();
  const labels = useLabels();
  const { met, send, settle, giveUp } = useItemPart<UnitBody>({
    item,
    bodyOf: (now) => {
      const found = unitOf(now, unit.id);
      return found ? toBody(toValues(found)) : null;
    },
    tagOf: (now) => tagOf(unitOf(now, unit.id)?.version ?? unit.version), save: (changed, etag) => patch(`/units/${unit.id}`, changed, etag),
    onSaved: (isNew) => {
      tell(isNew ? w.unitSaved(unit.code) : w.nothingToSave);
      onClose();
    },
  });
  const entry = useEntry({ initial: toValues(unit), labels, send: (values) => send(toBody(values)) });
  useUnsaved(entry.changed || met !== null);
  if (met) return <ClashForm met={met} label={(field) => labels[field]} words={(field, value) => (field === "state" ? lendingWord(words, "unit_state", String(value)) : String(value ?? ""))} onSend={settle} onCancel={() => { giveUp(); entry.set({}); }} />;
  return <EntryForm entry={entry} submitLabel={w.unitSave} label={w.unitEditOf(unit.code)} focusFirst onCancel={onClose}><Fields entry={entry} /></EntryForm>;
}
