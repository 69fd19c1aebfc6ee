import type { AgendaItem } from "@/api/types";
import { capital } from "@/lib/text";
import { formatDay, todayInParis, type Day } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { EventRow } from "./EventRow";
import { byDay } from "./words";
import "./days.css";

interface DayListProps {
  items: readonly AgendaItem[];
  from: Day;
  /** Whether more items follow: the last day shown may then be cut, and its count is not said. */
  more: boolean;
  /** Heading level of a day: 2 where the list is the page, 3 where it is a part of it. */
  level?: 2 | 3;
  /** Rows for teachers: school levels, and whether to book. */
  forClasses?: boolean;
}

/** The agenda by day, each day's header staying in sight while its rows pass. */
export function DayList({ items, from, more, level = 2, forClasses = false }: DayListProps) {
  const Heading = level === 2 ? "h2" : "h3";
  const { t, lang } = useWords();
  const groups = byDay(items, from);
  const thisYear = todayInParis().slice(0, 4);
  return (
    <div className="days">
      {groups.map(({ day, items: rows }, index) => (
        <section key={day} className="days__day" aria-labelledby={`day-${day}`}>
          <header className="days__head">
            <Heading id={`day-${day}`} className="days__name">{capital(formatDay(day, lang, { year: !day.startsWith(thisYear) }))}</Heading>
            {!(more && index === groups.length - 1) && <p>{t.agenda.results(rows.length)}</p>}
          </header>
          <ul role="list">{rows.map((item) => <EventRow key={item.id} event={item} level={level === 2 ? 3 : 4} forClasses={forClasses} />)}</ul>
        </section>
      ))}
    </div>
  );
}
