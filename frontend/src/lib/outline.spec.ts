import { describe, expect, it } from "vitest";
import { areaPath, boundsOf, flatten, middleOf } from "./outline";

const SQUARE: GeoJSON.MultiPolygon = {
  type: "MultiPolygon",
  coordinates: [[[[2, 49], [4, 49], [4, 51], [2, 51], [2, 49]]], [[[9, 9], [9.1, 9], [9.1, 9.1], [9, 9]]]],
};

describe("outlines", () => {
  it("finds the middle of the largest part", () => {
    const { longitude, latitude } = middleOf(SQUARE);
    expect(longitude).toBeCloseTo(3);
    expect(latitude).toBeCloseTo(50);
  });
  it("bounds every part", () => expect(boundsOf(SQUARE)).toEqual([2, 9, 9.1, 51]));
  it("puts the north-west corner at the origin and keeps the land's shape", () => {
    const flat = flatten([2, 49, 4, 51], 100);
    expect(flat.place(2, 51)).toEqual({ x: 0, y: 0 });
    expect(flat.place(4, 49).x).toBeCloseTo(100);
    // Two degrees of latitude are longer than two of longitude, this far north.
    expect(flat.height / flat.width).toBeCloseTo(1 / Math.cos((50 * Math.PI) / 180));
    expect(areaPath({ type: "Polygon", coordinates: SQUARE.coordinates[0] ?? [] }, flat)).toMatch(/^M.*Z$/);
  });
});
