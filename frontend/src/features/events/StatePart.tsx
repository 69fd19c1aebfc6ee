import { Button, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { patch, post } from "@/api/write";
import { useWords } from "@/lib/i18n";
import { Confirm } from "@/space/kit/Confirm";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { eventFacts, isKept, path, projectOf, ruleOf, sessionsOf, type EventFacts } from "./calls";
import { missingOf } from "./missing";
import { useEventWords } from "./words";

interface StateProps {
  event: EventFacts;
  etag: string | null;
}

type Asking = "publish" | "unpublish" | "cancel" | "reinstate" | null;

/** Where an event stands on its way to the public, what it misses, and the next step. */
export function StatePart({ event, etag }: StateProps) {
  const { w } = useEventWords();
  const { t } = useWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asking>(null);
  const [busy, setBusy] = useState(false);
  const kept = isKept(event);
  const { publication, withdrawn_at: withdrawn, status } = event;
  const project = useQuery({ ...projectOf(event.project_id ?? ""), enabled: event.project_id !== null });
  const sessions = useQuery(sessionsOf(event.id));
  const told = project.data?.data.events.find(({ id }) => id === event.id);
  const missing = told ? told.missing.filter(({ code }) => code !== "not_ready").map(({ text }) => text) : missingOf(event, sessions.data, w.missing);
  const warnings = told?.warnings.map(({ text }) => text) ?? [];
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ["event-facts", event.id] }), event.project_id && client.invalidateQueries({ queryKey: ["project", event.project_id] })]);
  const change = async (body: Record<string, unknown>, done: string) => {
    const answer = await patch<EventFacts>(path(event.id), body, etag);
    client.setQueryData(eventFacts(event.id).queryKey, answer);
    await refresh();
    tell(done);
  };
  const atOnce = async (body: Record<string, unknown>, done: string) => {
    if (busy) return;
    setBusy(true);
    try {
      await change(body, done);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
      await refresh();
    } finally {
      setBusy(false);
    }
  };
  const ready = (to: "draft" | "ready") => atOnce({ publication: to }, to === "ready" ? w.saidReady : w.backToDraft);
  const fill = (to: "full" | "scheduled") => atOnce({ status: to }, ruleOf(event, "session_status") === "free" ? w.saidStatus : w.proposed);
  const waits = (publication === "draft" || publication === "ready") && !withdrawn;
  const mayStop = ruleOf(event, "session_status") !== "locked" && !withdrawn;
  return (
    <Part title={w.state}>
      <div className="event-state">
        <p className="event-state__flags">
          <span className="flag">{withdrawn ? w.withdrawn : w.publication[publication]}</span>
          {status !== "scheduled" && <span className="flag flag--stop">{t.values.status[status as keyof typeof t.values.status] ?? status}</span>}
        </p>
        <p>{withdrawn ? w.withdrawnText : w.publicationText(publication, kept)}</p>
        {event.status_reason && status !== "scheduled" && <p className="soft">{w.reason} : {event.status_reason}</p>}
        {event.duplicate_of && <p>{w.hidden} <Link to="/espace/evenements/$id" params={{ id: event.duplicate_of }}>{w.hiddenBy}</Link></p>}
        {waits && <Notes title={w.misses} notes={missing} />}
        {waits && <Notes title={w.looks} notes={warnings} />}
        <div className="page__actions">
          {waits && !kept && publication === "draft" && <Button variant="filled" aria-disabled={busy} onClick={() => void ready("ready")}>{w.sayReady}</Button>}
          {waits && !kept && publication === "ready" && <Button aria-disabled={busy} onClick={() => void ready("draft")}>{w.toDraft}</Button>}
          {kept && publication !== "published" && !withdrawn && <Button variant="filled" onClick={() => setAsking("publish")}>{w.publish}</Button>}
          {kept && publication === "published" && !withdrawn && <Button onClick={() => setAsking("unpublish")}>{w.unpublish}</Button>}
          {mayStop && publication === "published" && status === "scheduled" && <Button aria-disabled={busy} onClick={() => void fill("full")}>{w.sayFull}</Button>}
          {mayStop && status === "full" && <Button aria-disabled={busy} onClick={() => void fill("scheduled")}>{w.sayFree}</Button>}
          {mayStop && status !== "cancelled" && <Button variant="subtle" onClick={() => setAsking("cancel")}>{w.cancelAll}</Button>}
          {mayStop && status === "cancelled" && <Button onClick={() => setAsking("reinstate")}>{w.reinstateAll}</Button>}
        </div>
      </div>
      <Confirm
        opened={asking === "publish"} title={w.publishTitle(event.title)} confirmLabel={w.publishGo} onClose={() => setAsking(null)}
        onConfirm={async () => {
          await publish(event, (body) => change(body, w.published));
          if (waits) { await refresh(); tell(w.published); }
        }}
      >
        <p>{w.publishText}</p>
        <Notes title={w.misses} notes={missing} />
        <Notes title={w.looks} notes={warnings} />
      </Confirm>
      <Confirm opened={asking === "unpublish"} title={w.unpublishTitle(event.title)} confirmLabel={w.unpublishGo} onClose={() => setAsking(null)} onConfirm={() => change({ publication: "unpublished" }, w.unpublished)}>
        <p>{w.unpublishText}</p>
      </Confirm>
      <Confirm opened={asking === "reinstate"} title={w.reinstateAll} confirmLabel={w.reinstateGo} onClose={() => setAsking(null)} onConfirm={() => change({ status: "scheduled", status_reason: null }, w.reinstated)}>
        <p>{w.reinstateText}</p>
      </Confirm>
      <Dialogue opened={asking === "cancel"} title={w.cancelTitle(event.title)} onClose={() => setAsking(null)}>
        <CancelForm event={event} onSend={(reason) => change({ status: "cancelled", status_reason: reason }, ruleOf(event, "session_status") === "free" ? w.cancelled : w.proposed)} onClose={() => setAsking(null)} />
      </Dialogue>
    </Part>
  );
}

/** What waits is checked when it is published; what was taken off is shown again as it was. */
async function publish(event: EventFacts, change: (body: Record<string, unknown>) => Promise<void>): Promise<void> {
  const what = { event_ids: [event.id], include_drafts: true };
  const waits = event.publication === "draft" || event.publication === "ready";
  if (waits && event.project_id) await post(`/projects/${event.project_id}/publish`, what);
  else if (waits && event.edition) await post(`/editions/${event.edition}/publish`, what);
  else await change({ publication: "published" });
}

export function Notes({ title, notes }: { title: string; notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return <div className="event-notes"><p><strong>{title}</strong></p><ul>{notes.map((note) => <li key={note}>{note}</li>)}</ul></div>;
}

function CancelForm({ event, onSend, onClose }: { event: EventFacts; onSend: (reason: string) => Promise<void>; onClose: () => void }) {
  const { w } = useEventWords();
  const entry = useEntry({
    initial: { status_reason: "" }, labels: { status_reason: w.cancelWhy }, check: ({ status_reason: why }) => (why.trim() ? {} : { status_reason: w.whyNeeded }),
    send: ({ status_reason: why }) => onSend(why.trim()),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.cancelGo} label={w.cancelTitle(event.title)} focusFirst onDone={onClose} onCancel={onClose} cancelLabel={w.keepIt}>
      <p>{event.publication === "published" ? w.cancelPublic : w.cancelQuiet}</p>
      <Textarea {...entry.field("status_reason")} label={w.cancelWhy} description={w.cancelWhyHint} minRows={2} maxLength={1000} />
    </EntryForm>
  );
}
