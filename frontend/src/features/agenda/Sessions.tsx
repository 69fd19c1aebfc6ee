import type { AgendaDetail, DetailSession } from "@/api/types";
import { clockOf, dayOf, formatClock, formatDay, todayInParis, type Day } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { capital } from "@/lib/text";
import { isOngoing, lastDay, placeWords, wordFor } from "@/programme/words";

/** Every session, by day; the past ones folded away. */
export function Sessions({ event }: { event: AgendaDetail }) {
  const { t } = useWords();
  const today = todayInParis();
  const past = event.sessions.filter((each) => lastDay(each) < today);
  const ahead = event.sessions.filter((each) => lastDay(each) >= today);
  return (
    <section aria-labelledby="sessions" className="sessions">
      <h2 id="sessions">{t.event.when}</h2>
      {event.sessions.length === 0 && <p>{t.event.noSession}</p>}
      {ahead.length === 0 && past.length > 0 && <p>{t.event.over}</p>}
      <SessionDays sessions={ahead} event={event} />
      {past.length > 0 && (
        <details className="sessions__past">
          <summary>{t.event.past(past.length)}</summary>
          <SessionDays sessions={past} event={event} />
        </details>
      )}
    </section>
  );
}

function SessionDays({ sessions, event }: { sessions: readonly DetailSession[]; event: AgendaDetail }) {
  const { lang } = useWords();
  const days = new Map<Day, DetailSession[]>();
  for (const each of sessions) days.set(dayOf(each.starts_at), [...(days.get(dayOf(each.starts_at)) ?? []), each]);
  const thisYear = todayInParis().slice(0, 4);
  return (
    <dl className="sessions__days">
      {[...days].map(([day, those]) => (
        <div key={day} className="sessions__day">
          <dt>{capital(formatDay(day, lang, { year: !day.startsWith(thisYear) }))}</dt>
          {those.map((each) => <SessionLine key={each.id} session={each} event={event} />)}
        </div>
      ))}
    </dl>
  );
}

function SessionLine({ session, event }: { session: DetailSession; event: AgendaDetail }) {
  const { t, lang } = useWords();
  const stopped = session.status === "cancelled" || (session.status === "postponed" && session.previous_starts_at === null);
  const ends = isOngoing(session)
    ? t.flags.until(formatDay(lastDay(session), lang, { weekday: false }))
    : session.ends_at > session.starts_at ? `– ${formatClock(clockOf(session.ends_at), lang)}` : "";
  const elsewhere = session.venue && session.venue.id !== event.venue?.id ? session.venue : null;
  return (
    <dd>
      <span className="sessions__time" data-stopped={stopped}>
        <time dateTime={session.starts_at}>{formatClock(clockOf(session.starts_at), lang)}</time> {ends}
      </span>
      {session.status !== "scheduled" && <span className={stopped ? "flag flag--stop" : "flag"}>{wordFor(t, "status", session.status)}</span>}
      {session.audience && session.audience.length > 0 && <span className="soft">{session.audience.map((code) => wordFor(t, "audience", code)).join(", ")}</span>}
      {session.capacity !== null && <span className="soft">{t.event.capacity(session.capacity)}</span>}
      {elsewhere && <span className="soft">{t.event.otherVenue} {placeWords({ venue: elsewhere, attendance_mode: "onsite" }, t)}</span>}
    </dd>
  );
}
