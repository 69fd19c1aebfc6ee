import { describe, expect, it } from "vitest";
import { pointOf } from "./point";

describe("a point copied from a map", () => {
  it("is read with points or commas, whatever stands between the two", () => {
    const lens = { latitude: 50.4291, longitude: 2.8319 };
    for (const text of ["50.4291, 2.8319", "50,4291 2,8319", " 50.4291;2.8319 ", "50,4291, 2,8319"]) expect(pointOf(text)).toEqual(lens);
    expect(pointOf("-21.1, 55.5")).toEqual({ latitude: -21.1, longitude: 55.5 });
  });
  it("that is none is nothing", () => {
    for (const text of ["", "50.4291", "Lens", "95.1, 2.3", "50.1, 200", "50.4.1, 2"]) expect(pointOf(text)).toBeNull();
  });
});
