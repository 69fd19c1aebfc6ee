import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { patch } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useLendingWords } from "@/programme/lendingWords";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { changes } from "@/space/kit/versions";
import { centsOf } from "./euros";
import { OUTCOMES, type Incident } from "./incidentCalls";
import { useIncidentWords } from "./incidentWords";

interface IncidentDialogueProps {
  incident: Incident;
  onSaved: () => Promise<unknown>;
  onClose: () => void;
}

const euros = (cents: number | null) => (cents === null ? "" : (cents / 100).toFixed(cents % 100 === 0 ? 0 : 2).replace(".", ","));

/** What is known of an incident, and how it is settled. */
export function IncidentDialogue({ incident, onSaved, onClose }: IncidentDialogueProps) {
  const { w } = useIncidentWords();
  const words = useLendingWords();
  const { version, description, happened_on: happened, estimated_cents: cents, insurer_told_on: told, insurer_reference: reference } = incident;
  const before = { description, happened_on: happened ?? "", estimated_cents: euros(cents), insurer_told_on: told ?? "", insurer_reference: reference ?? "", outcome: "" };
  const entry = useEntry({
    initial: before,
    labels: { description: w.description, happened_on: w.happenedOn, estimated_cents: w.estimatedCents, insurer_told_on: w.insurerToldOn, insurer_reference: w.insurerReference, outcome: w.outcome },
    check: (values) => ({ ...(!values.description.trim() && { description: w.descriptionNeeded }), ...(values.estimated_cents.trim() && centsOf(values.estimated_cents) === null && { estimated_cents: w.amountWrong }) }),
    send: async (values) => {
      const changed: Record<string, unknown> = Object.fromEntries(Object.entries(changes(before, values)).map(([name, value]) => [name, value || null]));
      if ("estimated_cents" in changed) changed["estimated_cents"] = centsOf(values.estimated_cents);
      if (Object.keys(changed).length === 0) return;
      await patch(`/incidents/${incident.id}`, changed, `"v${version}"`);
      await onSaved();
    },
  });
  const today = todayInParis();
  return (
    <Dialogue opened onClose={onClose} title={w.followTitle}>
      <EntryForm
        entry={entry} submitLabel={w.save} label={w.followTitle} onCancel={onClose} cancelLabel={w.back}
        onDone={() => { tell(entry.values.outcome ? w.savedClosed : entry.changed ? w.saved : w.nothing); onClose(); }}
      >
        <Textarea {...entry.field("description")} label={w.description} autosize minRows={3} maxRows={10} maxLength={5000} />
        <div className="group__pair">
          <TextInput {...entry.field("happened_on")} type="date" max={today} label={w.happenedOn} />
          <TextInput {...entry.field("estimated_cents")} label={w.estimatedCents} inputMode="decimal" autoComplete="off" />
          <TextInput {...entry.field("insurer_told_on")} type="date" max={today} label={w.insurerToldOn} />
          <TextInput {...entry.field("insurer_reference")} label={w.insurerReference} maxLength={100} autoComplete="off" />
        </div>
        <NativeSelect {...entry.field("outcome")} label={w.outcome} description={w.outcomeHint} data={[{ value: "", label: w.outcomeOpen }, ...OUTCOMES.map((value) => ({ value, label: words.outcome[value] }))]} />
      </EntryForm>
    </Dialogue>
  );
}
