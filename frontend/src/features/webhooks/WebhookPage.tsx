import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { del, patch, post } from "@/api/write";
import { isUnknown, Problem } from "@/lib/problem";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate, formatMoment } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { useKitWords } from "@/space/kit/words";
import { conditionOf, path, webhook, webhookEvents, type Webhook, type WebhookMade } from "./calls";
import { DeliveriesPart } from "./DeliveriesPart";
import { EventChoice } from "./EventChoice";
import { Secret } from "./Secret";
import { useWebhookWords } from "./words";

/** One webhook: its settings, what may be done with it, what it was told. */
export function WebhookPage({ id }: { id: string }) {
  const { w } = useWebhookWords();
  const query = useQuery(webhook(id));
  const isLost = isUnknown(query.error) && !query.data;
  if (isLost) return <Page key="none" title={w.unknown}><p><BackLink /></p></Page>;
  const loaded = query.data;
  if (!loaded) return <Page key="wait" title={w.title} ready={query.isError}><Loaded query={query}>{() => null}</Loaded></Page>;
  return <Whole webhook={loaded.data} etag={loaded.etag} />;
}

function BackLink() {
  const { w } = useWebhookWords();
  return <Link to="." search={{} as never}>← {w.back}</Link>;
}

function Whole({ webhook: shown, etag }: { webhook: Webhook; etag: string | null }) {
  const { w, lang } = useWebhookWords();
  const client = useQueryClient();
  const { id, name, organisation, created_by: by, created_at: at, failing_since: failing } = shown;
  const [made, setMade] = useState<WebhookMade | null>(null);
  const [asking, setAsking] = useState<"rotate" | "end" | null>(null);
  const navigate = useNavigate();
  const refresh = () => client.invalidateQueries({ queryKey: ["webhooks"] });
  const may = (action: string) => shown.allowed_actions.includes(action);
  const condition = conditionOf(shown);
  const act = async (call: () => Promise<unknown>, done: string) => {
    try {
      await call();
      tell(done);
    } catch (error) {
      tell(error instanceof Problem && error.status === 412 ? w.clash : error instanceof Error ? error.message : String(error), { bad: true });
    }
    await refresh();
  };
  return (
    <Page
      title={name}
      lead={(
        <>
          <p><BackLink /></p>
          <p><span className={condition === "failing" || condition === "gone" ? "flag flag--stop" : "flag"}>{w.condition[condition]}</span> {[organisation.name, by ? w.by(by.name, formatDate(at, lang)) : w.on(formatDate(at, lang)), failing && w.failingSince(formatMoment(failing, lang))].filter(Boolean).join(" · ")}</p>
        </>
      )}
      actions={(
        <>
          {may("test") && shown.is_enabled && <Button variant="filled" onClick={() => void act(() => post(`${path(id)}/test`), w.tested)}>{w.test}</Button>}
          {may("edit") && <Button onClick={() => void act(() => patch(path(id), { is_enabled: !shown.is_enabled }, etag), shown.is_enabled ? w.paused : w.resumed)}>{shown.is_enabled ? w.pause : w.resume}</Button>}
          {may("rotate") && <Button onClick={() => setAsking("rotate")}>{w.rotate}</Button>}
          {may("delete") && <Button onClick={() => setAsking("end")}>{w.end}</Button>}
        </>
      )}
    >
      {made && <Secret made={made} onDone={() => setMade(null)} />}
      <Settings webhook={shown} etag={etag} onSaved={refresh} />
      <DeliveriesPart webhook={shown} />
      <Confirm
        opened={asking === "rotate"} title={w.rotateTitle} confirmLabel={w.rotate} onClose={() => setAsking(null)}
        onConfirm={async () => {
          setMade(await post<WebhookMade>(`${path(id)}/secret`));
          await refresh();
        }}
      >
        <p>{w.rotateText}</p>
      </Confirm>
      <Confirm
        opened={asking === "end"} title={w.endTitle(name)} confirmLabel={w.endOf(name)} onClose={() => setAsking(null)}
        onConfirm={async () => {
          await del(path(id));
          tell(w.ended);
          await navigate({ to: ".", search: {} as never });
          await refresh();
        }}
      >
        <p>{w.endText}</p>
      </Confirm>
    </Page>
  );
}

function Settings({ webhook: shown, etag, onSaved }: { webhook: Webhook; etag: string | null; onSaved: () => Promise<void> }) {
  const { w, lang } = useWebhookWords();
  const all = useQuery(webhookEvents()).data ?? [];
  const { open, show, close, button } = useUnfolded();
  const label = (event: string) => { const found = all.find((each) => each.event === event); return (lang === "fr" ? found?.label_fr : found?.label_en) ?? event; };
  return (
    <Part title={w.settings} actions={shown.allowed_actions.includes("edit") && !open ? <Button ref={button} onClick={show}>{w.edit}</Button> : undefined}>
      {open ? <SettingsForm webhook={shown} etag={etag} onSaved={onSaved} onClose={close} /> : (
        <dl className="facts">
          <dt>{w.url}</dt><dd>{shown.url}</dd>
          <dt>{w.events}</dt><dd>{shown.events.map(label).join(", ")}</dd>
        </dl>
      )}
    </Part>
  );
}

function SettingsForm({ webhook: { id, name, url, events }, etag, onSaved, onClose }: { webhook: Webhook; etag: string | null; onSaved: () => Promise<void>; onClose: () => void }) {
  const { w } = useWebhookWords();
  const { w: kit } = useKitWords();
  // The version that one began to change, whatever is read meanwhile.
  const [base] = useState(etag);
  const entry = useEntry({
    initial: { name, url, events }, labels: { name: w.name, url: w.url, events: w.events },
    check: (values) => ({ ...(!values.name.trim() && { name: w.nameNeeded }), ...(!values.url.trim() && { url: w.urlNeeded }), ...(values.events.length === 0 && { events: w.eventsNeeded }) }),
    send: async (values) => {
      await patch(path(id), { ...values, name: values.name.trim(), url: values.url.trim() }, base);
      await onSaved();
      tell(w.saved);
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={kit.save} label={w.settings} focusFirst onDone={onClose} onCancel={onClose} explain={({ status }) => (status === 412 ? w.clash : null)}>
      <TextInput {...entry.field("name")} label={w.name} maxLength={100} autoComplete="off" />
      <TextInput {...entry.field("url")} type="url" inputMode="url" label={w.url} description={w.urlHint} maxLength={500} autoComplete="off" spellCheck={false} />
      <EventChoice entry={entry} />
    </EntryForm>
  );
}
