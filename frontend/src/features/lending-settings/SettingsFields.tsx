import { Checkbox, NumberInput, Radio, Textarea, TextInput } from "@mantine/core";
import { useLendingWords } from "@/programme/lendingWords";
import type { Entry } from "@/space/kit/entry";
import { BOUNDS, type NumberField, type SettingsValues } from "./settings";
import { useSettingsWords } from "./words";

export type Given = { entry: Entry<SettingsValues> };

function NumberOf({ entry, name }: Given & { name: NumberField }) {
  const { w } = useSettingsWords();
  const [least, most] = BOUNDS[name];
  return <NumberInput {...entry.field(name)} label={w.fields[name]} description={w.hints[name]} min={least} max={most} clampBehavior="none" allowDecimal={false} allowNegative={false} hideControls />;
}

export function Opening({ entry }: Given) {
  const { w } = useSettingsWords();
  const { value, error, onChange } = entry.field("opening_days");
  return (
    <fieldset className="group">
      <legend>{w.groups.opening}</legend>
      <Checkbox.Group className="lending-settings__days" label={w.fields.opening_days} description={w.openingHint} value={value} error={error} onChange={onChange}>
        <div className="group__choices">{w.weekdays.map((day, index) => <Checkbox key={day} value={String(index + 1)} label={day} />)}</div>
      </Checkbox.Group>
      <div className="group__pair"><NumberOf entry={entry} name="notice_days" /><NumberOf entry={entry} name="hold_days" /></div>
      <div className="group__pair"><NumberOf entry={entry} name="min_days" /><NumberOf entry={entry} name="max_days" /></div>
    </fieldset>
  );
}

export function Buffers({ entry }: Given) {
  const { w } = useSettingsWords();
  return (
    <fieldset className="group">
      <legend>{w.groups.buffers}</legend>
      <div className="group__pair"><NumberOf entry={entry} name="buffer_before_days" /><NumberOf entry={entry} name="buffer_after_days" /></div>
      <TextInput {...entry.field("near_departments")} label={w.fields.near_departments} description={w.hints.near_departments} maxLength={400} autoComplete="off" />
      {entry.values.near_departments.trim() && <div className="group__pair"><NumberOf entry={entry} name="far_buffer_before_days" /><NumberOf entry={entry} name="far_buffer_after_days" /></div>}
    </fieldset>
  );
}

export function Papers({ entry }: Given) {
  const { w } = useSettingsWords();
  const { insurance } = useLendingWords();
  return (
    <fieldset className="group">
      <legend>{w.groups.papers}</legend>
      <Radio.Group {...entry.field("insurance")} label={w.fields.insurance}>
        {Object.entries(insurance).map(([value, label]) => <Radio key={value} value={value} label={label} description={w.insuranceHints[value]} />)}
      </Radio.Group>
    </fieldset>
  );
}

export function Who({ entry }: Given) {
  const { w } = useSettingsWords();
  return (
    <fieldset className="group">
      <legend>{w.groups.who}</legend>
      <Textarea {...entry.field("address")} label={w.fields.address} maxLength={500} minRows={2} />
      <div className="group__pair">
        <TextInput {...entry.field("email")} label={w.fields.email} type="email" inputMode="email" maxLength={320} autoComplete="off" />
        <TextInput {...entry.field("phone")} label={w.fields.phone} type="tel" inputMode="tel" maxLength={40} autoComplete="off" />
        <TextInput {...entry.field("signatory_name")} label={w.fields.signatory_name} maxLength={200} autoComplete="off" />
        <TextInput {...entry.field("signatory_capacity")} label={w.fields.signatory_capacity} description={w.hints.signatory_capacity} maxLength={200} autoComplete="off" />
      </div>
    </fieldset>
  );
}
