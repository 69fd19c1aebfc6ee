import { Select, Textarea, TextInput } from "@mantine/core";
import type { Answer } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { atParis, inParis } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { change, type Meeting } from "./calls";
import { useMeetingWords } from "./words";

interface FactsFormProps {
  answer: Answer<Meeting>;
  onDone: () => Promise<unknown>;
  onClose: () => void;
}

/** When, where and who holds it. The day changes only as long as nobody was told of it. */
export function FactsForm({ answer, onDone, onClose }: FactsFormProps) {
  const { w } = useMeetingWords();
  const told = answer.data;
  const isPlanned = told.state === "planned";
  const initial = {
    title: told.title, purpose: told.purpose as string, held_on: told.held_on, starts_at: told.starts_at ? inParis(told.starts_at).clock : "", cut_off_on: told.cut_off_on, place: told.place ?? "", online_url: told.online_url ?? "",
    staff_voter_name: told.staff_voter_name ?? "", staff_voter_email: told.staff_voter_email ?? "", chair_name: told.chair_name ?? "", secretary_name: told.secretary_name ?? "", tellers: told.tellers ?? "",
  };
  const entry = useEntry({
    initial,
    labels: { title: w.name, purpose: w.purpose, held_on: w.day, starts_at: w.time, cut_off_on: w.cutOff, place: w.place, online_url: w.online, staff_voter_name: w.staffName, staff_voter_email: w.staffEmail, chair_name: w.chair, secretary_name: w.secretary, tellers: w.tellers },
    check: ({ title }) => ({ ...(!title.trim() && { title: w.needed }) }),
    send: async ({ held_on: day, starts_at: time, cut_off_on: cutOff, staff_voter_email: email, ...rest }) => {
      const days = isPlanned ? { held_on: day, starts_at: time ? atParis(day, time) : null, cut_off_on: cutOff } : {};
      await change(told.id, { ...rest, ...days, staff_voter_email: email || null } as never, answer.etag);
      tell(w.saved);
      await onDone();
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.save} focusFirst onDone={onClose} onCancel={onClose}>
      <TextInput {...entry.field("title")} label={w.name} maxLength={200} />
      <Select {...entry.field("purpose")} label={w.purpose} data={Object.entries(w.purposes).map(([value, label]) => ({ value, label }))} allowDeselect={false} />
      {isPlanned && (
        <>
          <div className="group__pair"><TextInput {...entry.field("held_on")} type="date" label={w.day} /><TextInput {...entry.field("starts_at")} type="time" label={w.time} /></div>
          <TextInput {...entry.field("cut_off_on")} type="date" label={w.cutOff} />
        </>
      )}
      <Textarea {...entry.field("place")} label={w.place} rows={1} maxLength={300} />
      <TextInput {...entry.field("online_url")} type="url" label={w.online} maxLength={500} />
      {told.has_staff_seat && <div className="group__pair"><TextInput {...entry.field("staff_voter_name")} label={w.staffName} maxLength={200} /><TextInput {...entry.field("staff_voter_email")} type="email" label={w.staffEmail} maxLength={254} /></div>}
      <div className="group__pair"><TextInput {...entry.field("chair_name")} label={w.chair} maxLength={200} /><TextInput {...entry.field("secretary_name")} label={w.secretary} maxLength={200} /></div>
      <TextInput {...entry.field("tellers")} label={w.tellers} maxLength={500} />
    </EntryForm>
  );
}
