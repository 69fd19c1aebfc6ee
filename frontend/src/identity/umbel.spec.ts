import { describe, expect, it } from "vitest";
import { drawUmbel } from "./umbel";

const TRAITS = { rays: 5, florets: 4, stature: 0.5 };
const florets = (drawing: { florets: string }) => drawing.florets.split("M").length - 1;

describe("the umbel of an event", () => {
  it("is the same flower every time, and another event's is another", () => {
    expect(drawUmbel("a", TRAITS)).toEqual(drawUmbel("a", TRAITS));
    expect(drawUmbel("a", TRAITS).rays).not.toBe(drawUmbel("b", TRAITS).rays);
  });
  it("has one cluster of florets for each ray, nine rays at most", () => {
    expect(florets(drawUmbel("a", TRAITS))).toBe(20);
    expect(florets(drawUmbel("a", { ...TRAITS, rays: 40 }))).toBe(36);
    expect(florets(drawUmbel("a", { ...TRAITS, rays: 0 }))).toBe(4);
  });
  it("grows with what it lasts", () => {
    const heights = [0, 0.5, 1].map((stature) => drawUmbel("a", { ...TRAITS, stature }).height);
    expect(heights).toEqual(heights.toSorted((x, y) => x - y));
    expect(new Set(heights).size).toBe(3);
  });
  it("never holds a number that SVG cannot read", () => {
    for (let rays = 1; rays <= 9; rays += 1) {
      const drawing = drawUmbel(`seed-${rays}`, { rays, florets: rays, stature: rays / 9 });
      expect(`${drawing.stem}${drawing.rays}${drawing.pedicels}${drawing.florets}${drawing.dot}`).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
