import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Entry } from "@/space/kit/entry";
import { webhookEvents } from "./calls";
import { useWebhookWords } from "./words";

/** Which things are told, by the names that people give them. */
export function EventChoice<V extends { events: string[] }>({ entry }: { entry: Entry<V> }) {
  const { w, lang } = useWebhookWords();
  const all = useQuery(webhookEvents()).data ?? [];
  return (
    <Checkbox.Group {...entry.field("events")} value={entry.values.events} label={w.events}>
      <div className="group__choices">
        {all.map(({ event, label_fr: fr, label_en: en }) => <Checkbox key={event} value={event} label={lang === "fr" ? fr : en} description={event} />)}
      </div>
    </Checkbox.Group>
  );
}
