import { useEffect, useRef, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import type { Day } from "@/lib/dates";
import type { Lang } from "@/lib/i18n";
import { capital } from "@/lib/text";
import { useLendingWords } from "@/programme/lendingWords";
import { addMonths, firstOf, lastOf, monthOf, stateOf, stepTo, weeksOf, type Chosen, type DayState, type Month } from "./calendar";
import type { Calendar, FormatCalendar } from "./catalogue";
import { useCatalogueWords } from "./words";

interface MonthsProps {
  calendar: Calendar;
  format: FormatCalendar;
  month: Month;
  chosen: Chosen;
  onChoose: (day: Day) => void;
  onMonth: (month: Month) => void;
}

/** Months beside each other: as many as the page is wide. */
const WIDTHS = [["(min-width: 76rem)", 3], ["(min-width: 42rem)", 2]] as const;

function watchWidth(changed: () => void): () => void {
  const queries = WIDTHS.map(([query]) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", changed);
  return () => { for (const query of queries) query.removeEventListener("change", changed); };
}
const monthsWide = (): number => WIDTHS.find(([query]) => matchMedia(query).matches)?.[1] ?? 1;

/** The days of the months shown, as tables that arrows walk: one stop of the Tab key for all of them. */
export function Months({ calendar, format, month, chosen, onChoose, onMonth }: MonthsProps) {
  const { w } = useCatalogueWords();
  const wide = useSyncExternalStore(watchWidth, monthsWide);
  const last = monthOf(calendar.ends_on);
  const earliest = monthOf(calendar.starts_on);
  // The last months stand beside those before them.
  const latest = addMonths(last, 1 - wide);
  const first = month > latest ? latest : month;
  const months = Array.from({ length: wide }, (_, index) => addMonths(first, index));
  const [held, setHeld] = useState<Day | null>(null);
  const wanted = held ?? chosen.first ?? calendar.first_day;
  // The one day that Tab reaches is always on the page.
  const current = months.includes(monthOf(wanted)) ? wanted : firstOf(month);
  const grid = useRef<HTMLDivElement>(null);
  const moving = useRef(false);
  useEffect(() => {
    if (!moving.current) return;
    moving.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${current}"]`)?.focus();
  }, [current]);
  const walk = (event: KeyboardEvent) => {
    const next = stepTo(event.key, current, calendar.starts_on, calendar.ends_on);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    moving.current = true;
    setHeld(next);
    const there = monthOf(next);
    if (!months.includes(there)) onMonth(there < first ? there : addMonths(there, 1 - wide));
  };
  const turn = (count: number) => {
    const next = addMonths(first, count);
    onMonth(next < earliest ? earliest : next > latest ? latest : next);
  };
  return (
    <div className="months" ref={grid}>
      <div className="months__turn">
        <button type="button" className="button" aria-label={w.previous} aria-disabled={first <= earliest} onClick={() => turn(-wide)}><span aria-hidden="true">←</span></button>
        <button type="button" className="button" aria-label={w.next} aria-disabled={first >= latest} onClick={() => turn(wide)}><span aria-hidden="true">→</span></button>
      </div>
      <p className="unseen" id="calendar-keys">{w.keys}</p>
      <div className="months__grids">
        {months.map((each) => (
          <MonthGrid key={each} month={each} calendar={calendar} format={format} chosen={chosen} current={current} onKeys={walk} onChoose={(day) => { setHeld(day); onChoose(day); }} />
        ))}
      </div>
    </div>
  );
}

interface MonthGridProps extends Omit<MonthsProps, "onMonth"> {
  current: Day;
  onKeys: (event: KeyboardEvent) => void;
}

function MonthGrid({ month, calendar, format, chosen, current, onKeys, onChoose }: MonthGridProps) {
  const { w, lang } = useCatalogueWords();
  const title = formatPart(firstOf(month), lang, { month: "long", year: "numeric" });
  const end = lastOf(month);
  return (
    <table className="month">
      <caption>{capital(title)}</caption>
      <thead>
        <tr>{w.weekdayShort.map((short, index) => <th key={short} scope="col" abbr={w.weekdayNames[index]}>{short}</th>)}</tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find(Boolean) ?? end}>
            {week.map((day, index) => (day === null ? <td key={index} className="month__gap">{"\u00a0"}</td> : (
              <DayCell key={day} day={day} state={stateOf(calendar, format, day)} chosen={chosen} isCurrent={day === current} onKeys={onKeys} onChoose={onChoose} />
            )))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  day: Day;
  state: DayState;
  chosen: Chosen;
  isCurrent: boolean;
  onKeys: (event: KeyboardEvent) => void;
  onChoose: (day: Day) => void;
}

function formatPart(day: Day, lang: Lang, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", { timeZone: "UTC", ...options }).format(new Date(`${day}T00:00:00Z`));
}

function DayCell({ day, state, chosen: { first, last }, isCurrent, onKeys, onChoose }: DayCellProps) {
  const { w, lang } = useCatalogueWords();
  const words = useLendingWords();
  const isWithin = first !== null && last !== null && first <= day && day <= last;
  const isEnd = day === first || day === last;
  const told = state.kind === "busy" ? words.reason[state.code].toLocaleLowerCase(lang) : state.kind === "closed" ? (state.label ? `${state.label}, ${w.states.closed}` : w.states.closed) : w.states[state.kind];
  const place = day === first ? w.isFirst : day === last ? w.isLast : isWithin ? w.isWithin : null;
  const cannot = state.kind === "past";
  return (
    <td className="month__day" data-state={state.kind} data-chosen={isEnd ? "end" : isWithin ? "within" : undefined}>
      <button
        type="button" data-day={day} tabIndex={isCurrent ? 0 : -1} aria-disabled={cannot || undefined} aria-pressed={isEnd || isWithin} aria-describedby={isCurrent ? "calendar-keys" : undefined}
        title={state.kind === "free" || cannot ? undefined : capital(told)}
        onKeyDown={onKeys} onClick={() => { if (!cannot) onChoose(day); }}
      >
        {/* « mardi 8 décembre 2026, libre », of which the number is drawn. */}
        <span className="unseen">{formatPart(day, lang, { weekday: "long" })} </span>
        {Number(day.slice(8))}
        <span className="unseen"> {[formatPart(day, lang, { month: "long", year: "numeric" }), told, place].filter(Boolean).join(", ")}</span>
      </button>
    </td>
  );
}
