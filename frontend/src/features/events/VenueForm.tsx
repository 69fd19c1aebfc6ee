import { Autocomplete, Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { communes } from "@/api/queries";
import type { Commune } from "@/api/types";
import { post, read } from "@/api/write";
import { pointOf } from "@/lib/point";
import { Problem } from "@/lib/problem";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { venueLabel, type Venue } from "./calls";
import { useEventWords } from "./words";

interface VenueValues {
  name: string;
  commune: string;
  insee: string;
  address: string;
  postal_code: string;
  point: string;
  access: string;
}

type Similar = Pick<Venue, "id" | "name" | "address" | "city">;

const text = (value: string) => value.trim() || null;

interface VenueFormProps {
  /** What was looked for and not found. */
  name: string;
  organisation: string | null;
  onTaken: (venue: Venue) => void;
  onCancel: () => void;
}

/** A place that is not known yet; those nearly like it are shown first, to be taken rather than doubled. */
export function VenueForm({ name, organisation, onTaken, onCancel }: VenueFormProps) {
  const { w } = useEventWords();
  const [alike, setAlike] = useState<Similar[]>([]);
  const entry = useEntry<VenueValues>({
    initial: { name, commune: "", insee: "", address: "", postal_code: "", point: "", access: "" }, labels: w.venueLabels,
    check: (values) => ({
      ...(!values.name.trim() && { name: w.venueNameNeeded }), ...(!values.insee && { commune: w.communeNeeded }), ...(values.point.trim() && !pointOf(values.point) && { point: w.pointUnread }),
    }),
    send: async (values) => {
      const point = pointOf(values.point);
      try {
        onTaken(await post<Venue>("/venues", {
          organisation_id: organisation, name: values.name.trim(), insee: values.insee, address: text(values.address), postal_code: text(values.postal_code), access: text(values.access),
          ...(point && { latitude: point.latitude, longitude: point.longitude }), distinct_from: alike.map(({ id }) => id),
        }));
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== "venue_similar") throw error;
        setAlike((error.body["similar"] ?? []) as Similar[]);
      }
    },
  });
  const take = async (one: Similar) => onTaken((await read<Venue>(`/venues/${one.id}`)).data);
  const where = [entry.values.address, entry.values.postal_code, entry.values.commune].filter(Boolean).join(" ");
  return (
    <EntryForm entry={entry} submitLabel={alike.length > 0 ? w.otherVenue : w.addVenue} label={w.newVenue} focusFirst onCancel={onCancel}>
      {alike.length > 0 && (
        <div className="trouble" role="alert">
          <p><strong>{w.similarVenue}</strong></p>
          <ul className="event-plain">{alike.map((each) => <li key={each.id}><span>{venueLabel(each)}</span> <Button size="xs" aria-label={w.takeVenueOf(each.name)} onClick={() => void take(each)}>{w.takeVenue}</Button></li>)}</ul>
        </div>
      )}
      <TextInput {...entry.field("name")} label={w.venueLabels.name} description={w.venueNameHint} maxLength={200} autoComplete="off" />
      <CommuneField entry={entry} />
      <div className="group__pair">
        <TextInput {...entry.field("address")} label={w.venueLabels.address} maxLength={500} autoComplete="off" />
        <TextInput {...entry.field("postal_code")} label={w.venueLabels.postal_code} inputMode="numeric" maxLength={5} autoComplete="off" />
      </div>
      <TextInput {...entry.field("point")} label={w.venueLabels.point} description={<>{w.pointHint}{where && <> <a href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(where)}`} target="_blank" rel="noopener noreferrer">{w.onMap}</a></>}</>} placeholder="50.4291, 2.8319" maxLength={60} autoComplete="off" />
      <TextInput {...entry.field("access")} label={w.venueLabels.access} description={w.accessHint} maxLength={500} autoComplete="off" />
    </EntryForm>
  );
}

const communeLabel = ({ name, department }: Commune) => `${name} (${department})`;

/** A commune, chosen among those that begin alike. */
function CommuneField({ entry }: { entry: Entry<VenueValues> }) {
  const { w } = useEventWords();
  const { commune, insee } = entry.values;
  const asked = useDeferredValue(insee ? "" : commune);
  const options = useQuery(communes(asked));
  const found: Commune[] = insee ? [] : (options.data ?? []);
  const choose = (label: string) => {
    const one = found.find((each) => communeLabel(each) === label);
    if (!one) return;
    const [only, another] = one.postal_codes;
    entry.set({ commune: one.name, insee: one.insee, ...(only && !another && { postal_code: only }) });
  };
  return (
    <Autocomplete
      {...entry.field("commune")} label={w.venueLabels.commune} description={w.communeHint} error={entry.errors.commune ?? entry.errors.insee} autoComplete="off" spellCheck={false} maxLength={100}
      data={found.map(communeLabel)} filter={({ options: all }) => all} onOptionSubmit={choose}
      onChange={(typed) => { if (!found.some((each) => communeLabel(each) === typed)) entry.set({ commune: typed, insee: "" }); }}
    />
  );
}
