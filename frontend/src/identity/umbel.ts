import { seededRandom } from "@/lib/random";

/** What an umbel says: rays (1–9), florets on each ray (3–9), stature from 0 (brief) to 1 (weeks long). */
export interface UmbelTraits {
  rays: number;
  florets: number;
  stature: number;
}

/** SVG path data around the foot of the stalk at (0, 0), y growing downwards; `florets` is drawn as round dots. */
export interface UmbelDrawing {
  stem: string;
  rays: string;
  /** The short stalks of the florets, finer than the rays. */
  pedicels: string;
  florets: string;
  dot: number;
  /** Height of the whole flower and half-width of its head, in the drawing's units. */
  height: number;
  reach: number;
  /** Where the head is, for a target to click on. */
  headY: number;
  headX: number;
}

interface Point {
  x: number;
  y: number;
}

const round = (value: number): string => String(Math.round(value * 10) / 10);
const at = (p: Point): string => `${round(p.x)},${round(p.y)}`;

function polar(from: Point, angle: number, length: number): Point {
  return { x: from.x + Math.sin(angle) * length, y: from.y - Math.cos(angle) * length };
}

/** A slightly bowed line: plants have no rulers. `bow` pushes the middle outwards. */
function bowed(from: Point, to: Point, bow: number): string {
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const control = { x: middle.x - (to.y - from.y) * bow, y: middle.y + (to.x - from.x) * bow };
  return `M${at(from)}Q${at(control)} ${at(to)}`;
}

/** Angles from -spread to +spread, evenly, with a little hesitation. */
function fan(count: number, spread: number, random: () => number): number[] {
  if (count === 1) return [(random() - 0.5) * 0.16];
  return Array.from({ length: count }, (_, i) => {
    const even = -spread + (2 * spread * i) / (count - 1);
    return even + (random() - 0.5) * (spread / count) * 0.5;
  });
}

/** Draws the umbel of `seed`: the same seed and traits always give the same drawing. `size` is the tallest height. */
export function drawUmbel(seed: string, traits: UmbelTraits, size = 100): UmbelDrawing {
  const random = seededRandom(seed);
  const rays = Math.min(9, Math.max(1, Math.round(traits.rays)));
  const florets = Math.min(9, Math.max(3, Math.round(traits.florets)));
  const height = size * (0.66 + 0.34 * Math.min(1, Math.max(0, traits.stature)));
  // A head of one ray is a pompon; more rays open a wider dome.
  const dome = size * (rays === 1 ? 0 : 0.2 + 0.02 * rays);
  const umbellet = size * (rays === 1 ? 0.18 : 0.13 - 0.0055 * rays);
  const lean = (random() - 0.5) * size * 0.12;
  const head: Point = { x: lean, y: -(height - dome - umbellet) };
  const stem = `M0,0C${round(lean * -0.5)},${round(head.y * 0.4)} ${round(lean * 1.2)},${round(head.y * 0.6)} ${at(head)}`;

  const opening = rays === 1 ? 1.25 : 0.85;
  const lines: string[] = [];
  const fine: string[] = [];
  const dots: string[] = [];
  let reach = 0;
  for (const angle of fan(rays, rays === 1 ? 0 : 0.42 + rays * 0.105, random)) {
    const tip = polar(head, angle, dome * (0.94 + random() * 0.1));
    if (rays > 1) lines.push(bowed(head, tip, -angle * 0.09));
    for (const small of fan(florets, opening, random)) {
      const floret = polar(tip, angle * 0.75 + small, umbellet * (0.88 + random() * 0.2));
      fine.push(`M${at(tip)}L${at(floret)}`);
      dots.push(`M${at(floret)}h0`);
      reach = Math.max(reach, Math.abs(floret.x));
    }
  }
  // Florets almost touch, and never melt into one another.
  const gap = (2 * opening * umbellet) / (florets - 1);
  const dot = Math.min(size * 0.05, Math.max(size * 0.03, gap * 0.86));
  return {
    stem, rays: lines.join(""), pedicels: fine.join(""), florets: dots.join(""), dot, height,
    reach: reach + dot / 2, headX: head.x, headY: head.y - dome * 0.6,
  };
}
