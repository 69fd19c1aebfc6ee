import { Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { todayInParis } from "@/lib/dates";
import type { Entry } from "@/space/kit/entry";
import { formatDate } from "@/space/kit/moments";
import { boardMeetings } from "./calls";
import { useApplicationsWords } from "./words";

export interface Decided {
  meeting_id: string;
  decided_on: string;
}

export const DECIDED_NOW = (): Decided => ({ meeting_id: "", decided_on: todayInParis() });

/** When the board decided: one of its meetings, which gives the day, or a day alone. */
export function DecidedFields<V extends Decided>({ entry }: { entry: Entry<V> }) {
  const { w, lang } = useApplicationsWords();
  const { data: meetings = [] } = useQuery(boardMeetings());
  const set = (part: Decided) => entry.set(part as Partial<V>);
  const choose = (id: string | null) => set({ meeting_id: id ?? "", decided_on: meetings.find((each) => each.id === id)?.held_on ?? entry.values.decided_on });
  return (
    <>
      {meetings.length > 0 && (
        <Select
          {...entry.field("meeting_id")} value={entry.values.meeting_id || null} onChange={choose} label={w.meeting} description={w.meetingHint} placeholder={w.noMeeting} searchable clearable
          data={meetings.map(({ id, title, held_on: day }) => ({ value: id, label: `${title}, ${formatDate(day, lang)}` }))}
        />
      )}
      <TextInput {...entry.field("decided_on")} onChange={({ currentTarget }) => set({ meeting_id: "", decided_on: currentTarget.value })} type="date" label={w.decidedOn1} description={w.decidedHint} max={todayInParis()} />
    </>
  );
}
