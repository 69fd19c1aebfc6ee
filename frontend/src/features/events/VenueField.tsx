import { Autocomplete, Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useDeferredValue, useEffect, useRef, useState } from "react";
import { Dialogue } from "@/space/kit/Dialogue";
import { addressOf, venue, venueLabel, venuesLike, type Venue } from "./calls";
import { VenueForm } from "./VenueForm";
import { useEventWords } from "./words";

interface VenueFieldProps {
  label: string;
  name: string;
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string | undefined;
  /** Which organisation adds a place that is not there yet. */
  organisation: string | null;
  /** Said where no place is chosen. */
  none: string;
}

/** A place: chosen among those that are known, by name or town, or added. */
export function VenueField({ label, name, value, onChange, error, organisation, none }: VenueFieldProps) {
  const { w } = useEventWords();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [choosing, setChoosing] = useState(false);
  const [adding, setAdding] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const wasChoosing = useRef(false);
  useEffect(() => {
    if (choosing) search.current?.focus();
    else if (wasChoosing.current) change.current?.focus();
    wasChoosing.current = choosing;
  }, [choosing]);
  const chosen = useQuery({ ...venue(value ?? ""), enabled: value !== null });
  const asked = useDeferredValue(text.trim());
  const found = useQuery({ ...venuesLike(asked), enabled: choosing && asked.length >= 2 });
  const options = new Map((found.data ?? []).map((each) => [venueLabel(each), each]));
  const take = (one: Venue) => {
    client.setQueryData(venue(one.id).queryKey, one);
    onChange(one.id);
    setChoosing(false);
    setAdding(false);
    setText("");
  };
  return (
    <div className="event-venue">
      <p className="event-venue__label" id={`${name}-label`}>{label}</p>
      {value === null ? <p className="soft">{none}</p> : <p className="event-venue__name">{chosen.data ? <><strong>{chosen.data.name}</strong><br />{addressOf(chosen.data)}</> : w.aVenue}</p>}
      {error && <p className="event-error">{error}</p>}
      {choosing ? (
        <>
          <Autocomplete
            ref={search} label={w.findVenue} description={w.findVenueHint} value={text} onChange={setText} data={[...options.keys()]} filter={({ options: all }) => all} autoComplete="off" spellCheck={false} maxLength={200}
            onOptionSubmit={(picked) => { const one = options.get(picked); if (one) take(one); }}
          />
          {found.data?.length === 0 && <p className="soft" role="status">{w.venueNone}</p>}
        </>
      ) : null}
      <div className="entry__actions">
        {!choosing && <Button ref={change} size="xs" data-field={name} onClick={() => setChoosing(true)}>{value === null ? w.chooseVenue : w.changeVenue}</Button>}
        {choosing && <Button size="xs" onClick={() => setAdding(true)}>{w.addVenue}</Button>}
        {choosing && <Button size="xs" variant="subtle" onClick={() => setChoosing(false)}>{w.leaveVenue}</Button>}
        {!choosing && value !== null && <Button size="xs" variant="subtle" onClick={() => onChange(null)}>{w.takeVenueOff}</Button>}
      </div>
      <Dialogue opened={adding} onClose={() => setAdding(false)} title={w.newVenue}>
        <VenueForm name={text.trim()} organisation={organisation} onTaken={take} onCancel={() => setAdding(false)} />
      </Dialogue>
    </div>
  );
}
