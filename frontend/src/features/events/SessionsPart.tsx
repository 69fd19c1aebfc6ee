import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clockOf, dayOf, formatClock, formatDay } from "@/lib/dates";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { AddSessions } from "./AddSessions";
import { clashesOf, isKept, ruleOf, sessionsOf, type Clash, type EventFacts } from "./calls";
import { SessionLine } from "./SessionLine";
import { withOffset } from "./times";
import { useEventWords } from "./words";

/** When it takes place: sessions to add, correct, move or call off, and what they meet at the same hour. */
export function SessionsPart({ event }: { event: EventFacts }) {
  const { w } = useEventWords();
  const client = useQueryClient();
  const query = useQuery(sessionsOf(event.id));
  const { open, show, close, button } = useUnfolded();
  const rule = ruleOf(event, "sessions");
  const refresh = async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ["event-facts", event.id] }), client.invalidateQueries({ queryKey: ["project"] })]);
  };
  return (
    <Part title={w.sessions} actions={rule !== "locked" && !open ? <Button ref={button} onClick={show}>{w.addSessions}</Button> : undefined}>
      {!isKept(event) && event.phase && <p className="soft">{w.sessionsRule[rule]}</p>}
      <Clashes event={event} />
      {open && <AddSessions event={event} known={query.data ?? []} onDone={async () => { await refresh(); close(); }} onSome={refresh} onCancel={close} />}
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <NothingYet><p>{event.structure === "umbrella" ? w.sessionsUmbrella : w.sessionsNone}</p></NothingYet> : (
          <ul role="list" className="lines" aria-label={w.sessions}>{items.map((each) => <SessionLine key={each.id} session={each} event={event} onChanged={refresh} />)}</ul>
        ))}
      </Loaded>
    </Part>
  );
}

/** Two things in one room, or one person in two: told, never refused. */
function Clashes({ event }: { event: EventFacts }) {
  const { w, lang } = useEventWords();
  const { data = [] } = useQuery(clashesOf(event.id));
  if (data.length === 0) return null;
  const when = ({ starts_at: starts, ends_at: ends }: Clash) => `${formatDay(dayOf(withOffset(starts)), lang)}, ${formatClock(clockOf(withOffset(starts)), lang)} – ${formatClock(clockOf(withOffset(ends)), lang)}`;
  return (
    <div className="event-notes" role="status">
      <p><strong>{w.clashes(data.length)}</strong></p>
      <ul>
        {data.map((each) => (
          <li key={`${each.session_id}${each.other_session_id}${each.kind}`}>
            {each.kind === "venue" ? w.venueClash(each.subject) : w.personClash(each.subject)} {when(each)} : {isKept(event) ? <Link to="/espace/evenements/$id" params={{ id: each.event_id }}>{each.event_title}</Link> : `« ${each.event_title} »`}
          </li>
        ))}
      </ul>
    </div>
  );
}
