import { Button, Menu } from "@mantine/core";
import { useRef, useState } from "react";
import { del } from "@/api/write";
import { useWords } from "@/lib/i18n";
import { Confirm } from "@/space/kit/Confirm";
import { tell } from "@/space/kit/toasts";
import { may, type EventFacts, type EventSession } from "./calls";
import { SessionAction, type ActionName } from "./SessionAction";
import { SessionEdit } from "./SessionEdit";
import { sessionWords } from "./sessionWords";
import { useEventWords } from "./words";

const ACTIONS: readonly ActionName[] = ["reschedule", "postpone", "move_online", "cancel", "reinstate"];

interface SessionLineProps {
  session: EventSession;
  event: EventFacts;
  onChanged: () => Promise<void>;
}

export function SessionLine({ session, event, onChanged }: SessionLineProps) {
  const { w, lang } = useEventWords();
  const { t } = useWords();
  const [doing, setDoing] = useState<ActionName | "edit" | null>(null);
  const [removing, setRemoving] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const name = sessionWords(session, lang);
  const actions = ACTIONS.filter((action) => may(session, action));
  const stopped = session.status === "cancelled" || session.status === "postponed";
  const before = session.previous_starts_at && sessionWords({ starts_at: session.previous_starts_at, ends_at: session.previous_ends_at ?? session.previous_starts_at, timezone: session.timezone }, lang);
  const facts = [
    session.venue_name && [session.venue_name, session.venue_city].filter(Boolean).join(", "), session.capacity !== null && t.event.capacity(session.capacity), session.animators.length > 0 && w.withAnimators(session.animators.join(", ")),
    session.audience?.map((code) => t.values.audience[code as keyof typeof t.values.audience] ?? code).join(", "),
  ].filter(Boolean);
  const close = () => { setDoing(null); requestAnimationFrame(() => more.current?.focus()); };
  return (
    <li className="line" aria-label={name}>
      <div className="line__main">
        <span>{stopped ? <s>{name}</s> : name}</span>
        {facts.length > 0 && <span className="soft">{facts.join(" · ")}</span>}
        {before && <span className="soft">{w.wasAt(before)}</span>}
        {session.status_reason && <span className="soft">{w.reason} : {session.status_reason}</span>}
        {session.pending && <span className="event-waits">{w.sessionWaits(w.proposalKind[String(session.pending["action"])] ?? "")}</span>}
      </div>
      {session.status !== "scheduled" && <span className={stopped ? "flag flag--stop" : "flag"}>{t.values.status[session.status as keyof typeof t.values.status] ?? session.status}</span>}
      {doing === null && (
        <div className="line__actions">
          {may(session, "edit") && <Button size="xs" aria-label={w.editOf(name)} onClick={() => setDoing("edit")}>{w.edit}</Button>}
          {(actions.length > 0 || may(session, "remove")) && (
            <Menu position="bottom-end" transitionProps={{ duration: 0 }} withinPortal={false}>
              <Menu.Target><Button ref={more} size="xs" aria-label={w.changeOf(name)}>{w.change}</Button></Menu.Target>
              <Menu.Dropdown>
                {event.publication === "published" || session.status !== "scheduled" ? null : may(session, "remove") && <Menu.Item onClick={() => setRemoving(true)}>{w.remove}</Menu.Item>}
                {actions.map((action) => <Menu.Item key={action} onClick={() => setDoing(action)}>{w.sessionAction[action]}</Menu.Item>)}
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      )}
      {doing === "edit" && <div className="line__below"><SessionEdit session={session} event={event} name={name} onDone={async () => { await onChanged(); close(); }} onCancel={close} /></div>}
      {doing !== null && doing !== "edit" && <div className="line__below"><SessionAction action={doing} session={session} event={event} name={name} onDone={async () => { await onChanged(); close(); }} onCancel={close} /></div>}
      <Confirm
        opened={removing} title={w.removeTitle(name)} confirmLabel={w.remove} onClose={() => setRemoving(false)}
        onConfirm={async () => {
          await del(`/sessions/${session.id}`);
          tell(w.removed);
          await onChanged();
        }}
      >
        <p>{w.removeText}</p>
      </Confirm>
    </li>
  );
}
