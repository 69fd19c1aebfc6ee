import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { addDays, formatClock, formatDay, isDay } from "@/lib/dates";
import { isFilled } from "../conditions";
import { mostRows, type Row } from "../definition";
import { isInstant, momentOf, partsOf } from "../instants";
import { numberOf, textOfNumber } from "../values";
import { useFormWords } from "../words";
import { Rows } from "./Rows";
import { Label, Place, useQuiet, type InputProps } from "./shared";
import { CommuneInput } from "./SuggestFields";

/** The same clock, a day later. */
function later(value: unknown): string | null {
  const { day, clock } = partsOf(value);
  return isInstant(value) && isDay(day) ? momentOf({ day: addDays(day, 1), clock }) : null;
}

/** The next session: the day after the last one, at the same time and place. */
function nextSession(before: Row | undefined): Row {
  if (!before) return {};
  return without({ ...before, starts_at: later(before["starts_at"]), ends_at: later(before["ends_at"]) });
}

const without = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([, each]) => each !== null && each !== undefined && each !== ""));

export function SessionsField({ field, pointer, value, onChange, errors }: InputProps) {
  const { w, lang } = useFormWords();
  const own = errors[pointer];
  const nameOf = (place: number, row: Row) => {
    const { day, clock } = partsOf(row["starts_at"]);
    return isDay(day) && clock ? `${formatDay(day, lang, { year: true })}, ${formatClock(clock, lang)}` : w.session(place + 1);
  };
  return (
    <Place pointer={pointer}>
      <fieldset className="ask__group">
        <legend><Label field={field} /></legend>
        {field.help && <p className="ask__help">{field.help}</p>}
        {own && <p className="ask__error" role="alert">{own}</p>}
        <Rows value={value} onChange={onChange} most={mostRows(field)} addLabel={w.addSession} empty={w.noSession} make={nextSession} nameOf={nameOf}>
          {(row, place, set) => <SessionRow row={row} pointer={`${pointer}/${place}`} errors={errors} onChange={(next) => set(without({ ...row, ...next }))} />}
        </Rows>
      </fieldset>
    </Place>
  );
}

interface SessionRowProps {
  row: Row;
  pointer: string;
  errors: InputProps["errors"];
  onChange: (part: Row) => void;
}

function SessionRow({ row, pointer, errors, onChange }: SessionRowProps) {
  const { w } = useFormWords();
  const start = partsOf(row["starts_at"]);
  const end = partsOf(row["ends_at"]);
  const [endsLater, setEndsLater] = useState(Boolean(end.day && start.day && end.day !== start.day));
  const { error, ...inside } = useQuiet(errors[`${pointer}/starts_at`] ?? errors[`${pointer}/ends_at`]);
  const endDay = endsLater ? end.day : start.day;
  const setStart = (part: Partial<typeof start>) => {
    const next = { ...start, ...part };
    onChange({ starts_at: momentOf(next), ...(!endsLater && { ends_at: end.clock ? momentOf({ day: next.day, clock: end.clock }) : null }) });
  };
  const setEnd = (part: Partial<typeof end>) => onChange({ ends_at: momentOf({ day: endDay, clock: end.clock, ...part }) });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only learns whether one is still inside
    <div className="session" {...inside}>
      <div className="session__when">
        <Place pointer={`${pointer}/starts_at`}><TextInput type="date" label={w.day} value={start.day} error={Boolean(error)} onChange={({ currentTarget }) => setStart({ day: currentTarget.value })} /></Place>
        <TextInput type="time" label={w.from} value={start.clock} error={Boolean(error)} onChange={({ currentTarget }) => setStart({ clock: currentTarget.value })} />
        <Place pointer={`${pointer}/ends_at`}><TextInput type="time" label={w.to} value={end.clock} error={Boolean(error)} onChange={({ currentTarget }) => setEnd({ clock: currentTarget.value })} /></Place>
        {endsLater && <TextInput type="date" label={w.untilDay} value={end.day} min={start.day} onChange={({ currentTarget }) => setEnd({ day: currentTarget.value })} />}
      </div>
      {error && <p className="ask__error" role="alert">{error}</p>}
      <Checkbox
        label={w.otherDay} checked={endsLater}
        onChange={({ currentTarget: { checked } }) => { setEndsLater(checked); if (!checked) onChange({ ends_at: end.clock ? momentOf({ day: start.day, clock: end.clock }) : null }); }}
      />
      <SessionDetails row={row} pointer={pointer} errors={errors} onChange={onChange} />
    </div>
  );
}

function SessionDetails({ row, pointer, errors, onChange }: SessionRowProps) {
  const { w } = useFormWords();
  const { venue, commune, audience, capacity } = row;
  const [isOpen, setOpen] = useState([venue, commune, audience, capacity].some(isFilled));
  const chosen = Array.isArray(audience) ? audience.map(String) : [];
  return (
    <details className="session__details" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{w.details}</summary>
      <div className="session__more">
        <Place pointer={`${pointer}/venue`}><TextInput label={w.sessionVenue} description={w.sessionVenueHint} error={errors[`${pointer}/venue`]} value={typeof venue === "string" ? venue : ""} onChange={({ currentTarget }) => onChange({ venue: currentTarget.value })} /></Place>
        <Place pointer={`${pointer}/commune`}><CommuneInput label={w.commune} error={errors[`${pointer}/commune`]} value={commune} onChange={(next) => onChange({ commune: next })} /></Place>
        <Place pointer={`${pointer}/audience`}>
          <Checkbox.Group label={w.audience} value={chosen} onChange={(values) => onChange({ audience: values.length > 0 ? Object.keys(w.audiences).filter((each) => values.includes(each)) : null })}>
            <div className="ask__options ask__options--inline">{Object.entries(w.audiences).map(([code, label]) => <Checkbox key={code} value={code} label={label} />)}</div>
          </Checkbox.Group>
        </Place>
        <Place pointer={`${pointer}/capacity`}><TextInput className="ask__short" label={w.capacity} inputMode="numeric" error={errors[`${pointer}/capacity`]} value={textOfNumber(capacity)} onChange={({ currentTarget }) => onChange({ capacity: numberOf(currentTarget.value) })} /></Place>
      </div>
    </details>
  );
}
