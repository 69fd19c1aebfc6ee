import { Select, TextInput } from "@mantine/core";
import { post } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import type { OwnOrganisation } from "@/space/kit/me";
import type { WebhookMade } from "./calls";
import { EventChoice } from "./EventChoice";
import { useWebhookWords } from "./words";

/** What is told first: what a program of an applicant waits for. */
const FIRST = ["application.changes_requested", "application.decided", "message.received"];

export function WebhookForm({ organisations, onMade, onCancel }: { organisations: readonly OwnOrganisation[]; onMade: (made: WebhookMade) => void; onCancel: () => void }) {
  const { w } = useWebhookWords();
  const entry = useEntry({
    initial: { organisation_id: organisations.length === 1 ? (organisations[0]?.id ?? "") : "", name: "", url: "https://", events: FIRST },
    labels: { organisation_id: w.organisation, name: w.name, url: w.url, events: w.events },
    check: ({ organisation_id: organisation, name, url, events }) => ({
      ...(!organisation && { organisation_id: w.organisationNeeded }), ...(!name.trim() && { name: w.nameNeeded }),
      ...(url.trim().length <= "https://".length && { url: w.urlNeeded }), ...(events.length === 0 && { events: w.eventsNeeded }),
    }),
    send: async (values) => onMade(await post<WebhookMade>("/webhooks", { ...values, name: values.name.trim(), url: values.url.trim() })),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.go} label={w.makeTitle} focusFirst onCancel={onCancel}>
      {organisations.length > 1 && <Select {...entry.field("organisation_id")} value={entry.values.organisation_id || null} label={w.organisation} data={organisations.map(({ id, name }) => ({ value: id, label: name }))} />}
      <TextInput {...entry.field("name")} label={w.name} description={w.nameHint} maxLength={100} autoComplete="off" />
      <TextInput {...entry.field("url")} type="url" inputMode="url" label={w.url} description={w.urlHint} maxLength={500} autoComplete="off" spellCheck={false} />
      <EventChoice entry={entry} />
    </EntryForm>
  );
}
