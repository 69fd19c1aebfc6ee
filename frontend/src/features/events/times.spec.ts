import { describe, expect, it } from "vitest";
import { daysOf, instantOf, MOST_DAYS, span, wallClock, withOffset } from "./times";

describe("an hour of the clock on the wall", () => {
  it("is an instant, in summer and in winter", () => {
    expect(instantOf("2027-10-02", "14:00")).toBe("2027-10-02T12:00:00.000Z");
    expect(instantOf("2027-12-02", "14:00")).toBe("2027-12-02T13:00:00.000Z");
    expect(instantOf("2027-10-02", "14:00", "America/Cayenne")).toBe("2027-10-02T17:00:00.000Z");
  });
  it("comes back from its instant, on every hour of the days when clocks change", () => {
    for (const day of ["2027-03-28", "2027-10-31"]) {
      for (let hour = 0; hour < 24; hour += 1) {
        const clock = `${String(hour).padStart(2, "0")}:30`;
        const shown = wallClock(instantOf(day, clock));
        // From two to three that night in March there is no hour at all.
        expect(shown).toEqual({ day, clock: day === "2027-03-28" && hour === 2 ? "03:30" : clock });
      }
    }
  });
  it("says its offset, as public pages read it", () => {
    expect(withOffset("2027-10-02T12:00:00Z")).toBe("2027-10-02T14:00:00+02:00");
    expect(withOffset("2027-10-02T17:00:00Z", "America/Cayenne")).toBe("2027-10-02T14:00:00-03:00");
  });
});

describe("a session", () => {
  it("that ends at or before its beginning ends on the next day", () => {
    expect(span("2027-10-02", "21:00", "00:30")).toEqual({ starts_at: "2027-10-02T19:00:00.000Z", ends_at: "2027-10-02T22:30:00.000Z" });
    expect(span("2027-10-02", "10:00", "12:00").ends_at).toBe("2027-10-02T10:00:00.000Z");
  });
});

describe("days that repeat", () => {
  it("are one, every day, school days, or one a week", () => {
    expect(daysOf("2027-10-01", "none", "2027-10-11")).toEqual(["2027-10-01"]);
    expect(daysOf("2027-10-01", "daily", "2027-10-03")).toEqual(["2027-10-01", "2027-10-02", "2027-10-03"]);
    expect(daysOf("2027-10-01", "school_days", "2027-10-05")).toEqual(["2027-10-01", "2027-10-04", "2027-10-05"]);
    expect(daysOf("2027-10-02", "weekly", "2027-10-16")).toEqual(["2027-10-02", "2027-10-09", "2027-10-16"]);
  });
  it("hold the first even on a Sunday, and never more than can be meant", () => {
    expect(daysOf("2027-10-03", "school_days", "2027-10-04")).toEqual(["2027-10-03", "2027-10-04"]);
    expect(daysOf("2027-10-03", "daily", "2027-10-01")).toEqual(["2027-10-03"]);
    expect(daysOf("2027-01-01", "daily", "2027-12-31")).toHaveLength(MOST_DAYS);
  });
});
