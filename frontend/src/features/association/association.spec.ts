import { describe, expect, it } from "vitest";
import { raysOf, stopOf, stopsOf, type Post } from "./association";

const post = (number: number, group: number): Post => ({ number, renewal_group: group, college: null, holder: null, since: null, began_as: null, expected_end_on: null });

describe("the days that one may stop at", () => {
  const stops = stopsOf(["2019-05-02", "2021-05-04", "2029-01-01"], "2026-11-23");
  it("are those of changes, then today; what is to come is none", () => expect(stops).toEqual(["2019-05-02", "2021-05-04", "2026-11-23"]));
  it("are not doubled by a change of today", () => expect(stopsOf(["2019-05-02", "2026-11-23"], "2026-11-23")).toEqual(["2019-05-02", "2026-11-23"]));
  it.each([["2015-01-01", 0], ["2019-05-02", 0], ["2021-05-03", 0], ["2021-05-04", 1], ["2030-01-01", 2]])("%s is at stop %i", (day, stop) => expect(stopOf(stops, day)).toBe(stop));
});

describe("the drawing of the board", () => {
  it("has a ray for each post, group 1 to the left", () => {
    const rays = raysOf([post(2, 2), post(1, 1), post(3, 1), post(4, 2)]);
    expect(rays.map((ray) => ray.post.number)).toEqual([1, 3, 2, 4]);
    expect(rays[0]?.x).toBeLessThan(0);
    expect(rays[3]?.x).toBeGreaterThan(0);
  });
  it("stands upright with one", () => expect(raysOf([post(1, 1)])[0]?.x).toBe(0));
});
