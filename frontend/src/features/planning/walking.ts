/** Where the arrows lead in the grid: along a line from segment to segment, and to the same day of another line. */
import type { Day } from "@/lib/dates";
import { segmentAt, type Row, type Segment } from "./timeline";

/** A cell: that of a unit which holds a day, or its name where there is none. */
export interface Place {
  unit: string;
  day: Day | null;
}

interface Grid {
  at: number;
  place: Place;
  rows: readonly Row[];
  lines: (row: Row) => readonly Segment[];
  /** The first day shown. */
  from: Day;
}

/** Lines that a page up or down passes. */
const PAGE = 8;

/** Where a key leads, or null for one that does not walk. */
export function move(key: string, withControl: boolean, { at, place, rows, lines, from }: Grid): { place: Place; at: number } | null {
  const to = (index: number, day: Day | null) => {
    const bounded = Math.min(rows.length - 1, Math.max(0, index));
    return { at: bounded, place: { unit: rows[bounded]!.unit.id, day } };
  };
  const segments = lines(rows[at]!);
  const here = place.day === null ? -1 : segmentAt(segments, place.day);
  if (key === "ArrowDown") return to(at + 1, place.day);
  if (key === "ArrowUp") return to(at - 1, place.day);
  if (key === "PageDown") return to(at + PAGE, place.day);
  if (key === "PageUp") return to(at - PAGE, place.day);
  if (key === "ArrowRight") return to(at, segments[Math.min(segments.length - 1, here + 1)]?.from ?? from);
  if (key === "ArrowLeft") return to(at, here > 0 ? segments[here - 1]!.from : null);
  if (key === "Home") return withControl ? to(0, null) : to(at, null);
  if (key === "End") return withControl ? to(rows.length - 1, place.day) : to(at, segments.at(-1)?.from ?? from);
  return null;
}
