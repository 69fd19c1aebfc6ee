import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/lib/problem";
import { Confirm } from "@/space/kit/Confirm";
import { formatMoment, formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { endOtherSessions, endSession, sessions, type Session } from "./calls";
import { useAccountWords } from "./words";

/** Sessions shown at once, the last used first. */
const SHOWN = 4;

/** The browsers one is signed in with; each can be shut from here. */
export function SessionsPart() {
  const { w } = useAccountWords();
  const client = useQueryClient();
  const query = useQuery(sessions());
  const [asking, setAsking] = useState(false);
  const [all, setAll] = useState(false);
  const others = query.data?.filter((each) => !each.is_current) ?? [];
  const refresh = () => client.invalidateQueries(sessions());
  const end = async (session: Session) => {
    try {
      await endSession(session.id);
      tell(w.sessionEnded);
    } catch (error) {
      // One that is over already is what was asked for.
      if (!(error instanceof Problem) || error.status !== 404) tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await refresh();
  };
  return (
    <Part title={w.sessions}>
      <Loaded query={query}>
        {(items) => (
          <>
            <ul role="list" className="lines" aria-label={w.sessions}>
              {items.slice(0, all ? items.length : SHOWN).map((each) => <SessionLine key={each.id} session={each} onEnd={() => void end(each)} />)}
            </ul>
            <div className="page__actions">
              {others.length > 1 && <Button onClick={() => setAsking(true)}>{w.sessionOthers}</Button>}
              {!all && items.length > SHOWN && <Button variant="subtle" onClick={() => setAll(true)}>{w.sessionsMore(items.length - SHOWN)}</Button>}
            </div>
          </>
        )}
      </Loaded>
      <Confirm
        opened={asking} title={`${w.sessionOthers} ?`} confirmLabel={w.sessionOthers} onClose={() => setAsking(false)}
        onConfirm={async () => {
          const { ended } = await endOtherSessions();
          await refresh();
          tell(w.sessionsEnded(ended));
        }}
      >
        <p>{w.sessionOthersText}</p>
      </Confirm>
    </Part>
  );
}

function SessionLine({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { w, lang } = useAccountWords();
  const browser = session.browser ?? w.sessionUnknown;
  const last = formatSince(session.last_used_at, lang);
  return (
    <li className="line">
      <div className="line__main">
        <span>{browser}</span>
        <span className="soft">{w.sessionSince(formatMoment(session.created_at, lang))}, {w.methods[session.method]}{!session.is_current && ` · ${w.sessionLast(last)}`}</span>
      </div>
      <div className="line__actions">
        {session.is_current ? <span className="flag">{w.sessionHere}</span> : <Button size="xs" aria-label={w.sessionEndOf(browser, last)} onClick={onEnd}>{w.sessionEnd}</Button>}
      </div>
    </li>
  );
}
