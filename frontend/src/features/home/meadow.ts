import type { AgendaItem } from "@/api/types";
import { drawUmbel, type UmbelDrawing } from "@/identity/umbel";
import { dayOf, type Day } from "@/lib/dates";
import { seededRandom } from "@/lib/random";
import { umbelTraits } from "@/programme/traits";

export interface MeadowFlower {
  item: AgendaItem;
  drawing: UmbelDrawing;
  x: number;
  size: number;
}

export interface MeadowDay {
  day: Day;
  width: number;
  count: number;
}

export interface Meadow {
  flowers: MeadowFlower[];
  days: MeadowDay[];
  width: number;
  height: number;
}

const HEIGHT = 330;
/** Width that the smallest meadow takes: it must cross a wide screen. */
const LEAST_WIDTH = 1500;
const CLOSEST = 17;
const NARROWEST_DAY = 172;
/** How much the whole meadow may be raised so that its tallest flower nears the top. */
const MOST_RAISED = 1.45;

/** Plants the programme: along the ground the days, on each day its events in order, as tall as they last. */
export function plant(items: readonly AgendaItem[], from: Day): Meadow {
  const byDay = new Map<Day, AgendaItem[]>();
  for (const item of items) {
    const starts = dayOf(item.first_session.starts_at);
    const day = starts < from ? from : starts;
    byDay.set(day, [...(byDay.get(day) ?? []), item]);
  }
  const step = Math.max(CLOSEST, LEAST_WIDTH / Math.max(1, items.length));
  const tallest = Math.max(0, ...items.map(heightOf));
  const raise = Math.min(MOST_RAISED, 0.97 / Math.max(tallest, 0.01));
  const flowers: MeadowFlower[] = [];
  const days: MeadowDay[] = [];
  let left = 0;
  for (const [day, those] of byDay) {
    const width = Math.max(NARROWEST_DAY, those.length * step);
    those.forEach((item, index) => flowers.push(flowerAt(item, left + (width * (index + 0.5)) / those.length, width / those.length, raise)));
    days.push({ day, width, count: those.length });
    left += width;
  }
  return { flowers, days, width: left, height: HEIGHT };
}

/** A flower's share of the meadow's height: what it lasts, and a little of its own nature. */
function heightOf(item: AgendaItem): number {
  const random = seededRandom(`${item.id}/height`);
  return (0.2 + 0.8 * umbelTraits(item).stature ** 0.6) * (0.84 + random() * 0.32);
}

function flowerAt(item: AgendaItem, x: number, room: number, raise: number): MeadowFlower {
  const traits = umbelTraits(item);
  const random = seededRandom(`${item.id}/meadow`);
  const size = HEIGHT * Math.min(0.97, heightOf(item) * raise);
  // The whole flower is scaled, so a brief event is a small plant, not a short stalk under a large head.
  const drawing = drawUmbel(item.id, { ...traits, stature: 1 }, size);
  // None is cut by the left edge.
  return { item, drawing, size, x: Math.max(drawing.reach + 6, x + (random() - 0.5) * room * 0.6) };
}
