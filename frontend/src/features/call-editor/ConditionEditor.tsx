import { Button, Select, TextInput } from "@mantine/core";
import { todayInParis } from "@/lib/dates";
import { firstLine, firstValue, fromLines, operatorsOf, toLines, type Comparison, type Lines } from "./conditions";
import type { Condition, Operator, RowField } from "./definition";
import { useFormWords } from "./formWords";
import { replaced, without } from "./lists";
import { NumberOrNothing } from "./NumberOrNothing";
import { useConditionWords } from "./useConditionWords";

interface ConditionEditorProps {
  label: string;
  condition: Condition | null | undefined;
  /** Fields that may be named: those before. */
  fields: RowField[];
  onChange: (condition: Condition | null) => void;
}

/** When something is shown, by lines that read like a sentence. */
export function ConditionEditor({ label, condition, fields, onChange }: ConditionEditorProps) {
  const { w } = useFormWords();
  const inWords = useConditionWords();
  const known = condition ? toLines(condition) : null;
  if (condition && !known) {
    return (
      <div className="call-condition" role="group" aria-label={label}>
        <p><strong>{label}</strong></p>
        <p>{w.nested} {inWords(condition, fields)}</p>
        <div><Button size="xs" onClick={() => onChange(null)}>{w.replaceCondition}</Button></div>
      </div>
    );
  }
  const [first] = fields;
  if (!first && !known) return <p className="soft">{w.noneBefore}</p>;
  const choose = (join: string | null) => {
    if (join === "all" || join === "any") onChange(fromLines({ join, lines: known?.lines ?? (first ? [firstLine(first, todayInParis())] : []) }));
    else onChange(null);
  };
  return (
    <div className="call-condition" role="group" aria-label={label}>
      <Select
        label={label} value={known?.join ?? "always"} onChange={choose} className="call-condition__join"
        data={[{ value: "always", label: w.always }, { value: "all", label: w.whenAll }, { value: "any", label: w.whenAny }]}
      />
      {known && <ConditionLines known={known} fields={fields} onChange={(lines) => onChange(fromLines(lines))} />}
    </div>
  );
}

function ConditionLines({ known, fields, onChange }: { known: Lines; fields: RowField[]; onChange: (lines: Lines) => void }) {
  const { w } = useFormWords();
  const { join, lines } = known;
  const add = () => {
    const field = fields.at(-1);
    if (field) onChange({ join, lines: [...lines, firstLine(field, todayInParis())] });
  };
  return (
    <>
      <ol role="list" className="call-condition__lines">
        {lines.map((line, place) => (
          // Lines have no name of their own: one is what stands at its place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place} className="call-condition__line" aria-label={w.conditionN(place + 1)}>
            <ConditionLine line={line} fields={fields} onChange={(next) => onChange({ join, lines: replaced(lines, place, next) })} />
            <Button size="xs" variant="subtle" aria-label={w.removeCondition(place + 1)} onClick={() => onChange({ join, lines: without(lines, place) })}>{w.remove}</Button>
          </li>
        ))}
      </ol>
      {fields.length > 0 && lines.length < 20 && <div><Button size="xs" onClick={add}>{w.addCondition}</Button></div>}
    </>
  );
}

function ConditionLine({ line, fields, onChange }: { line: Comparison; fields: RowField[]; onChange: (line: Comparison) => void }) {
  const { w } = useFormWords();
  const field = fields.find(({ id }) => id === line.field);
  const operators = field ? operatorsOf(field) : [line.operator];
  const isDate = field?.type === "date";
  const nameOf = (operator: Operator) => (isDate && (operator === "is_above" || operator === "is_below") ? w.operatorsDate[operator] : w.operators[operator]);
  const chooseField = (id: string | null) => {
    const chosen = fields.find((each) => each.id === id);
    if (chosen && chosen.id !== line.field) onChange(firstLine(chosen, todayInParis()));
  };
  const chooseOperator = (value: string | null) => {
    const operator = operators.find((each) => each === value);
    if (!operator || !field) return;
    const keeps = line.operator !== "is_filled" && operator !== "is_filled";
    onChange({ ...line, operator, value: keeps ? line.value : firstValue(field, operator, todayInParis()) });
  };
  return (
    <>
      <Select
        aria-label={w.conditionField} value={line.field} onChange={chooseField} searchable nothingFoundMessage="–"
        data={[...(field ? [] : [{ value: line.field, label: w.gone }]), ...fields.map(({ id, label }) => ({ value: id, label }))]}
      />
      <Select aria-label={w.conditionOperator} value={line.operator} onChange={chooseOperator} data={operators.map((operator) => ({ value: operator, label: nameOf(operator) }))} />
      {field && line.operator !== "is_filled" && <ConditionValue field={field} value={line.value} onChange={(value) => onChange({ ...line, value })} />}
    </>
  );
}

function ConditionValue({ field, value, onChange }: { field: RowField; value: Condition["value"]; onChange: (value: Condition["value"]) => void }) {
  const { w } = useFormWords();
  const label = w.conditionValue;
  if (field.type === "boolean") {
    return <Select aria-label={label} value={value === false ? "no" : "yes"} onChange={(chosen) => onChange(chosen === "yes")} data={[{ value: "yes", label: w.yes }, { value: "no", label: w.no }]} />;
  }
  if (field.options && field.options.length > 0) {
    return <Select aria-label={label} value={typeof value === "string" ? value : null} onChange={(chosen) => onChange(chosen ?? "")} data={field.options.map((option) => ({ value: option.value, label: option.label }))} />;
  }
  if (field.type === "date") return <TextInput aria-label={label} type="date" value={String(value ?? "")} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
  if (field.type === "text" || field.type === "commune") return <TextInput aria-label={label} value={String(value ?? "")} maxLength={300} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
  return <NumberOrNothing ariaLabel={label} value={value} cents={field.type === "amount"} decimals={field.type === "decimal"} onChange={(number) => onChange(number ?? 0)} />;
}
