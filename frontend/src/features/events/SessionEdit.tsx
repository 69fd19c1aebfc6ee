import { Checkbox, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { patch } from "@/api/write";
import { isDay } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useVersions, type Version } from "@/space/kit/versions";
import { MoreOfSession, names, type SessionValues } from "./AddSessions";
import { sessionsOf, type EventFacts, type EventSession, type SessionWritten } from "./calls";
import { readable, whole } from "./fields";
import { useReading } from "./reading";
import { span, wallClock } from "./times";
import { useEventWords } from "./words";

interface SessionEditProps {
  session: EventSession;
  event: EventFacts;
  name: string;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

const bodyOf = ({ starts_at: starts, ends_at: ends, venue_id, capacity, animators, audience }: EventSession) => ({
  starts_at: new Date(starts).toISOString(), ends_at: new Date(ends).toISOString(), venue_id, capacity, animators, audience,
});
type Body = ReturnType<typeof bodyOf>;
const version = (session: EventSession): Version<Body> => ({ body: bodyOf(session), etag: `"v${session.version}"` });

const toValues = (session: EventSession): SessionValues => ({
  day: wallClock(session.starts_at, session.timezone).day, from: wallClock(session.starts_at, session.timezone).clock, to: wallClock(session.ends_at, session.timezone).clock,
  repeat: "none", until: "", venue_id: session.venue_id, capacity: session.capacity === null ? "" : String(session.capacity), animators: session.animators.join(", "), audience: session.audience ?? [],
});

/** Corrects a session; one that the public has noted is moved instead, which says so. */
export function SessionEdit({ session, event, name, onDone, onCancel }: SessionEditProps) {
  const { w } = useEventWords();
  const { t } = useWords();
  const client = useQueryClient();
  // Hours that nobody touched stay to the second as they were, over many days too.
  const first = toValues(session);
  const bodyFrom = (values: SessionValues): Body => {
    const isTimed = values.day !== first.day || values.from !== first.from || values.to !== first.to;
    return {
      ...bodyOf(session), ...(isTimed && span(values.day, values.from, values.to, session.timezone)), venue_id: values.venue_id, capacity: whole(values.capacity) as number | null,
      animators: names(values.animators), audience: values.audience.length > 0 ? values.audience : session.audience === null ? null : [],
    };
  };
  const { met, send, settle, giveUp } = useVersions<Body>({
    first: version(session),
    save: async (changed, _whole, from) => {
      const { data } = await patch<SessionWritten>(`/sessions/${session.id}`, changed, from);
      tell(data.proposal ? w.proposed : w.sessionSaved);
      return data.session ? version(data.session) : { body: bodyOf(session), etag: from };
    },
    readAgain: async () => {
      const all = await client.fetchQuery({ ...sessionsOf(event.id), staleTime: 0 });
      return version(all.find(({ id }) => id === session.id) ?? session);
    },
    onSaved: async (_now, isNew) => {
      if (!isNew) tell(w.nothingToSave);
      await onDone();
    },
  });
  const entry = useEntry<SessionValues>({
    initial: first, labels: w.sessionLabels, check: ({ day, from, to }) => ({ ...(!isDay(day) && { day: w.dayNeeded }), ...(!from && { from: w.hourNeeded }), ...(!to && { to: w.hourNeeded }) }),
    send: (values) => send(bodyFrom(values)),
  });
  const reading = useReading((met?.clashes ?? []).flatMap(({ field, mine, theirs }) => (field === "venue_id" ? [mine as string, theirs as string] : [])));
  if (met) return <ClashForm met={met} label={(field) => w.bodyLabels[field]} words={(field, value) => readable(field, value, reading)} onSend={settle} onCancel={giveUp} />;
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={w.editOf(name)} focusFirst onCancel={onCancel}>
      {event.publication === "published" && <p className="soft">{w.correctionOnly}</p>}
      <div className="event-times">
        <TextInput {...entry.field("day")} label={w.sessionLabels.day} type="date" />
        <TextInput {...entry.field("from")} label={w.sessionLabels.from} type="time" />
        <TextInput {...entry.field("to")} label={w.sessionLabels.to} type="time" />
      </div>
      {entry.values.from && entry.values.to && entry.values.to <= entry.values.from && <p className="soft" role="status">{w.nextDay}</p>}
      <MoreOfSession entry={entry} event={event} />
      <Checkbox.Group label={w.sessionLabels.audience} description={w.audienceHint} value={entry.values.audience} onChange={(audience) => entry.set({ audience })}>
        <div className="group__choices">{Object.entries(t.values.audience).map(([value, label]) => <Checkbox key={value} value={value} label={label} />)}</div>
      </Checkbox.Group>
    </EntryForm>
  );
}
