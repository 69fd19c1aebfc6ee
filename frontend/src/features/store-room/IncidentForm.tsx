import { NumberInput, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useLendingWords } from "@/programme/lendingWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useRequestName } from "@/space/kit/useRequestName";
import { loanPath, type Incident, type UnitOfLoan } from "./calls";
import { useReportWords } from "./reportWords";
import { useUnitName } from "./useUnitName";

interface IncidentFormProps {
  loan: string;
  units: readonly UnitOfLoan[];
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Damage or loss: of which unit, what, when, and what it may cost. */
export function IncidentForm({ loan, units, onDone, onClose }: IncidentFormProps) {
  const { w } = useReportWords();
  const words = useLendingWords();
  const name = useUnitName();
  const { nameOf } = useRequestName();
  const entry = useEntry({
    initial: { unit_id: units.length === 1 ? units[0]?.id ?? "" : "", kind: "damage" as Incident["kind"], happened_on: "", description: "", estimated_cents: "" as number | string },
    labels: { unit_id: w.incidentUnit, kind: w.incidentKind, happened_on: w.happenedOn, description: w.description, estimated_cents: w.estimate },
    check: ({ unit_id: unit, description }) => ({ ...(!unit && { unit_id: w.chooseUnit }), ...(!description.trim() && { description: w.descriptionNeeded }) }),
    send: ({ unit_id, kind, happened_on, description, estimated_cents: euros }) => {
      const body = { unit_id, kind, happened_on: happened_on || null, description: description.trim(), estimated_cents: typeof euros === "number" ? Math.round(euros * 100) : null };
      return post<Incident>(`${loanPath(loan)}/incidents`, body, nameOf(body));
    },
  });
  useUnsaved(entry.changed);
  const done = () => {
    tell(w.incidentSaved);
    onClose();
    void onDone();
  };
  return (
    <EntryForm entry={entry} submitLabel={w.incidentSave} label={w.report} focusFirst onDone={done} onCancel={onClose}>
      {units.length > 1 && <Select {...entry.field("unit_id")} label={w.incidentUnit} data={units.map((unit) => ({ value: unit.id, label: `${name(unit)} (${unit.code})` }))} searchable={units.length > 8} />}
      <Radio.Group value={entry.values.kind} onChange={(kind) => entry.set({ kind: kind as Incident["kind"] })} label={w.incidentKind}>
        <div className="store-choices">{(["damage", "loss"] as const).map((each) => <Radio key={each} value={each} label={words.incident[each]} />)}</div>
      </Radio.Group>
      <Textarea {...entry.field("description")} label={w.description} description={w.descriptionHint} minRows={3} maxLength={5000} />
      <div className="group__pair">
        <TextInput {...entry.field("happened_on")} type="date" label={w.happenedOn} max={todayInParis()} />
        <NumberInput {...entry.field("estimated_cents")} label={w.estimate} min={0} decimalScale={2} decimalSeparator="," allowNegative={false} inputMode="decimal" />
      </div>
    </EntryForm>
  );
}
