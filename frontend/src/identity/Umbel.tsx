import { useMemo } from "react";
import "./umbel.css";
import { drawUmbel, type UmbelTraits } from "./umbel";

interface UmbelProps {
  seed: string;
  traits: UmbelTraits;
  /** The programme's theme: it gives the colour, through tokens.css. */
  bloom: string | null;
}

/** One flower, filling a square box, standing on its lower edge. Decorative: the words beside it say the same. */
export function Umbel({ seed, traits: { rays, florets, stature }, bloom }: UmbelProps) {
  const drawing = useMemo(() => drawUmbel(seed, { rays, florets, stature }), [seed, rays, florets, stature]);
  return (
    <svg className="umbel" viewBox="-52 -108 104 108" data-bloom={bloom ?? "other"} aria-hidden="true" focusable="false">
      <UmbelPaths drawing={drawing} />
    </svg>
  );
}

/** The strokes of one flower, for a drawing that holds several. */
export function UmbelPaths({ drawing }: { drawing: ReturnType<typeof drawUmbel> }) {
  return (
    <>
      <path className="umbel__stem" d={drawing.stem} />
      {drawing.rays && <path className="umbel__rays" d={drawing.rays} />}
      <path className="umbel__pedicels" d={drawing.pedicels} />
      <path className="umbel__florets" d={drawing.florets} strokeWidth={drawing.dot} />
    </>
  );
}

/** The mark: an umbel with one ray for each department of the region. */
export function Mark({ rays }: { rays: number }) {
  const count = Math.min(13, Math.max(1, rays));
  const spread = count === 1 ? 0 : 1.12;
  const tips = Array.from({ length: count }, (_, i) => {
    const angle = count === 1 ? 0 : -spread + (2 * spread * i) / (count - 1);
    return { x: 20 + Math.sin(angle) * 14.5, y: 21 - Math.cos(angle) * 15.5 };
  });
  return (
    <svg className="mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path className="umbel__stem" d={`M20,40V21${tips.map((tip) => `M20,21L${tip.x.toFixed(1)},${tip.y.toFixed(1)}`).join("")}`} />
      <path className="mark__florets" d={tips.map((tip) => `M${tip.x.toFixed(1)},${tip.y.toFixed(1)}h0`).join("")} />
    </svg>
  );
}
