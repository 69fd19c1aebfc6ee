import { memo, type MouseEvent, type PointerEvent, type RefObject } from "react";
import { formatSpan, type Day } from "@/lib/dates";
import type { Span, Zoom } from "./address";
import type { PlannedBlock } from "./calls";
import { To, unitPath } from "./links";
import type { Names } from "./naming";
import type { Opened } from "./OpenedDialogue";
import { closedSpans, dayAt, daysBetween, isAtRisk, placeOf, segmentAt, type Row, type Segment } from "./timeline";
import type { Place } from "./walking";

interface TimelineRowProps {
  row: Row;
  index: number;
  top: number;
  segments: readonly Segment[];
  span: Span;
  zoom: Zoom;
  today: Day;
  names: Names;
  /** The day whose cell is in the tab order, `head` for the unit's name, null for a row without. */
  active: Day | null;
  /** The first unit of its item, which bears its title. */
  isFirst: boolean;
  proposed: Span | null;
  onStart: (event: PointerEvent<HTMLElement>, row: Row, segment: Segment) => void;
  onOpen: (opened: Opened) => void;
  onPlace: (place: Place) => void;
  wasDragged: RefObject<boolean>;
}

/** A unit and its time. Drawn again only where something of it changed. */
export const TimelineRow = memo(DrawnRow, (one, other) => (
  one.row === other.row && one.index === other.index && one.segments === other.segments && one.active === other.active && one.proposed === other.proposed
  && one.isFirst === other.isFirst && one.names.w === other.names.w && one.names.briefs === other.names.briefs && one.zoom === other.zoom && one.today === other.today
));

function DrawnRow({ row, index, top, segments, span, zoom, names, active, isFirst, proposed, onStart, onOpen, onPlace, wasDragged }: TimelineRowProps) {
  const { unit, item } = row;
  const own = names.unitName(row);
  const at = active === null || active === "head" ? -1 : segmentAt(segments, active);
  const state = unit.state === "usable" ? null : names.lending.unit_state[unit.state];
  const open = (event: MouseEvent<HTMLElement>, segment: Segment) => {
    if (wasDragged.current) return;
    const track = event.currentTarget.parentElement!.getBoundingClientRect();
    const day = dayAt((event.clientX - track.left) / track.width, span);
    onPlace({ unit: unit.id, day: segment.from });
    onOpen({ row, block: segment.block, from: segment.block?.starts_on ?? day, to: segment.block?.ends_on ?? day, isDragged: false });
  };
  return (
    <div role="row" aria-rowindex={index + 2} className="timeline__row" style={{ transform: `translateY(${top}px)` }} data-first={isFirst || undefined}>
      <div role="rowheader" aria-colindex={1} className="timeline__unit">
        <To path={unitPath(unit.id)} data-cell="head" tabIndex={active === "head" ? 0 : -1} onFocus={() => onPlace({ unit: unit.id, day: null })}>
          <span className="timeline__title">{!isFirst && own && <span className="unseen">{item.title}, </span>}{isFirst ? item.title : own || item.title}</span>
          {((isFirst && own) || state) && <span className="timeline__own">{isFirst && own}{state && <span className="flag flag--stop">{state}</span>}</span>}
        </To>
      </div>
      <div role="presentation" className="timeline__track">
        {closedSpans(item, span, zoom).map(({ from, to, label }) => <Closed key={`${from} ${label}`} from={from} to={to} span={span} isNamed={label !== null} />)}
        {unit.blocks.map((block) => <Buffer key={block.id} block={block} span={span} />)}
        {segments.map((segment, place) => (
          <Cell
            key={segment.block?.id ?? segment.from} segment={segment} next={segments[place + 1]} span={span} names={names} isActive={place === at}
            onPointerDown={(event) => onStart(event, row, segment)} onClick={(event) => open(event, segment)}
          />
        ))}
        {proposed && <Proposed days={proposed} span={span} lang={names.lang} />}
      </div>
    </div>
  );
}

const styleOf = (place: { left: number; width: number }) => ({ left: `${place.left}%`, width: `${place.width}%` });

function Closed({ from, to, span, isNamed }: Span & { span: Span; isNamed: boolean }) {
  const place = placeOf(from, to, span);
  return place && <span aria-hidden="true" className="closed" data-named={isNamed || undefined} style={styleOf(place)} />;
}

/** What is kept around the days of a loan. */
function Buffer({ block, span }: { block: PlannedBlock; span: Span }) {
  if (block.is_released || (block.blocked_from === block.starts_on && block.blocked_until === block.ends_on)) return null;
  const place = placeOf(block.blocked_from, block.blocked_until, span);
  return place && <span aria-hidden="true" className="buffer" style={styleOf(place)} />;
}

interface CellProps {
  segment: Segment;
  next: Segment | undefined;
  span: Span;
  names: Names;
  isActive: boolean;
  onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  onClick: (event: MouseEvent<HTMLElement>) => void;
}

/** Hundredths of the line in which a name fits; a shorter block bears its name beside it, where that is free. */
const SHORT = 16;
const isRoomy = (next: Segment | undefined, span: Span) => next !== undefined && next.block === null && placeOf(next.from, next.to, span)!.width > SHORT;

function Cell({ segment, next, span, names, isActive, onPointerDown, onClick }: CellProps) {
  const { from, to, block } = segment;
  const words = names.segmentWords(segment);
  const place = placeOf(from, to, span)!;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid listens to keys for all of its cells
    <div
      role="gridcell" data-cell="" tabIndex={isActive ? 0 : -1} aria-colindex={daysBetween(span.from, from) + 2} aria-colspan={daysBetween(from, to) + 1} aria-label={words} title={block ? words : undefined}
      className={block ? `cell cell--${block.kind}` : "cell"} data-out={(block && names.brief(block)?.status === "out") || undefined} data-past={block?.is_released || undefined} data-risk={(block && isAtRisk(block)) || undefined} data-late={block?.is_late || undefined}
      data-beside={(block && place.width < SHORT && isRoomy(next, span)) || undefined} style={styleOf(place)} onPointerDown={onPointerDown} onClick={onClick}
    >
      {block && <span className="cell__name">{isAtRisk(block) && <b aria-hidden="true">!</b>}{names.blockName(block)}</span>}
    </div>
  );
}

function Proposed({ days, span, lang }: { days: Span; span: Span; lang: "fr" | "en" }) {
  const place = placeOf(days.from, days.to, span);
  return place && <div aria-hidden="true" className="proposed" style={styleOf(place)} data-right={place.left > 60 || undefined}><span>{formatSpan(days.from, days.to, lang, false)}</span></div>;
}
