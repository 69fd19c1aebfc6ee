import { Link } from "@tanstack/react-router";
import { addDays, formatDay, type Day } from "@/lib/dates";
import { capital } from "@/lib/text";
import { Part } from "@/space/kit/Page";
import type { DayOfMovements } from "@/space/loans/sorting-out";
import { useDeskWords } from "./deskWords";

/** What goes out and comes back, day by day. */
export function WeekPart({ days, today }: { days: DayOfMovements[]; today: Day }) {
  const { w, lang } = useDeskWords();
  const nameOf = (day: Day) => {
    const name = formatDay(day, lang);
    const near = day === today ? w.today : day === addDays(today, 1) ? w.tomorrow : null;
    return near ? `${capital(near)}, ${name}` : capital(name);
  };
  return (
    <Part title={w.week}>
      {days.length === 0 ? <p className="soft">{w.weekNone}</p> : (
        <ol role="list" className="week">
          {days.map(({ day, movements }) => (
            <li key={day} className="week__day">
              <h3>{nameOf(day)}</h3>
              <ul role="list">
                {movements.map(({ way, loan }) => (
                  <li key={`${way} ${loan.id}`} className="week__move">
                    <span className={`week__way week__way--${way}`}>{w.way[way]}</span>
                    <div>
                      <Link to={`/espace/prets/${loan.id}${way === "out" && loan.status === "confirmed" ? "/preparation" : ""}` as never}>{loan.item.title}</Link>
                      <span className="soft">{[loan.organisation.name, way === "out" && loan.status !== "confirmed" && w.notReady].filter(Boolean).join(" · ")}</span>
                    </div>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
      <p><Link to={"/espace/prets/planning" as never}>{w.toPlanning}</Link></p>
    </Part>
  );
}
