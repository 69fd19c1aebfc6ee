import { Button, Radio, Select, TextInput } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { post } from "@/api/write";
import { dayOf, formatSpan } from "@/lib/dates";
import { newName } from "@/lib/names";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { hasRole, useMe } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { may, type EventCreated, type Project, type ProjectEvent } from "./calls";
import { tree } from "./steps";
import { useProjectWords } from "./words";

interface EventsPartProps {
  project: Project;
  onAdded: () => Promise<void>;
}

/** The events of a project, stands below their village; each is written by whoever holds it. */
export function EventsPart({ project, onAdded }: EventsPartProps) {
  const { w } = useProjectWords();
  const { open, show, close, button } = useUnfolded();
  const lines = tree(project.events);
  return (
    <Part title={w.events} actions={may(project, "add_event") && !open ? <Button ref={button} onClick={show}>{w.addEvent}</Button> : undefined}>
      {open && <AddEvent project={project} onAdded={onAdded} onCancel={close} />}
      {lines.length === 0 && !open && <NothingYet><p>{project.mastering === "nationally" ? w.noEventNationally : w.noEvent}</p></NothingYet>}
      {lines.length > 0 && (
        <ul role="list" className="lines" aria-label={w.events}>
          {lines.map(({ event, stands }) => (
            <li key={event.id} className="line project-event">
              <EventLine event={event} project={project} />
              {stands.length > 0 && (
                <ul role="list" className="project-stands" aria-label={w.standsOf(event.title)}>
                  {stands.map((stand) => <li key={stand.id} className="line"><EventLine event={stand} project={project} /></li>)}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function EventLine({ event, project }: { event: ProjectEvent; project: Project }) {
  const { w, lang } = useProjectWords();
  const someone = useMe();
  const isMine = hasRole(someone, "coordinator", "administrator") || someone.organisations.some(({ id }) => id === event.organisation_id);
  const { id, slug, title, organisation_id: holder } = event;
  const facts = [
    event.structure === "umbrella" && w.umbrella, event.starts_at && event.ends_at && formatSpan(dayOf(event.starts_at), dayOf(event.ends_at), lang), w.sessions(event.session_count),
    holder !== project.organisation_id && event.organisation_name, event.is_in_feed && w.inFeed,
  ].filter(Boolean);
  const isPublic = event.publication === "published" && event.withdrawn_at === null;
  return (
    <>
      <div className="line__main">
        {isMine ? <Link to="/espace/evenements/$id" params={{ id }}>{title}</Link> : <span>{title}</span>}
        <span className="soft">{facts.join(" · ")}</span>
      </div>
      <span className={event.status === "cancelled" ? "flag flag--stop" : "flag"}>{event.status === "cancelled" ? w.eventCancelled : event.withdrawn_at ? w.withdrawn : w.publication[event.publication]}</span>
      <div className="line__actions">
        {isMine && <Link to="/espace/evenements/$id" params={{ id }} className="button" aria-label={w.writeOf(title)}>{w.write}</Link>}
        {isMine && event.structure === "umbrella" && <Link to="/espace/evenements/$id" params={{ id }} hash="stands" aria-label={w.standsGoOf(title)}>{w.standsGo}</Link>}
        {isPublic && <Link to="/agenda/$slug" params={{ slug }} aria-label={w.seeOf(title)}>{w.see}</Link>}
      </div>
    </>
  );
}

/** A title is enough to begin; the rest is written on its own page. */
function AddEvent({ project, onAdded, onCancel }: EventsPartProps & { onCancel: () => void }) {
  const { w } = useProjectWords();
  const navigate = useNavigate();
  const { organisations } = useMe();
  const sent = useRef({ body: "", key: "" });
  const villages = project.events.filter(({ structure, status, organisation_id: holder }) => structure === "umbrella" && status !== "cancelled" && organisations.some(({ id }) => id === holder));
  // The holder, and those of one's own that carry the project with it.
  const holders = [
    { value: project.organisation_id, label: project.organisation_name ?? w.anOrganisation },
    ...project.parties.flatMap(({ role, organisation_id: id, name, accepted_at: at }) => (role === "co_holder" && at && id && id !== project.organisation_id ? [{ value: id, label: name ?? w.anOrganisation }] : [])),
  ];
  const ownHolder = holders.find(({ value }) => organisations.some(({ id }) => id === value)) ?? holders[0];
  const entry = useEntry({
    initial: { title: project.events.length === 0 ? project.title : "", structure: "single", organisation_id: ownHolder?.value ?? project.organisation_id, parent_id: "" },
    labels: { title: w.eventTitle, structure: w.eventStructure, organisation_id: w.eventHolder, parent_id: w.eventParent },
    check: ({ title }) => (title.trim() ? {} : { title: w.titleNeeded }),
    send: async ({ title, structure, organisation_id, parent_id: parent }) => {
      const body = { title: title.trim(), organisation_id, structure: parent ? "single" : structure, ...(parent ? { parent_id: parent } : { project_id: project.id }) };
      const text = JSON.stringify(body);
      if (sent.current.body !== text) sent.current = { body: text, key: newName() };
      const made = await post<EventCreated>("/events", body, sent.current.key);
      await onAdded();
      tell(made.may_be.length > 0 ? w.eventAddedAlike : w.eventAdded);
      await navigate({ to: "/espace/evenements/$id", params: { id: made.event.id } });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.addEventGo} label={w.addEvent} focusFirst onCancel={onCancel}>
      <TextInput {...entry.field("title")} label={w.eventTitle} maxLength={300} />
      {villages.length > 0 && <Select {...entry.field("parent_id")} value={entry.values.parent_id || null} label={w.eventParent} placeholder={w.noParent} clearable data={villages.map(({ id, title }) => ({ value: id, label: title }))} onChange={(parent) => entry.set({ parent_id: parent ?? "" })} />}
      {!entry.values.parent_id && (
        <Radio.Group {...entry.field("structure")} label={w.eventStructure}>
          {Object.entries(w.structures).map(([value, [label, hint]]) => <Radio key={value} value={value} label={label} description={hint} />)}
        </Radio.Group>
      )}
      {holders.length > 1 && <Select {...entry.field("organisation_id")} label={w.eventHolder} data={holders} allowDeselect={false} />}
    </EntryForm>
  );
}
