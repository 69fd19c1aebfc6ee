import { describe, expect, it } from "vitest";
import { isUnderWay, momentOf, usualClock } from "./hours";

const DAY = "2023-05-04";

describe("the hours of a meeting", () => {
  it.each([["2023-05-03T21:59:00Z", false], ["2023-05-03T22:01:00Z", true], ["2023-05-05T01:00:00Z", true], ["2023-05-05T04:01:00Z", false]])("at %s it is held: %s", (now, held) => {
    expect(isUnderWay(DAY, new Date(now))).toBe(held);
  });
  it("begin with the hour of the meeting once its day is past", () => {
    const meeting = { held_on: DAY, starts_at: "2023-05-04T12:00:00Z" };
    expect(usualClock(meeting, new Date("2023-05-04T12:30:00Z"))).toBe("");
    expect(usualClock(meeting, new Date("2023-06-01T12:30:00Z"))).toBe("14:00");
    expect(usualClock({ ...meeting, starts_at: null }, new Date("2023-06-01T12:30:00Z"))).toBe("");
  });
  it("are those of its day in France, or of the night after", () => {
    expect(momentOf(DAY, "14:05")).toBe("2023-05-04T14:05:00+02:00");
    expect(momentOf(DAY, "00:30")).toBe("2023-05-05T00:30:00+02:00");
    expect(momentOf(DAY, "")).toBeNull();
  });
});
