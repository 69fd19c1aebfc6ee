import { Checkbox, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { patch } from "@/api/write";
import { useWords } from "@/lib/i18n";
import { Problem } from "@/lib/problem";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { LeaveGuard } from "@/space/kit/LeaveGuard";
import { tell } from "@/space/kit/toasts";
import { same, useVersions, type Version } from "@/space/kit/versions";
import { AccessibilityField } from "./AccessibilityField";
import { eventFacts, isKept, path, venue, type EventFacts } from "./calls";
import { fromBody, readable, toBody, toValues, type Body, type EventValues, type Field } from "./fields";
import { GroupField } from "./GroupField";
import { useReading } from "./reading";
import { VenueField } from "./VenueField";
import { WaysField } from "./WaysField";
import { useEventWords } from "./words";

const version = (event: EventFacts, etag: string | null): Version<Body> => ({ body: toBody(toValues(event)), etag });
const isStale = (error: unknown) => error instanceof Problem && error.status === 412;

/** The version of the first reading goes along: someone else's change in between is shown beside what was typed. */
export function FactsForm({ event, etag }: { event: EventFacts; etag: string | null }) {
  const { w } = useEventWords();
  const client = useQueryClient();
  const proposed = event.pending?.["after"] as Partial<Body> | undefined;
  const base = useRef(version(event, etag).body);
  const readNow = async () => {
    const now = await client.fetchQuery({ ...eventFacts(event.id), staleTime: 0 });
    if (now.data.venue_id) await client.ensureQueryData(venue(now.data.venue_id)).catch(() => undefined);
    return version(now.data, now.etag);
  };
  const { met, send, settle, giveUp } = useVersions<Body>({
    first: version(event, etag),
    save: async (changed, _whole, from) => {
      const answer = await patch<EventFacts>(path(event.id), changed, from).catch(async (error: unknown) => {
        // Its sessions or its state moved on, not these fields: nothing to compare.
        const now = isStale(error) ? await readNow() : null;
        if (!now || !same(now.body, base.current)) throw error;
        return patch<EventFacts>(path(event.id), changed, now.etag);
      });
      client.setQueryData(eventFacts(event.id).queryKey, answer);
      const waits = Object.keys(changed).some((field) => field in ((answer.data.pending?.["after"] as object | undefined) ?? {}));
      tell(waits ? w.proposed : w.saved);
      return version(answer.data, answer.etag);
    },
    readAgain: readNow,
    onSaved: async ({ body }, isNew) => {
      base.current = body;
      entry.reset(fromBody(body));
      if (!isNew) return tell(w.nothingToSave);
      await Promise.all([
        ...["proposals", "candidates", "clashes"].map((what) => client.invalidateQueries({ queryKey: ["event-facts", event.id, what] })),
        client.invalidateQueries({ queryKey: ["project"] }), event.organisation_id && client.invalidateQueries({ queryKey: ["organisation", event.organisation_id, "events"] }),
      ]);
    },
  });
  const entry = useEntry<EventValues>({
    initial: toValues(event), labels: w.labels, check: ({ title }) => (title.trim() ? {} : { title: w.titleNeeded }), send: (values) => send(toBody(values)),
  });
  const reading = useReading([event.venue_id, entry.values.venue_id, proposed?.venue_id, ...(met?.clashes ?? []).flatMap(({ field, mine, theirs }) => (field === "venue_id" ? [mine as string, theirs as string] : []))]);
  if (met) return <><LeaveGuard when /><ClashForm met={met} label={(field) => w.labels[field]} words={(field: Field, value) => readable(field, value, reading)} onSend={settle} onCancel={giveUp} /></>;
  const group = { event, proposed, words: (field: Field, value: unknown) => readable(field, value, reading) };
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={w.facts}>
      <LeaveGuard when={entry.changed && !entry.busy} />
      {event.source_name && <p className="soft">{w.fromSource(event.source_name)}</p>}
      {!isKept(event) && Object.values(event.rules).some((rule) => rule !== "free") && <p className="soft">{w.rulesLead}</p>}
      <GroupField of="title" {...group}><TextInput {...entry.field("title")} label={w.labels.title} maxLength={300} /></GroupField>
      <GroupField of="description" {...group}>
        <Textarea {...entry.field("description")} label={w.labels.description} description={w.hints.description} minRows={2} maxLength={2000} autosize />
        <Textarea {...entry.field("long_description")} label={w.labels.long_description} description={w.hints.long_description} minRows={6} maxRows={24} maxLength={50_000} autosize />
        <TextInput {...entry.field("keywords")} label={w.labels.keywords} description={w.hints.keywords} />
        <p className="soft">{event.source_name ? w.imageOfSource : w.image}</p>
      </GroupField>
      <GroupField of="classification" {...group}>
        <div className="group__pair"><Choice entry={entry} name="activity_type" list="activity_type" /><Choice entry={entry} name="theme" list="theme" /></div>
      </GroupField>
      <GroupField of="audience" {...group}>
        <Several entry={entry} name="audience" list="audience" />
        {(entry.values.audience.includes("schools") || entry.values.school_levels.length > 0) && <Several entry={entry} name="school_levels" list="school_level" />}
        <div className="group__pair">
          <TextInput {...entry.field("age_min")} label={w.labels.age_min} description={w.hints.age_min} inputMode="numeric" maxLength={3} autoComplete="off" />
          <TextInput {...entry.field("age_max")} label={w.labels.age_max} inputMode="numeric" maxLength={3} autoComplete="off" />
        </div>
      </GroupField>
      <GroupField of="practical" {...group}>
        <Radios entry={entry} name="free" options={w.free} />
        <Textarea {...entry.field("conditions")} label={w.labels.conditions} description={w.hints.conditions} minRows={2} maxLength={2000} autosize />
        <WaysField entry={entry} />
        <AccessibilityField entry={entry} />
        <Radios entry={entry} name="attendance_mode" options={w.modes} />
        {(entry.values.attendance_mode !== "onsite" || entry.values.online_access_url) && <TextInput {...entry.field("online_access_url")} label={w.labels.online_access_url} type="url" inputMode="url" placeholder="https://" maxLength={500} autoComplete="off" />}
        {event.organisation_name ? <p className="soft">{w.holderIs(event.organisation_name)}</p> : <TextInput {...entry.field("holder")} label={w.labels.holder} description={w.hints.holder} maxLength={2000} autoComplete="off" />}
      </GroupField>
      <GroupField of="venue" {...group}>
        <VenueField label={w.labels.venue_id} name="venue_id" value={entry.values.venue_id} onChange={(id) => entry.set({ venue_id: id })} error={entry.errors.venue_id} organisation={event.organisation_id} none={w.noVenue} />
      </GroupField>
    </EntryForm>
  );
}

interface ListProps<N extends keyof EventValues> {
  entry: Entry<EventValues>;
  name: N;
  list: "activity_type" | "theme" | "audience" | "school_level";
}

const optionsOf = (words: Record<string, string>, also: readonly string[]) => [...new Set([...Object.keys(words), ...also.filter(Boolean)])].map((value) => ({ value, label: words[value] ?? value }));

function Choice({ entry, name, list }: ListProps<"activity_type" | "theme">) {
  const { t } = useWords();
  const { w } = useEventWords();
  return <Select {...entry.field(name)} value={entry.values[name] || null} onChange={(value) => entry.set({ [name]: value ?? "" })} data={optionsOf(t.values[list], [entry.values[name]])} label={w.labels[name]} placeholder={w.notSaid} clearable maxDropdownHeight={320} />;
}

function Several({ entry, name, list }: ListProps<"audience" | "school_levels">) {
  const { t } = useWords();
  const { w } = useEventWords();
  const { value, error, onChange } = entry.field(name);
  return (
    <Checkbox.Group label={w.labels[name]} value={value} error={error} onChange={onChange}>
      <div className="group__choices">{optionsOf(t.values[list], entry.values[name]).map((option) => <Checkbox key={option.value} {...option} />)}</div>
    </Checkbox.Group>
  );
}

function Radios({ entry, name, options }: { entry: Entry<EventValues>; name: "free" | "attendance_mode"; options: Record<string, string> }) {
  const { w } = useEventWords();
  const { value, error, onChange } = entry.field(name);
  return (
    <Radio.Group label={w.labels[name]} name={name} value={value} error={error} onChange={onChange}>
      <div className="event-radios">{Object.entries(options).map(([code, label]) => <Radio key={code} value={code} label={label} />)}</div>
    </Radio.Group>
  );
}
