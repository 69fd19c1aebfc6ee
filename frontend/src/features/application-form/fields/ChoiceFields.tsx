import { Button, Checkbox, Radio, Select } from "@mantine/core";
import { useFormWords } from "../words";
import { errorAt, Label, Place, type InputProps } from "./shared";

/** Choices shown one by one; beyond, in a list. */
const SHOWN = 6;

function Clear({ onClear }: { onClear: () => void }) {
  const { w } = useFormWords();
  return <Button variant="subtle" size="xs" className="ask__clear" onClick={onClear}>{w.clear}</Button>;
}

export function BooleanField({ field, pointer, value, onChange, errors }: InputProps) {
  const { w } = useFormWords();
  const isAnswered = typeof value === "boolean";
  return (
    <Place pointer={pointer}>
      <Radio.Group
        label={<Label field={field} />} description={field.help || undefined} error={errorAt(errors, pointer)} value={isAnswered ? String(value) : ""} onChange={(chosen) => onChange(chosen === "true")}
      >
        <div className="ask__options ask__options--inline"><Radio value="true" label={w.yes} /><Radio value="false" label={w.no} /></div>
      </Radio.Group>
      {isAnswered && field.required !== "at_submission" && <Clear onClear={() => onChange(null)} />}
    </Place>
  );
}

export function ChoiceField({ field, pointer, value, onChange, errors }: InputProps) {
  const { w } = useFormWords();
  const { options = [] } = field;
  const chosen = typeof value === "string" ? value : "";
  const error = errorAt(errors, pointer);
  // In a row, a list keeps the row short.
  const isInRow = pointer.split("/").length > 3;
  if (isInRow || options.length > SHOWN) {
    return (
      <Place pointer={pointer}>
        <Select
          label={<Label field={field} />} description={field.help || undefined} error={error} placeholder={w.choose} data={options} value={chosen || null} onChange={onChange} required={field.required === "at_submission"} withAsterisk={false}
          clearable searchable={options.length > 12} clearButtonProps={{ "aria-label": w.clear }} className="ask__medium"
        />
      </Place>
    );
  }
  return (
    <Place pointer={pointer}>
      <Radio.Group label={<Label field={field} />} description={field.help || undefined} error={error} value={chosen} onChange={onChange}>
        <div className="ask__options">{options.map(({ value: each, label }) => <Radio key={each} value={each} label={label} />)}</div>
      </Radio.Group>
      {chosen && field.required !== "at_submission" && <Clear onClear={() => onChange(null)} />}
    </Place>
  );
}

export function ChoicesField({ field, pointer, value, onChange, errors }: InputProps) {
  const { options = [] } = field;
  const chosen = Array.isArray(value) ? value.map(String) : [];
  // In the order of the form, whatever was ticked first: two people who tick the same have written the same.
  const inOrder = (values: string[]) => options.map((option) => option.value).filter((each) => values.includes(each));
  return (
    <Place pointer={pointer}>
      <Checkbox.Group
        label={<Label field={field} />} description={field.help || undefined} error={errorAt(errors, pointer)} value={chosen}
        onChange={(values) => onChange(values.length > 0 ? inOrder(values) : null)}
      >
        <div className="ask__options">{options.map(({ value: each, label }) => <Checkbox key={each} value={each} label={label} />)}</div>
      </Checkbox.Group>
    </Place>
  );
}
