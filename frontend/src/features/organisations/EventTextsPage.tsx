import { Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { patch } from "@/api/write";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Page } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useVersions, type Version } from "@/space/kit/versions";
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

interface Texts {
  title: string;
  description: string;
  long_description: string;
  conditions: string;
  keywords: string;
}

const toTexts = (event: EventFacts): Texts => ({
  title: event.title, description: event.description ?? "", long_description: event.long_description ?? "", conditions: event.conditions ?? "", keywords: event.keywords.join(", "),
});

/** What the API takes: nothing instead of an empty text, keywords one by one. */
const toBody = (texts: Texts) => ({
  title: texts.title.trim(), description: text(texts.description), long_description: text(texts.long_description), conditions: text(texts.conditions),
  keywords: texts.keywords.split(",").map((word) => word.trim()).filter(Boolean),
});

type Body = ReturnType<typeof toBody>;

const version = (event: EventFacts, etag: string | null): Version<Body> => ({ body: toBody(toTexts(event)), etag });

/** The version of the first reading goes along: someone else's change in between is shown beside what was typed. */
function EventTexts({ event, etag }: { event: EventFacts; etag: string | null }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const labels = { title: w.eventName, description: w.eventShort, long_description: w.eventLong, conditions: w.eventConditions, keywords: w.eventKeywords };
  const { met, send, settle, giveUp } = useVersions<Body>({
    first: version(event, etag),
    save: async (changed, _whole, from) => {
      const answer = await patch<EventFacts>(`/events/${encodeURIComponent(event.id)}`, changed, from);
      client.setQueryData(eventFacts(event.id).queryKey, answer);
      return version(answer.data, answer.etag);
    },
    readAgain: async () => {
      const now = await client.fetchQuery({ ...eventFacts(event.id), staleTime: 0 });
      return version(now.data, now.etag);
    },
    onSaved: async ({ body }, isNew) => {
      entry.reset({ title: body.title, description: body.description ?? "", long_description: body.long_description ?? "", conditions: body.conditions ?? "", keywords: body.keywords.join(", ") });
      if (isNew && event.organisation_id) await client.invalidateQueries({ queryKey: ["organisation", event.organisation_id, "events"] });
      tell(isNew ? w.eventSaved : w.nothingToSave);
    },
  });
  const entry = useEntry({ initial: toTexts(event), labels, check: ({ title }) => (title.trim() ? {} : { title: w.eventNameNeeded }), send: (texts) => send(toBody(texts)) });
  return (
    <Page title={event.title} lead={<>{event.organisation_name && <p>{w.eventHolder(event.organisation_name)}</p>}<p>{w.eventRest}</p></>}>
      {met ? (
        <ClashForm met={met} label={(field) => labels[field]} words={(_field, value) => (Array.isArray(value) ? value.join(", ") : String(value ?? ""))} onSend={settle} onCancel={giveUp} />
      ) : (
        <EntryForm entry={entry} submitLabel={w.eventEdit} label={w.eventTitle}>
          <TextInput {...entry.field("title")} label={w.eventName} maxLength={200} />
          <Textarea {...entry.field("description")} label={w.eventShort} description={w.eventShortHint} minRows={2} maxLength={1000} />
          <Textarea {...entry.field("long_description")} label={w.eventLong} minRows={6} maxLength={20_000} />
          <Textarea {...entry.field("conditions")} label={w.eventConditions} description={w.eventConditionsHint} minRows={2} maxLength={1000} />
          <TextInput {...entry.field("keywords")} label={w.eventKeywords} description={w.eventKeywordsHint} />
        </EntryForm>
      )}
      <p>
        {event.organisation_id && <><Link to="/espace/structures/$id" params={{ id: event.organisation_id }}>← {event.organisation_name ?? w.title}</Link>{" · "}</>}
        <Link to="/agenda/$slug" params={{ slug: event.slug }}>{w.eventPage}</Link>
      </p>
    </Page>
  );
}
