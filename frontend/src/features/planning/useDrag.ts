import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from "react";
import type { Day } from "@/lib/dates";
import type { Span } from "./address";
import type { Opened } from "./OpenedDialogue";
import { dayAt, dragged, type Row, type Segment } from "./timeline";

type Mode = "new" | "move" | "start" | "end";

interface Held {
  row: Row;
  segment: Segment;
  mode: Mode;
  day: Day;
  x: number;
  track: DOMRect;
}

/** Pixels from an end of a block where one drags that end alone, and before which nothing is dragged. */
const EDGE = 8;
const SLACK = 5;

/** Drags over a line propose days, and never settle them: what opens at the end asks first. Fingers scroll; they tap to open. */
export function useDrag(span: Span, onOpen: (opened: Opened) => void) {
  const was = useRef(false);
  const listening = useRef<AbortController>(null);
  const [proposed, setProposed] = useState<{ unit: string; days: Span } | null>(null);
  useEffect(() => () => listening.current?.abort(), []);

  const follow = (held: Held) => {
    const listeners = new AbortController();
    listening.current = listeners;
    const { signal } = listeners;
    let days: Span | null = null;
    const end = () => { listeners.abort(); setProposed(null); };
    document.addEventListener("pointermove", (event) => {
      if (!days && Math.abs(event.clientX - held.x) < SLACK) return;
      const { block, from, to } = held.segment;
      const over = dayAt((event.clientX - held.track.left) / held.track.width, span);
      const next = dragged(held.mode, held.day, over, block ? { from: block.starts_on, to: block.ends_on } : { from, to });
      if (days && days.from === next.from && days.to === next.to) return;
      days = next;
      setProposed({ unit: held.row.unit.id, days });
    }, { signal });
    document.addEventListener("pointerup", () => {
      end();
      if (!days) return;
      was.current = true;
      // The click that ends the drag comes next; it opens nothing of its own.
      setTimeout(() => { was.current = false; });
      onOpen({ row: held.row, block: held.segment.block, ...days, isDragged: true });
    }, { signal });
    document.addEventListener("pointercancel", end, { signal });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") end(); }, { signal });
  };
  const start = (event: ReactPointerEvent<HTMLElement>, row: Row, segment: Segment) => {
    if (event.button !== 0 || event.pointerType === "touch" || segment.block?.is_released) return;
    const cell = event.currentTarget.getBoundingClientRect();
    const track = event.currentTarget.parentElement!.getBoundingClientRect();
    const [left, right] = [event.clientX - cell.left, cell.right - event.clientX];
    const ends: Mode = right < EDGE && cell.width > 3 * EDGE ? "end" : left < EDGE && cell.width > 3 * EDGE ? "start" : "move";
    follow({ row, segment, mode: segment.block ? ends : "new", day: dayAt((event.clientX - track.left) / track.width, span), x: event.clientX, track });
  };
  return { start, of: proposed?.unit ?? null, days: proposed?.days ?? null, was };
}
