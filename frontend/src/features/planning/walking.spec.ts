import { describe, expect, it } from "vitest";
import type { Row, Segment } from "./timeline";
import { move } from "./walking";

const row = (id: string) => ({ unit: { id } }) as Row;
const segment = (from: string, to: string): Segment => ({ from, to, block: null });
const rows = [row("one"), row("two")];
const lines = ({ unit }: Row) => (unit.id === "one"
  ? [segment("2027-03-01", "2027-03-09"), segment("2027-03-10", "2027-03-31")]
  : [segment("2027-03-01", "2027-03-31")]);
const go = (key: string, day: string | null, at = 0, withControl = false) => move(key, withControl, { at, place: { unit: rows[at]!.unit.id, day }, rows, lines, from: "2027-03-01" });

describe("arrows in the planning", () => {
  it("walk along a line, from its name to its last segment", () => {
    expect(go("ArrowRight", null)?.place.day).toBe("2027-03-01");
    expect(go("ArrowRight", "2027-03-05")?.place.day).toBe("2027-03-10");
    expect(go("ArrowRight", "2027-03-12")?.place.day).toBe("2027-03-10");
    expect(go("ArrowLeft", "2027-03-12")?.place.day).toBe("2027-03-01");
    expect(go("ArrowLeft", "2027-03-01")?.place.day).toBeNull();
    expect(go("End", null)?.place.day).toBe("2027-03-10");
    expect(go("Home", "2027-03-12")?.place.day).toBeNull();
  });

  it("keep the day from line to line, and stop at the ends", () => {
    expect(go("ArrowDown", "2027-03-12")).toEqual({ at: 1, place: { unit: "two", day: "2027-03-12" } });
    expect(go("ArrowDown", "2027-03-12", 1)?.at).toBe(1);
    expect(go("PageUp", null, 1)?.at).toBe(0);
    expect(go("End", "2027-03-12", 0, true)?.at).toBe(1);
    expect(go("Home", "2027-03-12", 1, true)).toEqual({ at: 0, place: { unit: "one", day: null } });
    expect(go("a", null)).toBeNull();
  });
});
