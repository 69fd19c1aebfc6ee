import { Checkbox, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { patch } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useBylawsWords } from "./bylawsWords";
import { useMove, versions, type Bylaws, type Rules } from "./calls";
import { FIELDS, GROUPS, rulesOf, typedOf, wrongOf, type Field, type Group, type Typed } from "./rules";

interface BylawsFormProps {
  rules: Rules;
  /** The version that is corrected; without it, a new one is adopted. */
  bylaws?: Bylaws;
  onClose: () => void;
}

/** Every rule as a field, in the groups in which people look for it. */
export function BylawsForm({ rules, bylaws, onClose }: BylawsFormProps) {
  const { w } = useBylawsWords();
  const client = useQueryClient();
  const move = useMove();
  const today = todayInParis();
  const entry = useEntry<Typed>({
    initial: { adopted_on: bylaws?.adopted_on ?? today, begins_on: bylaws?.begins_on ?? today, ends_on: "", note: bylaws?.note ?? "", ...typedOf(rules) },
    labels: { adopted_on: w.adoptedOn, begins_on: w.beginsOn, ends_on: w.endsOn, note: w.note, ...Object.fromEntries(FIELDS.map(({ path }) => [path, w.field(path)])) },
    check: (values) => ({ ...wrongOf(values, w), ...(!values["adopted_on"] && { adopted_on: w.dayNeeded }), ...(!values["begins_on"] && { begins_on: w.dayNeeded }) }),
    send: async ({ adopted_on: adopted, begins_on: begins, ends_on: ends, note, ...typed }) => {
      const body = { adopted_on: adopted, rules: rulesOf(typed), note: note || null };
      if (!bylaws) return move("/bylaws", { ...body, begins_on: begins, ends_on: ends || null });
      await patch(`/bylaws/${bylaws.id}`, body, `"v${bylaws.version}"`);
      await client.invalidateQueries(versions());
    },
  });
  useUnsaved(entry.changed);
  const done = bylaws ? w.corrected : w.done;
  return (
    <EntryForm
      entry={entry} submitLabel={bylaws ? w.correctGo : w.adoptGo} label={bylaws ? w.correct : w.adoptTitle} focusFirst onCancel={onClose} cancelLabel={w.cancel}
      onDone={() => { tell(done); onClose(); }}
    >
      <div className="group__pair">
        <TextInput {...entry.field("adopted_on")} type="date" label={w.adoptedOn} />
        {!bylaws && <TextInput {...entry.field("begins_on")} type="date" label={w.beginsOn} />}
      </div>
      {!bylaws && <TextInput {...entry.field("ends_on")} type="date" label={w.endsOn} description={w.endsOnHint} />}
      {(Object.keys(GROUPS) as Group[]).map((group) => (
        <fieldset key={group} className="group">
          <legend>{w.groups[group]}</legend>
          <div className="group__pair">{GROUPS[group].map((field) => <RuleField key={field.path} entry={entry} field={field} />)}</div>
        </fieldset>
      ))}
      <Textarea {...entry.field("note")} label={w.note} autosize minRows={2} maxLength={2000} />
    </EntryForm>
  );
}

function RuleField({ entry, field: { path, kind, choices } }: { entry: Entry<Typed>; field: Field }) {
  const { w } = useBylawsWords();
  const label = w.field(path);
  if (kind === "yes") return <Checkbox {...entry.check(path)} label={label} />;
  if (choices) return <NativeSelect {...entry.field(path)} label={label} data={choices.map((value) => ({ value, label: w.choices[value] ?? value }))} />;
  return <TextInput {...entry.field(path)} label={label} inputMode={kind === "number" ? "numeric" : "text"} autoComplete="off" />;
}
