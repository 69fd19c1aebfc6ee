import { Button, Input, Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { newName } from "@/lib/names";
import type { PlaceValues } from "./settings";
import type { Given } from "./SettingsFields";
import { useSettingsWords } from "./words";

/** Where items are fetched and brought back: the whole list is saved with the rest. */
export function PickupPlaces({ entry }: Given) {
  const { w } = useSettingsWords();
  const add = useRef<HTMLButtonElement>(null);
  const { pickup_places: places } = entry.values;
  const change = (next: PlaceValues[]) => entry.set({ pickup_places: next });
  const write = (key: string, part: Partial<PlaceValues>) => change(places.map((place) => (place.key === key ? { ...place, ...part } : place)));
  const { error } = entry.field("pickup_places");
  return (
    <fieldset className="group">
      <legend>{w.groups.places}</legend>
      {places.length === 0 && <p className="soft">{w.noPlace}</p>}
      {places.map((place, index) => <OnePlace key={place.key} place={place} number={index + 1} onWrite={(part) => write(place.key, part)} onRemove={() => { change(places.filter(({ key }) => key !== place.key)); add.current?.focus(); }} />)}
      {error && <Input.Error role="alert">{error}</Input.Error>}
      <div><Button ref={add} data-field="pickup_places" onClick={() => change([...places, { key: newName(), id: null, name: "", address: "", hours: "", directions: "" }])}>{w.addPlace}</Button></div>
    </fieldset>
  );
}

interface OnePlaceProps {
  place: PlaceValues;
  number: number;
  onWrite: (part: Partial<PlaceValues>) => void;
  onRemove: () => void;
}

function OnePlace({ place, number, onWrite, onRemove }: OnePlaceProps) {
  const { w } = useSettingsWords();
  const { name, address, hours, directions } = place;
  return (
    <fieldset className="pickup">
      <legend>{name.trim() || w.place(number)}</legend>
      <TextInput label={w.placeName} value={name} maxLength={200} autoComplete="off" onChange={({ currentTarget }) => onWrite({ name: currentTarget.value })} />
      <Textarea label={w.placeAddress} value={address} maxLength={500} minRows={2} onChange={({ currentTarget }) => onWrite({ address: currentTarget.value })} />
      <div className="group__pair">
        <Textarea label={w.hours} value={hours} maxLength={500} minRows={2} onChange={({ currentTarget }) => onWrite({ hours: currentTarget.value })} />
        <Textarea label={w.directions} value={directions} maxLength={1000} minRows={2} onChange={({ currentTarget }) => onWrite({ directions: currentTarget.value })} />
      </div>
      <div><Button size="xs" variant="subtle" aria-label={w.removePlaceOf(name.trim() || w.place(number))} onClick={onRemove}>{w.removePlace}</Button></div>
    </fieldset>
  );
}
