import { Radio, Select, Textarea, TextInput } from "@mantine/core";
import { put } from "@/api/write";
import { formatSpan } from "@/lib/dates";
import { capital } from "@/lib/text";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { loanPath, tag, type Loan, type Slot, type SlotOpening, type SlotPlace } from "./calls";
import { useSlotWords } from "./slotWords";

interface SlotFormProps {
  loan: Loan;
  slot: Slot | undefined;
  opening: SlotOpening;
  places: readonly SlotPlace[];
  onDone: () => Promise<void>;
  onClose: () => void;
}

const clock = (time: string | undefined, otherwise: string) => time?.slice(0, 5) ?? otherwise;

/** Where the loan is used, as one writes it on an envelope. */
const addressOf = ({ place_of_use: { name, address, commune_name: commune } }: Loan) => [name, address, commune].filter(Boolean).join("\n");

/** One appointment: how, on which day, from when to when, and where. */
export function SlotForm({ loan, slot, opening, places, onDone, onClose }: SlotFormProps) {
  const { w, lang } = useSlotWords();
  const { direction } = opening;
  // The day of the loan itself, where the lender is open on all days before and after it.
  const expected = direction === "out" ? loan.starts_on : loan.ends_on;
  const entry = useEntry({
    initial: {
      kind: slot?.kind ?? ("at_lender" as Slot["kind"]), day: slot?.day ?? expected, from_time: clock(slot?.from_time, "09:00"), to_time: clock(slot?.to_time, "12:00"),
      place_id: slot?.place?.id ?? (slot ? "" : places[0]?.id ?? ""), address: slot?.address ?? (slot ? "" : addressOf(loan)), note: slot?.note ?? "",
    },
    labels: { day: w.day, from_time: w.from, to_time: w.to, place_id: w.place, address: w.address, note: w.note },
    check: ({ day, from_time: from, to_time: to }) => ({
      ...(!day && { day: w.dayNeeded }), ...(!from && { from_time: w.timesNeeded }), ...(!to && { to_time: w.timesNeeded }), ...(from && to && to <= from && { to_time: w.order }),
    }),
    send: ({ kind, day, from_time, to_time, place_id, address, note }) => put<Slot>(`${loanPath(loan.id)}/slots/${direction}`, {
      kind, day, from_time, to_time, place_id: (kind === "at_lender" && place_id) || null, address: kind === "at_lender" ? null : address.trim() || null, note: note.trim() || null,
    }, slot && tag(slot)),
  });
  const { kind } = entry.values;
  const done = () => {
    tell(w.saved);
    onClose();
    void onDone();
  };
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={slot ? w.changeOf[direction] : w.makeOf[direction]} focusFirst onDone={done} onCancel={onClose}>
      <Radio.Group value={kind} onChange={(value) => entry.set({ kind: value as Slot["kind"] })} label={w.kind[direction]}>
        <div className="store-choices">
          {(["at_lender", "at_borrower", "carrier"] as const).map((each) => <Radio key={each} value={each} label={w.kinds[direction][each]} />)}
        </div>
      </Radio.Group>
      <TextInput {...entry.field("day")} type="date" label={w.day} description={w.days(capital(formatSpan(opening.starts_on, opening.ends_on, lang)))} min={opening.starts_on} max={opening.ends_on} />
      <div className="store-pair">
        <TextInput {...entry.field("from_time")} type="time" step={900} label={w.from} />
        <TextInput {...entry.field("to_time")} type="time" step={900} label={w.to} />
      </div>
      {kind === "at_lender" && places.length > 0 && <Select {...entry.field("place_id")} label={w.place} data={[...places.map(({ id, name }) => ({ value: id, label: name })), { value: "", label: w.anyPlace }]} />}
      {kind !== "at_lender" && <Textarea {...entry.field("address")} label={w.address} maxLength={500} minRows={2} autoComplete="street-address" />}
      <Textarea {...entry.field("note")} label={w.note} description={w.noteHint} maxLength={1000} minRows={2} />
    </EntryForm>
  );
}
