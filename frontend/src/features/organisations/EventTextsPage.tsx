import { Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { patch } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Page } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { eventFacts, type EventFacts } from "./calls";
import { useOrganisationWords } from "./words";
import "./organisations.css";

/** The texts of an event; its dates and its place stay with its source. */
export function EventTextsPage() {
  const { w } = useOrganisationWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({ ...eventFacts(id), staleTime: 0 });
  if (!query.data) return <Page key="wait" title={w.eventTitle} ready={query.isError}><Loaded query={query}>{() => null}</Loaded></Page>;
  return <EventTexts key={id} event={query.data.data} etag={query.data.etag} />;
}

const text = (value: string) => value.trim() || null;

/** The version of the last reading goes along: someone else's change in between is told (412), and what was typed stays. */
function EventTexts({ event, etag }: { event: EventFacts; etag: string | null }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: { title: event.title, description: event.description ?? "", long_description: event.long_description ?? "", conditions: event.conditions ?? "", keywords: event.keywords.join(", ") },
    labels: { title: w.eventName, description: w.eventShort, long_description: w.eventLong, conditions: w.eventConditions, keywords: w.eventKeywords },
    check: ({ title }) => (title.trim() ? {} : { title: w.eventNameNeeded }),
    send: async (values) => {
      const body = {
        title: values.title.trim(), description: text(values.description), long_description: text(values.long_description), conditions: text(values.conditions),
        keywords: values.keywords.split(",").map((word) => word.trim()).filter(Boolean),
      };
      const changed = Object.fromEntries(Object.entries(body).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(event[name as keyof EventFacts])));
      if (Object.keys(changed).length > 0) {
        const answer = await patch<EventFacts>(`/events/${event.id}`, changed, etag);
        client.setQueryData(eventFacts(event.id).queryKey, answer);
        if (event.organisation_id) await client.invalidateQueries({ queryKey: ["organisation", event.organisation_id, "events"] });
      }
      tell(w.eventSaved);
    },
  });
  return (
    <Page title={event.title} lead={<>{event.organisation_name && <p>{w.eventHolder(event.organisation_name)}</p>}<p>{w.eventRest}</p></>}>
      <EntryForm entry={entry} submitLabel={w.eventEdit} label={w.eventTitle}>
        <TextInput {...entry.field("title")} label={w.eventName} maxLength={200} />
        <Textarea {...entry.field("description")} label={w.eventShort} description={w.eventShortHint} minRows={2} maxLength={1000} />
        <Textarea {...entry.field("long_description")} label={w.eventLong} minRows={6} maxLength={20_000} />
        <Textarea {...entry.field("conditions")} label={w.eventConditions} description={w.eventConditionsHint} minRows={2} maxLength={1000} />
        <TextInput {...entry.field("keywords")} label={w.eventKeywords} description={w.eventKeywordsHint} />
      </EntryForm>
      <p>
        {event.organisation_id && <><Link to="/espace/structures/$id" params={{ id: event.organisation_id }}>← {event.organisation_name ?? w.title}</Link>{" · "}</>}
        <Link to="/agenda/$slug" params={{ slug: event.slug }}>{w.eventPage}</Link>
      </p>
    </Page>
  );
}
