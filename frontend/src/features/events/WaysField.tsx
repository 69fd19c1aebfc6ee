import { Button, Select, TextInput } from "@mantine/core";
import type { Entry } from "@/space/kit/entry";
import type { EventValues, Way } from "./fields";
import { useEventWords } from "./words";

const MOST = 6;
const KINDS: Record<Way["type"], "url" | "tel" | "email"> = { link: "url", phone: "tel", email: "email" };

/** Ways to register, one line each. */
export function WaysField({ entry }: { entry: Entry<EventValues> }) {
  const { w } = useEventWords();
  const ways = entry.values.registration;
  const set = (next: Way[]) => entry.set({ registration: next });
  const change = (place: number, part: Partial<Way>) => set(ways.map((way, index) => (index === place ? { ...way, ...part } : way)));
  return (
    <fieldset className="event-ways" data-field="registration" tabIndex={-1} aria-invalid={Boolean(entry.errors.registration)}>
      <legend>{w.labels.registration}</legend>
      {ways.length === 0 && <p className="soft">{w.noWay}</p>}
      {ways.map((way, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no other name, and are changed in place
        <div key={place} className="event-ways__way">
          <Select aria-label={w.wayKind(place + 1)} value={way.type} data={Object.entries(w.ways).map(([value, label]) => ({ value, label }))} allowDeselect={false} onChange={(type) => change(place, { type: type as Way["type"] })} />
          <TextInput aria-label={w.wayValue(place + 1)} type={KINDS[way.type]} value={way.value} maxLength={500} autoComplete="off" onChange={({ currentTarget }) => change(place, { value: currentTarget.value })} />
          <Button variant="subtle" aria-label={w.removeWayOf(place + 1)} onClick={() => set(ways.filter((_, index) => index !== place))}>{w.removeWay}</Button>
        </div>
      ))}
      {entry.errors.registration && <p className="event-error">{entry.errors.registration}</p>}
      {ways.length < MOST && <div><Button size="xs" onClick={() => set([...ways, { type: "link", value: "" }])}>{w.addWay}</Button></div>}
    </fieldset>
  );
}
