import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { capital } from "@/lib/text";
import { formatDay, formatSpan, type Day } from "@/lib/dates";
import type { Span, Zoom } from "./address";
import type { Names } from "./naming";
import type { Opened } from "./OpenedDialogue";
import { move, type Place } from "./walking";
import { daysBetween, placeOf, segmentsOf, ticksOf, type Row, type Segment } from "./timeline";
import { Legend } from "./Legend";
import { TimelineRow } from "./TimelineRow";
import { useDrag } from "./useDrag";
import { useKeptFocus } from "./useKeptFocus";
import { useVisible } from "./useVisible";

/** Where one wants to be brought to. */
export interface Target {
  unit: string;
  day: Day;
}

interface TimelineProps {
  rows: readonly Row[];
  span: Span;
  zoom: Zoom;
  today: Day;
  names: Names;
  target: Target | null;
  /** Something is open over the grid. */
  isOpen: boolean;
  onOpen: (opened: Opened) => void;
}

/** Height of a line in pixels: all are alike, so that only those that one sees are drawn. */
const LINE = 48;
const NOWHERE: Place = { unit: "", day: null };

/**
 * Units on a line of time, as a grid: a row a unit, a cell a block or the days free between two, which tells its first day and
 * how many by its column. One cell is in the tab order; arrows walk from it, Enter opens it.
 */
export function Timeline({ rows, span, zoom, today, names, target, isOpen, onOpen }: TimelineProps) {
  const { w, lang } = names;
  const box = useRef<HTMLDivElement>(null);
  const { first, last, bring } = useVisible(box, LINE, rows.length);
  const [place, setPlace] = useState<Place>(NOWHERE);
  const wantsFocus = useRef(false);
  const { from, to } = span;
  const lines = useMemo(() => {
    const known = new Map<string, Segment[]>();
    return (row: Row): Segment[] => {
      const found = known.get(row.unit.id) ?? segmentsOf(row.unit, { from, to }, today);
      known.set(row.unit.id, found);
      return found;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- other rows are other units, or the same with other blocks
  }, [rows, from, to, today]);
  const drag = useDrag(span, onOpen);
  const at = Math.max(0, rows.findIndex(({ unit }) => unit.id === place.unit));

  const goTo = (next: Place, index: number) => {
    wantsFocus.current = true;
    bring(index);
    setPlace(next);
  };
  const reached = useRef<Target>(null);
  useEffect(() => {
    if (!target || target === reached.current || target.day < from || target.day > to) return;
    const index = rows.findIndex(({ unit }) => unit.id === target.unit);
    if (index < 0) return;
    reached.current = target;
    goTo(target, index);
  });
  useKeptFocus(box, isOpen);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    box.current?.querySelector<HTMLElement>("[data-cell][tabindex='0']")?.focus({ preventScroll: true });
  });

  const walk = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey || !(event.target as HTMLElement).closest("[data-cell]")) return;
    const row = rows[at];
    if (!row) return;
    const segments = lines(row);
    if ((event.key === "Enter" || event.key === " ") && place.day !== null) {
      const segment = segments.find(({ to: end }) => end >= place.day!) ?? segments[0];
      if (!segment) return;
      event.preventDefault();
      onOpen({ row, block: segment.block, from: segment.block?.starts_on ?? segment.from, to: segment.block?.ends_on ?? segment.from, isDragged: false });
      return;
    }
    const found = move(event.key, event.ctrlKey, { at, place: { ...place, unit: row.unit.id }, rows, lines, from });
    if (!found) return;
    event.preventDefault();
    goTo(found.place, found.at);
  };

  // The one that has focus is drawn wherever the others are.
  const shown = [...new Set([at, ...Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)])].filter((index) => index < rows.length).toSorted((one, other) => one - other);
  const now = placeOf(today, today, span);
  const ticks = ticksOf(span, zoom);
  return (
    <div className="timeline__around">
      <p className="unseen" id="planning-keys">{w.keys}</p>
      <div
        ref={box} role="grid" tabIndex={-1} className="timeline" data-zoom={zoom} aria-label={w.grid(formatSpan(from, to, lang))} aria-describedby="planning-keys"
        aria-rowcount={rows.length + 1} aria-colcount={daysBetween(from, to) + 2} onKeyDown={walk}
      >
        <div role="rowgroup" className="timeline__head">
          <div role="row" aria-rowindex={1} className="timeline__scale">
            <div role="columnheader" aria-colindex={1} className="timeline__corner">{w.unit}</div>
            {ticks.map((tick) => <Tick key={tick.from} tick={tick} span={span} zoom={zoom} names={names} today={today} />)}
          </div>
        </div>
        <div role="rowgroup" className="timeline__body" style={{ height: rows.length * LINE }}>
          <div aria-hidden="true" className="timeline__rules">{ticks.slice(1).map((tick) => <span key={tick.from} style={{ left: `${placeOf(tick.from, tick.to, span)!.left}%` }} />)}</div>
          {now && <div aria-hidden="true" className="timeline__now"><span style={{ left: `${now.left + now.width / 2}%` }} /></div>}
          {shown.map((index) => {
            const row = rows[index]!;
            return (
              <TimelineRow
                key={row.unit.id} row={row} index={index} top={index * LINE} segments={lines(row)} span={span} zoom={zoom} today={today} names={names}
                active={index === at ? place.day ?? "head" : null} isFirst={index === 0 || rows[index - 1]!.item.id !== row.item.id}
                proposed={drag.of === row.unit.id ? drag.days : null} onStart={drag.start} onOpen={onOpen} onPlace={setPlace} wasDragged={drag.was}
              />
            );
          })}
        </div>
      </div>
      <Legend names={names} />
    </div>
  );
}

function Tick({ tick, span, zoom, names, today }: { tick: Span; span: Span; zoom: Zoom; names: Names; today: Day }) {
  const { lang } = names;
  const { left, width } = placeOf(tick.from, tick.to, span)!;
  const whole = zoom === "annee" ? formatDay(tick.from, lang, { weekday: false, year: true }).replace(/^\S+\s/u, "") : formatDay(tick.from, lang, { year: true });
  const isNow = tick.from <= today && tick.to >= today;
  return (
    <div
      role="columnheader" aria-colindex={daysBetween(span.from, tick.from) + 2} aria-colspan={daysBetween(tick.from, tick.to) + 1} aria-current={isNow ? "date" : undefined}
      className="timeline__tick" style={{ left: `${left}%`, width: `${width}%` }}
    >
      <span className="unseen">{whole}</span><span aria-hidden="true">{tickWords(tick.from, zoom, lang)}</span>
    </div>
  );
}

const part = (day: Day, lang: "fr" | "en", options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", { timeZone: "UTC", ...options }).format(new Date(`${day}T00:00:00Z`));

/** « mars », « 14 », « Lun. 14 ». */
function tickWords(day: Day, zoom: Zoom, lang: "fr" | "en"): string {
  if (zoom === "annee") return part(day, lang, { month: "short" });
  const number = String(Number(day.slice(8)));
  return zoom === "semaine" ? `${capital(part(day, lang, { weekday: "short" }))} ${number}` : number;
}
