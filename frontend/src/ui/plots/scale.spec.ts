import { describe, expect, it } from "vitest";
import { largest, partOf, steps } from "./scale";

describe("scales of plots", () => {
  it("draws whole steps that hold every value", () => {
    expect(steps([7, 17, 3])).toEqual({ top: 20, lines: [0, 5, 10, 15, 20] });
    expect(steps([313, 244])).toEqual({ top: 400, lines: [0, 100, 200, 300, 400] });
    expect(steps([121])).toEqual({ top: 150, lines: [0, 50, 100, 150] });
    expect(steps([100])).toEqual({ top: 100, lines: [0, 50, 100] });
  });
  it("counts things, never halves of them", () => {
    expect(steps([2, 1])).toEqual({ top: 2, lines: [0, 1, 2] });
    expect(steps([0, 0])).toEqual({ top: 1, lines: [0, 1] });
    expect(steps([])).toEqual({ top: 1, lines: [0, 1] });
  });
  it("shows what is small, and nothing of nothing", () => {
    expect(partOf(1, 10_000)).toBe("0.6%");
    expect(partOf(0, 10)).toBe("0%");
    expect(partOf(5, 10)).toBe("50%");
    expect(largest([])).toBe(1);
  });
});
