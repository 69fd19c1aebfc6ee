import { Checkbox, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { editions } from "@/api/queries";
import { post } from "@/api/write";
import { addDays, formatDay, isDay, todayInParis, type Day } from "@/lib/dates";
import { newName } from "@/lib/names";
import { capital } from "@/lib/text";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { path, type EventFacts, type EventSession, type SessionWritten } from "./calls";
import { whole } from "./fields";
import { daysOf, MOST_DAYS, span, wallClock, type Repeat } from "./times";
import { VenueField } from "./VenueField";
import { useEventWords } from "./words";

export interface SessionValues {
  day: string;
  from: string;
  to: string;
  repeat: Repeat;
  until: string;
  venue_id: string | null;
  capacity: string;
  animators: string;
  audience: string[];
}

interface AddSessionsProps {
  event: EventFacts;
  known: readonly EventSession[];
  onDone: () => Promise<void>;
  /** Some were added before one was refused. */
  onSome: () => Promise<void>;
  onCancel: () => void;
}

export const names = (text: string) => text.split(",").map((each) => each.trim()).filter(Boolean);

/** A session, or the same one over several days, each of which may be left out. */
export function AddSessions({ event, known, onDone, onSome, onCancel }: AddSessionsProps) {
  const { w, lang } = useEventWords();
  const years = useQuery(editions()).data;
  const edition = years?.find(({ year }) => year === event.edition);
  const last = known.at(-1);
  const [left, setLeft] = useState<ReadonlySet<Day>>(new Set());
  const [added, setAdded] = useState<ReadonlySet<Day>>(new Set());
  // The same session sent again after a failure is done once.
  const keys = useRef(new Map<string, string>());
  const keyOf = (body: string) => {
    const key = keys.current.get(body) ?? newName();
    keys.current.set(body, key);
    return key;
  };
  const initial: SessionValues = {
    day: last ? addDays(wallClock(last.starts_at).day, 1) : "", from: last ? wallClock(last.starts_at).clock : "14:00", to: last ? wallClock(last.ends_at).clock : "16:00",
    repeat: "none", until: "", venue_id: null, capacity: "", animators: "", audience: [],
  };
  const entry = useEntry<SessionValues>({
    initial, labels: w.sessionLabels,
    check: ({ day, from, to, repeat, until }) => ({
      ...(!isDay(day) && { day: w.dayNeeded }), ...(!from && { from: w.hourNeeded }), ...(!to && { to: w.hourNeeded }), ...(repeat !== "none" && !(isDay(until) && until > day) && { until: w.untilNeeded }),
    }),
    send: async (values) => {
      let waits = 0;
      for (const day of wanted) {
        const body = {
          ...span(day, values.from, values.to), venue_id: values.venue_id, capacity: whole(values.capacity), animators: names(values.animators), audience: values.audience.length > 0 ? values.audience : null,
        };
        try {
          // One after the other: each may be refused for a reason of its own.
          // oxlint-disable-next-line no-await-in-loop
          const written = await post<SessionWritten>(`${path(event.id)}/sessions`, body, keyOf(JSON.stringify(body)));
          if (written.proposal) waits += 1;
          setAdded((before) => new Set([...before, day]));
        } catch (error) {
          setStopped(day);
          // oxlint-disable-next-line no-await-in-loop
          await onSome();
          throw error;
        }
      }
      tell(waits > 0 ? w.sessionsProposed(wanted.length) : w.sessionsAdded(wanted.length));
    },
  });
  const [stopped, setStopped] = useState<Day | null>(null);
  const { day, repeat, until, from, to } = entry.values;
  const days = useMemo(() => (isDay(day) ? daysOf(day, repeat, isDay(until) ? until : day) : []), [day, repeat, until]);
  const wanted = days.filter((each) => !left.has(each) && !added.has(each));
  const words = (each: Day) => capital(formatDay(each, lang, { year: true }));
  return (
    <EntryForm
      entry={entry} submitLabel={wanted.length > 1 ? w.addMany(wanted.length) : w.addOne} label={w.addSessions} focusFirst onDone={() => void onDone()} onCancel={onCancel}
      explain={(problem) => (stopped && problem.message && days.length > 1 ? w.stoppedAt(words(stopped), problem.message) : null)}
    >
      {edition && edition.ends_on >= todayInParis() && <p className="soft">{w.officialDates(formatDay(edition.starts_on, lang, { weekday: false }), formatDay(edition.ends_on, lang, { weekday: false, year: true }))}</p>}
      <div className="event-times">
        <TextInput {...entry.field("day")} label={w.sessionLabels.day} type="date" />
        <TextInput {...entry.field("from")} label={w.sessionLabels.from} type="time" />
        <TextInput {...entry.field("to")} label={w.sessionLabels.to} type="time" />
      </div>
      {from && to && to <= from && <p className="soft" role="status">{w.nextDay}</p>}
      <div className="group__pair">
        <Select {...entry.field("repeat")} label={w.sessionLabels.repeat} data={Object.entries(w.repeats).map(([value, label]) => ({ value, label }))} allowDeselect={false} />
        {repeat !== "none" && <TextInput {...entry.field("until")} label={w.sessionLabels.until} type="date" min={day} />}
      </div>
      {days.length > 1 && (
        <fieldset className="event-days">
          <legend>{w.daysChosen(wanted.length)}</legend>
          <div className="group__choices">
            {days.map((each) => (
              <Checkbox key={each} label={added.has(each) ? `${words(each)} (${w.alreadyAdded})` : words(each)} disabled={added.has(each)} checked={!left.has(each)} onChange={({ currentTarget }) => {
                const { checked } = currentTarget;
                setLeft((before) => { const next = new Set(before); if (checked) next.delete(each); else next.add(each); return next; });
              }} />
            ))}
          </div>
          {days.length === MOST_DAYS && <p className="soft">{w.mostDays(MOST_DAYS)}</p>}
        </fieldset>
      )}
      <MoreOfSession entry={entry} event={event} />
    </EntryForm>
  );
}

interface MoreProps {
  entry: ReturnType<typeof useEntry<SessionValues>>;
  event: EventFacts;
}

/** What a session may say otherwise than its event. */
export function MoreOfSession({ entry, event }: MoreProps) {
  const { w } = useEventWords();
  return (
    <>
      <VenueField label={w.sessionLabels.venue_id} name="venue_id" value={entry.values.venue_id} onChange={(id) => entry.set({ venue_id: id })} error={entry.errors.venue_id} organisation={event.organisation_id} none={w.sameVenue} />
      <div className="group__pair">
        <TextInput {...entry.field("capacity")} label={w.sessionLabels.capacity} description={w.capacityHint} inputMode="numeric" maxLength={6} autoComplete="off" />
        <TextInput {...entry.field("animators")} label={w.sessionLabels.animators} description={w.animatorsHint} maxLength={1000} autoComplete="off" />
      </div>
    </>
  );
}
