import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { Umbel } from "@/identity/Umbel";
import type { AgendaEvent } from "@/api/types";
import { clockOf, dayOf, formatClock, formatDay } from "@/lib/dates";
import { useWords, type Lang } from "@/lib/i18n";
import { unbroken } from "@/lib/text";
import { umbelTraits } from "./traits";
import { ageWords, flagsOf, isOngoing, lastDay, placeWords, wordFor } from "./words";
import "./row.css";

interface EventRowProps {
  event: AgendaEvent & { first_session?: { starts_at: string; ends_at: string; status: AgendaEvent["status"] }; distance_km?: number | null };
  /** Heading level that fits the list around. */
  level?: 3 | 4;
  /** Says the day too, where no day header stands above. */
  withDay?: boolean;
  /** Leaves out "part of …", where the page is about that parent. */
  withinParent?: boolean;
  /** For teachers: school levels, and whether to book. */
  forClasses?: boolean;
}

/** One event in a list: the time first, then the flower, the title, the place, the words. Drawn again only if it changed. */
export const EventRow = memo(function EventRow({ event, level = 3, withDay = false, withinParent = false, forClasses = false }: EventRowProps) {
  const { t, lang } = useWords();
  const shown = event.first_session ?? event.sessions[0] ?? null;
  const Heading = level === 3 ? "h3" : "h4";
  const flags = flagsOf(event, shown, t, lang);
  const age = ageWords(event.age, t);
  const others = event.sessions.length - 1;
  return (
    <li className="row" data-bloom={event.theme ?? "other"} data-stopped={flags[0]?.stop ?? false}>
      <RowTime session={shown} withDay={withDay} />
      <div className="row__flower"><Umbel seed={event.id} traits={umbelTraits(event)} bloom={event.theme} /></div>
      <div className="row__body">
        <Heading className="row__title">
          <Link to="/agenda/$slug" params={{ slug: event.slug }}>{unbroken(event.title)}</Link>
        </Heading>
        <p className="row__place">{placeWords(event, t)}{typeof event.distance_km === "number" && <span className="row__away"> · {t.flags.away(kilometres(event.distance_km, lang))}</span>}</p>
        <ul role="list" className="row__words">
          {flags.map((flag) => <li key={flag.text} className={flag.stop ? "flag flag--stop" : "flag"}>{flag.text}</li>)}
          {event.activity_type && event.activity_type !== "other" && <li className="word">{wordFor(t, "activity_type", event.activity_type)}</li>}
          {age && <li className="word">{age}</li>}
          {forClasses && event.school_levels.map((code) => <li key={code} className="word">{wordFor(t, "school_level", code)}</li>)}
          {!forClasses && event.audience.includes("schools") && <li className="word">{wordFor(t, "audience", "schools")}</li>}
          {event.free === false && <li className="word">{t.flags.paid}</li>}
          {others > 0 && <li className="row__aside">{t.flags.more(others)}</li>}
          {!withinParent && event.parent && <li className="row__aside">{t.flags.in(event.parent.title)}</li>}
        </ul>
        {forClasses && event.status !== "cancelled" && (
          <p className="row__book">
            {event.bookable
              ? <Link to="/agenda/$slug" params={{ slug: event.slug }} hash="register" aria-label={`${t.schools.book} : ${event.title}`}>{t.schools.book}</Link>
              : <span className="soft">{t.schools.direct}</span>}
          </p>
        )}
      </div>
    </li>
  );
});

/** « 0,8 », « 12 »: a decimal only where it matters. */
function kilometres(distance: number, lang: Lang): string {
  return new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: distance < 3 ? 1 : 0 }).format(distance);
}

function RowTime({ session, withDay }: { session: { starts_at: string; ends_at: string } | null; withDay: boolean }) {
  const { t, lang } = useWords();
  if (!session) return <p className="row__time" />;
  const day = formatDay(dayOf(session.starts_at), lang, { weekday: false });
  if (isOngoing(session)) {
    return (
      <p className="row__time row__time--long">
        <time dateTime={session.ends_at}>{t.flags.until(formatDay(lastDay(session), lang, { weekday: false }))}</time>
      </p>
    );
  }
  const ends = session.ends_at > session.starts_at;
  return (
    <p className="row__time">
      {withDay && <span className="row__day">{day}</span>}
      <time dateTime={session.starts_at}>{formatClock(clockOf(session.starts_at), lang)}</time>
      {ends && <span className="row__end">{t.flags.endsAt(formatClock(clockOf(session.ends_at), lang))}</span>}
    </p>
  );
}
