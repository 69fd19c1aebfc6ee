import { Checkbox, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { ConditionEditor } from "./ConditionEditor";
import {
  FIELD_TYPES, FILE_KINDS, hasBounds, hasLength, hasOptions, hasRows, PURPOSE_TYPES, PURPOSES, retyped, ROW_TYPES, type FieldType, type FileKind, type Purpose, type RowField,
} from "./definition";
import { useFormWords } from "./formWords";
import { NumberOrNothing } from "./NumberOrNothing";
import { OptionsEditor } from "./OptionsEditor";

interface FieldSettingsProps<F extends RowField> {
  field: F;
  /** People may have answered it: its kind of answer stays. */
  isPublished: boolean;
  isRow?: boolean;
  /** Fields that its condition may name. */
  before: RowField[];
  /** Purposes that other fields serve, with their labels. */
  taken?: Partial<Record<Purpose, string>>;
  onChange: (part: Partial<F>, place: string) => void;
}

const REQUIRED = ["at_submission", "at_label", "never"] as const;
const USUAL = { text: 300, long_text: 5000 } as const;

/** Everything of one field that is not other fields. */
export function FieldSettings<F extends RowField>({ field, isPublished, isRow = false, before, taken = {}, onChange }: FieldSettingsProps<F>) {
  const { w } = useFormWords();
  const set = (part: Partial<RowField>, place = "") => onChange(part as Partial<F>, place);
  const isExplanation = field.type === "explanation";
  return (
    <>
      <TextInput
        label={w.label} description={isRow ? undefined : w.labelHint} value={field.label} maxLength={300} error={field.label.trim() === "" ? w.labelNeeded : undefined} autoComplete="off" data-first
        onChange={({ currentTarget }) => set({ label: currentTarget.value }, "label")}
      />
      <Textarea
        label={isExplanation ? w.explanationHelp : w.help} description={isExplanation ? undefined : w.helpHint} value={field.help} minRows={isExplanation ? 3 : 1} maxLength={2000}
        onChange={({ currentTarget }) => set({ help: currentTarget.value }, "help")}
      />
      <Select
        label={w.type} description={isPublished ? w.typeKept : undefined} value={field.type} disabled={isPublished} data={(isRow ? ROW_TYPES : FIELD_TYPES).map((type) => ({ value: type, label: w.types[type] }))}
        onChange={(type) => type && onChange(retyped(field, type as FieldType), "")}
      />
      {hasOptions(field.type) && <OptionsEditor field={field} onChange={(options) => set({ options }, "options")} />}
      <Bounds field={field} set={set} />
      {field.type === "file" && <Files field={field} set={set} />}
      {!isExplanation && (
        <Radio.Group label={w.required} value={field.required} onChange={(required) => set({ required: required as RowField["required"] })}>
          {REQUIRED.map((each) => <Radio key={each} value={each} label={w.requireds[each]} description={w.requiredHints[each]} />)}
        </Radio.Group>
      )}
      <ConditionEditor label={w.condition} condition={field.condition} fields={before} onChange={(condition) => set({ condition }, "condition")} />
      {!isRow && !isExplanation && <PurposeChoice field={field} taken={taken} set={set} />}
      {!isExplanation && (
        <div>
          <Checkbox label={w.identifying} description={w.identifyingHint} checked={field.is_identifying} onChange={({ currentTarget }) => set({ is_identifying: currentTarget.checked })} />
          <Checkbox label={w.stale} description={w.staleHint} checked={field.is_stale_on_renewal} onChange={({ currentTarget }) => set({ is_stale_on_renewal: currentTarget.checked })} />
        </div>
      )}
    </>
  );
}

interface Given {
  field: RowField;
  set: (part: Partial<RowField>, place?: string) => void;
}

function Bounds({ field, set }: Given) {
  const { w } = useFormWords();
  const { type } = field;
  if (hasLength(type)) {
    return <div className="call-short"><NumberOrNothing label={w.maxLength} description={w.maxLengthHint(USUAL[type as keyof typeof USUAL])} value={field.max_length} min={1} max={20_000} onChange={(value) => set({ max_length: value }, "max_length")} /></div>;
  }
  if (hasRows(type)) {
    return (
      <div className="group__pair">
        <NumberOrNothing label={w.minRows} value={field.min_rows} min={1} max={200} onChange={(value) => set({ min_rows: value }, "min_rows")} />
        <NumberOrNothing label={w.maxRows} value={field.max_rows} min={1} max={200} onChange={(value) => set({ max_rows: value }, "max_rows")} />
      </div>
    );
  }
  if (type === "date") {
    return (
      <div className="group__pair">
        <TextInput label={w.minDate} type="date" value={String(field.min ?? "")} onChange={({ currentTarget }) => set({ min: currentTarget.value || null }, "min")} />
        <TextInput label={w.maxDate} type="date" value={String(field.max ?? "")} onChange={({ currentTarget }) => set({ max: currentTarget.value || null }, "max")} />
      </div>
    );
  }
  if (!hasBounds(type)) return null;
  const [cents, decimals] = [type === "amount", type === "decimal"];
  return (
    <div className="group__pair">
      <NumberOrNothing label={cents ? w.minAmount : w.min} value={field.min} cents={cents} decimals={decimals} onChange={(value) => set({ min: value }, "min")} />
      <NumberOrNothing label={cents ? w.maxAmount : w.max} value={field.max} cents={cents} decimals={decimals} onChange={(value) => set({ max: value }, "max")} />
    </div>
  );
}

function Files({ field, set }: Given) {
  const { w } = useFormWords();
  const types = field.media_types ?? [];
  const kinds = Object.keys(FILE_KINDS) as FileKind[];
  const chosen = kinds.filter((kind) => FILE_KINDS[kind].every((type) => types.includes(type)));
  // Types that a program named one by one stay.
  const others = types.filter((type) => !chosen.some((kind) => (FILE_KINDS[kind] as readonly string[]).includes(type)));
  return (
    <>
      <Checkbox.Group label={w.files} description={w.filesHint} value={chosen} onChange={(next) => set({ media_types: [...others, ...kinds.filter((kind) => next.includes(kind)).flatMap((kind) => FILE_KINDS[kind])] })}>
        <div className="group__choices">{kinds.map((kind) => <Checkbox key={kind} value={kind} label={w.fileKinds[kind]} />)}</div>
      </Checkbox.Group>
      <div className="call-short"><NumberOrNothing label={w.maxSize} description={w.maxSizeHint} value={field.max_size_bytes} millions decimals min={0.1} max={20} onChange={(value) => set({ max_size_bytes: value }, "max_size_bytes")} /></div>
    </>
  );
}

function PurposeChoice({ field, taken, set }: Given & { taken: Partial<Record<Purpose, string>> }) {
  const { w } = useFormWords();
  const fitting = PURPOSES.filter((purpose) => PURPOSE_TYPES[purpose].includes(field.type));
  if (fitting.length === 0) return null;
  const name = (purpose: Purpose) => (taken[purpose] === undefined ? w.purposes[purpose] : `${w.purposes[purpose]} (${w.purposeTaken(taken[purpose])})`);
  return (
    <Select
      label={w.purpose} description={w.purposeHint} value={field.purpose ?? ""} onChange={(purpose) => set({ purpose: (purpose || null) as RowField["purpose"] })}
      data={[{ value: "", label: w.noPurpose }, ...fitting.map((purpose) => ({ value: purpose, label: name(purpose), disabled: taken[purpose] !== undefined }))]}
    />
  );
}
