import { NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { todayInParis } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useMove } from "./calls";
import { useGovernanceWords } from "./words";

/** A post of the board, from a day on. */
export function NewPostDialogue({ onClose }: { onClose: () => void }) {
  const { w } = useGovernanceWords();
  const words = useMemberWords();
  const move = useMove();
  const entry = useEntry({
    initial: { number: "" as number | string, renewal_group: "1", college: "", begins_on: todayInParis() },
    labels: { number: w.numberField, renewal_group: w.groupField, college: w.collegeField, begins_on: w.begins },
    check: ({ number, begins_on: begins }) => ({ ...(!(Number(number) >= 1 && Number(number) <= 22) && { number: w.numberNeeded }), ...(!begins && { begins_on: w.dayNeeded }) }),
    send: ({ number, renewal_group: group, college, begins_on: begins }) => move("/posts", { number: Number(number), renewal_group: Number(group), college: college || null, begins_on: begins }),
  });
  return (
    <Dialogue opened onClose={onClose} title={w.createTitle}>
      <EntryForm entry={entry} submitLabel={w.createGo} label={w.createTitle} focusFirst onCancel={onClose} cancelLabel={w.back} onDone={() => { tell(w.created); onClose(); }}>
        <NumberInput {...entry.field("number")} label={w.numberField} min={1} max={22} allowDecimal={false} />
        <NativeSelect {...entry.field("renewal_group")} label={w.groupField} data={["1", "2"].map((value) => ({ value, label: w.groupOf(Number(value)) }))} />
        <NativeSelect {...entry.field("college")} label={w.collegeField} data={[{ value: "", label: w.anyCollege }, ...Object.entries(words.college).map(([value, label]) => ({ value, label }))]} />
        <TextInput {...entry.field("begins_on")} type="date" label={w.begins} />
      </EntryForm>
    </Dialogue>
  );
}
