import { Textarea, TextInput } from "@mantine/core";
import { useRef } from "react";
import { post } from "@/api/write";
import { isDay } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { newName } from "@/lib/names";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { ruleOf, type EventFacts, type EventSession, type SessionWritten } from "./calls";
import { sessionWords } from "./sessionWords";
import { span, wallClock } from "./times";
import { VenueField } from "./VenueField";
import { useEventWords } from "./words";

export type ActionName = "cancel" | "postpone" | "reschedule" | "move_online" | "reinstate";

interface SessionActionProps {
  action: ActionName;
  session: EventSession;
  event: EventFacts;
  name: string;
  onDone: () => Promise<void>;
  onCancel: () => void;
}

interface ActionValues {
  reason: string;
  day: string;
  from: string;
  to: string;
  venue_id: string | null;
  online_access_url: string;
}

const STATUS = { cancel: "cancelled", postpone: "postponed", reschedule: "rescheduled", move_online: "moved_online", reinstate: "scheduled" } as const;

/** Calls a session off, puts it off, moves it or takes that back; what the public will read is shown before. */
export function SessionAction({ action, session, event, name, onDone, onCancel }: SessionActionProps) {
  const { w, lang } = useEventWords();
  const { t } = useWords();
  const sent = useRef({ body: "", key: "" });
  const asks = action !== "reinstate";
  const entry = useEntry<ActionValues>({
    initial: {
      reason: "", day: wallClock(session.starts_at, session.timezone).day, from: wallClock(session.starts_at, session.timezone).clock, to: wallClock(session.ends_at, session.timezone).clock,
      venue_id: session.venue_id, online_access_url: event.online_access_url ?? "",
    },
    labels: { ...w.sessionLabels, reason: w.cancelWhy, online_access_url: w.labels.online_access_url },
    check: ({ reason, day, from, to }) => ({
      ...(asks && !reason.trim() && { reason: w.whyNeeded }), ...(action === "reschedule" && { ...(!isDay(day) && { day: w.dayNeeded }), ...(!from && { from: w.hourNeeded }), ...(!to && { to: w.hourNeeded }) }),
    }),
    send: async (values) => {
      const body = {
        ...(asks && { reason: values.reason.trim() }), ...(action === "reschedule" && { ...span(values.day, values.from, values.to, session.timezone), venue_id: values.venue_id }),
        ...(action === "move_online" && { online_access_url: values.online_access_url.trim() || null }),
      };
      const text = JSON.stringify(body);
      if (sent.current.body !== text) sent.current = { body: text, key: newName() };
      const written = await post<SessionWritten>(`/sessions/${session.id}/${action.replace("_", "-")}`, asks ? body : undefined, sent.current.key);
      tell(written.proposal ? w.proposed : w.sessionDone[action]);
      await onDone();
    },
  });
  const { values } = entry;
  const waits = ruleOf(event, "session_status") === "needs_approval";
  const moved = action === "reschedule" && isDay(values.day) && values.from && values.to ? sessionWords({ ...span(values.day, values.from, values.to, session.timezone), timezone: session.timezone }, lang) : null;
  return (
    <EntryForm entry={entry} submitLabel={w.sessionGo[action]} label={w.actionOf(w.sessionAction[action], name)} focusFirst onCancel={onCancel} cancelLabel={w.leaveSession}>
      <p><strong>{w.sessionAction[action]}</strong></p>
      {action === "reschedule" && (
        <>
          <div className="event-times">
            <TextInput {...entry.field("day")} label={w.sessionLabels.day} type="date" />
            <TextInput {...entry.field("from")} label={w.sessionLabels.from} type="time" />
            <TextInput {...entry.field("to")} label={w.sessionLabels.to} type="time" />
          </div>
          <VenueField label={w.sessionLabels.venue_id} name="venue_id" value={values.venue_id} onChange={(id) => entry.set({ venue_id: id })} error={entry.errors.venue_id} organisation={event.organisation_id} none={w.sameVenue} />
        </>
      )}
      {action === "move_online" && <TextInput {...entry.field("online_access_url")} label={w.labels.online_access_url} type="url" inputMode="url" placeholder="https://" maxLength={500} autoComplete="off" />}
      {asks && <Textarea {...entry.field("reason")} label={w.cancelWhy} description={event.publication === "published" ? w.cancelWhyHint : w.whyQuietHint} minRows={2} maxLength={1000} />}
      <div className="event-told">
        <p><strong>{event.publication === "published" ? w.publicReads : w.nothingPublic}</strong></p>
        {event.publication === "published" && (
          <>
            <p>
              {moved && moved !== name && <><s>{name}</s> → </>}
              {moved ?? (action === "cancel" || action === "postpone" ? <s>{name}</s> : name)} {STATUS[action] !== "scheduled" && <span className={action === "cancel" || action === "postpone" ? "flag flag--stop" : "flag"}>{t.values.status[STATUS[action]]}</span>}
              {asks && values.reason.trim() && <><br /><span className="soft">{t.event.reason} {values.reason.trim()}</span></>}
            </p>
            <p className="soft">{waits ? w.afterApproval : w.toldNow}</p>
          </>
        )}
      </div>
    </EntryForm>
  );
}
