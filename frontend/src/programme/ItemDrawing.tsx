import { useMemo } from "react";
import { drawUmbel } from "@/identity/umbel";
import { UmbelPaths } from "@/identity/Umbel";
import type { LendingCodes } from "./lendingWords";
import "./item-drawing.css";

type Category = LendingCodes["category"];

interface ItemDrawingProps {
  item: { id: string; category: Category; themes: readonly string[]; audiences: readonly string[] };
}

/** A kit stays low, an exhibition stands tall. */
const STATURE: Record<Category, number> = { kit: 0.3, interactive_exhibition: 0.6, light_exhibition: 1 };

/**
 * What an item without a photograph is shown as: its own umbel (a ray more for each audience, a floret more for each theme,
 * in the first theme's colour) growing out of what it is: a case, panels, a device to touch. Decorative: words say the same.
 */
export function ItemDrawing({ item: { id, category, themes, audiences } }: ItemDrawingProps) {
  const [rays, florets] = [Math.min(9, 3 + audiences.length), Math.min(9, 4 + themes.length)];
  const drawing = useMemo(() => drawUmbel(id, { rays, florets, stature: STATURE[category] }), [id, rays, florets, category]);
  return (
    <svg className="umbel item-drawing" viewBox="-52 -108 104 108" data-bloom={themes[0] ?? "other"} aria-hidden="true" focusable="false">
      <g transform="translate(0 -21) scale(0.82)"><UmbelPaths drawing={drawing} /></g>
      <Vessel category={category} />
    </svg>
  );
}

function Vessel({ category }: { category: Category }) {
  if (category === "kit") {
    return (
      <>
        <path className="item-drawing__body" d="M-25,-25h50a3,3 0 0 1 3,3v18a3,3 0 0 1 -3,3h-50a3,3 0 0 1 -3,-3v-18a3,3 0 0 1 3,-3z" />
        <path className="item-drawing__line" d="M-28,-16.500H28M-7,-16.500v4.500a2.5,2.5 0 0 0 2.5,2.500h9a2.5,2.5 0 0 0 2.5,-2.500v-4.5" />
        <path className="item-drawing__dots" d="M-19,-16.500h0M19,-16.500h0" />
      </>
    );
  }
  if (category === "interactive_exhibition") {
    return (
      <>
        <path className="item-drawing__body" d="M-25,-1L-20,-25H20L25,-1Z" />
        <circle className="item-drawing__wheel" cx="0" cy="-12.5" r="6.5" />
        <path className="item-drawing__line" d="M0,-12.500L9.5,-18" />
        <path className="item-drawing__dots" d="M9.5,-18h0" />
      </>
    );
  }
  return (
    <>
      <path className="item-drawing__body" d="M-36,-31L-12,-27V-1L-36,-5ZM-12,-27L12,-31V-5L-12,-1ZM12,-31L36,-27V-1L12,-5Z" />
      <path className="item-drawing__text" d="M-31,-24.500L-17,-22.200M-31,-18.500L-17,-16.200M-31,-12.500L-22,-11M-7,-22L7,-24.300M-7,-16L7,-18.300M17,-24.500L31,-22.200M17,-18.500L31,-16.200M17,-12.500L26,-11" />
    </>
  );
}
