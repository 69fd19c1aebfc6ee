import { describe, expect, it } from "vitest";
import { atParis, formatDate, formatMoment, formatSince } from "./moments";

const now = new Date("2026-11-22T09:00:00Z");

describe("moments", () => {
  it("are told by the clock in France", () => expect(formatMoment("2026-11-22T08:05:00Z", "fr")).toBe("22\u00a0novembre\u00a02026 à 9\u00a0h\u00a005"));
  it("fall on the day in France", () => expect(formatDate("2026-06-30T22:30:00Z", "fr")).toBe("1er\u00a0juillet\u00a02026"));
  it("of a day are that day", () => expect(formatDate("2026-07-01", "en")).toBe("1 July 2026"));
});

describe("a day and a clock in France", () => {
  it.each([
    ["2027-07-14", "12:00", "2027-07-14T12:00:00+02:00"], ["2027-01-14", "09:05", "2027-01-14T09:05:00+01:00"],
    ["2027-03-28", "03:00", "2027-03-28T03:00:00+02:00"], ["2027-10-31", "00:30", "2027-10-31T00:30:00+02:00"], ["2027-10-31", "04:00", "2027-10-31T04:00:00+01:00"],
  ])("%s %s is %s", (day, clock, instant) => expect(atParis(day, clock)).toBe(instant));
  it("that are none are nothing", () => expect([atParis("", "12:00"), atParis("2027-07-14", ""), atParis("", "")]).toEqual([null, null, null]));
});

describe("since", () => {
  it.each([
    ["2026-11-22T08:59:30Z", "à l’instant"], ["2026-11-22T08:57:00Z", "il y a 3 minutes"], ["2026-11-22T07:30:00Z", "il y a 1 heure"],
    ["2026-11-21T08:00:00Z", "hier"], ["2026-10-01T08:00:00Z", "1er\u00a0octobre\u00a02026"],
  ])("%s is %s", (instant, said) => expect(formatSince(instant, "fr", now)).toBe(said));
});
