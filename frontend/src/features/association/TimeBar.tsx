import { useId } from "react";
import { formatDay, isDay, type Day } from "@/lib/dates";
import { stopOf } from "./association";
import { useAssociationWords } from "./words";

interface TimeBarProps {
  stops: readonly Day[];
  day: Day;
  today: Day;
  onDay: (day: Day) => void;
}

/** The days on which something changed, as a slider that arrows move; and any day at all, typed. */
export function TimeBar({ stops, day, today, onDay }: TimeBarProps) {
  const { w, lang } = useAssociationWords();
  const id = useId();
  const at = stopOf(stops, day);
  const spoken = (one: Day) => (one === today ? w.today : formatDay(one, lang, { weekday: false, year: true }));
  const go = (place: number) => onDay(stops[Math.min(stops.length - 1, Math.max(0, place))] ?? today);
  return (
    <section className="time" aria-label={w.time}>
      <div className="time__row">
        <button type="button" className="button time__step" aria-label={w.previous} disabled={at === 0 && day <= (stops[0] ?? day)} onClick={() => go(day > (stops[at] ?? day) ? at : at - 1)}>←</button>
        <input
          type="range" className="time__slider" min={0} max={stops.length - 1} step={1} value={at} aria-label={w.slider}
          aria-valuetext={w.stop(spoken(stops[at] ?? day), at + 1, stops.length)} aria-describedby={`${id}-hint`} onChange={(event) => go(Number(event.currentTarget.value))}
        />
        <button type="button" className="button time__step" aria-label={w.next} disabled={at === stops.length - 1} onClick={() => go(at + 1)}>→</button>
      </div>
      <div className="time__day">
        <label htmlFor={`${id}-day`}>{w.day}</label>
        <input id={`${id}-day`} type="date" max={today} value={day} onChange={(event) => { if (isDay(event.currentTarget.value)) onDay(event.currentTarget.value); }} />
        {day !== today && <button type="button" className="button button--plain" onClick={() => onDay(today)}>{w.backToday}</button>}
        <span id={`${id}-hint`} className="soft time__hint">{w.timeHint}</span>
      </div>
    </section>
  );
}
