import { describe, expect, it } from "vitest";
import { addDays, clockOf, dayOf, formatClock, formatDay, formatSpan, hoursBetween, isDay, todayInParis, weekendOf } from "./dates";

const NBSP = "\u00a0";

describe("days in Paris", () => {
  it("changes day at midnight in Paris, not in Greenwich", () => {
    expect(todayInParis(new Date("2027-07-01T21:59:59Z"))).toBe("2027-07-01");
    expect(todayInParis(new Date("2027-07-01T22:00:00Z"))).toBe("2027-07-02");
    expect(todayInParis(new Date("2027-12-31T22:59:59Z"))).toBe("2027-12-31");
    expect(todayInParis(new Date("2027-12-31T23:00:00Z"))).toBe("2028-01-01");
  });
  it("reads the local day and time from the instant itself", () => {
    expect(dayOf("2027-10-02T23:30:00+02:00")).toBe("2027-10-02");
    expect(clockOf("2027-10-02T23:30:00+02:00")).toBe("23:30");
  });
  it("crosses months, years and the change of hour", () => {
    expect(addDays("2027-12-31", 1)).toBe("2028-01-01");
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(addDays("2027-10-31", 1)).toBe("2027-11-01");
    expect(addDays("2027-03-28", -1)).toBe("2027-03-27");
  });
  it.each([
    ["2027-10-01", { from: "2027-10-02", to: "2027-10-03" }],
    ["2027-10-02", { from: "2027-10-02", to: "2027-10-03" }],
    ["2027-10-03", { from: "2027-10-03", to: "2027-10-03" }],
    ["2027-10-04", { from: "2027-10-09", to: "2027-10-10" }],
  ])("the weekend of %s", (today, expected) => expect(weekendOf(today)).toEqual(expected));
  it.each(["2027-02-29", "2027-13-01", "27-01-01", "2027-1-1", "", "demain"])("%s is not a day", (text) => expect(isDay(text)).toBe(false));
  it("counts hours across offsets", () => {
    expect(hoursBetween("2027-10-31T00:00:00+02:00", "2027-11-01T00:00:00+01:00")).toBe(25);
    expect(hoursBetween("2027-10-02T12:00:00+02:00", "2027-10-02T11:00:00+02:00")).toBe(0);
  });
});

describe("dates in words", () => {
  it("says days as the French do", () => {
    expect(formatDay("2027-10-02", "fr")).toBe(["samedi", "2", "octobre"].join(NBSP));
    expect(formatDay("2027-10-01", "fr", { year: true })).toBe(["vendredi", "1er", "octobre", "2027"].join(NBSP));
    expect(formatDay("2027-10-06", "fr", { weekday: false, month: "none" })).toBe("6");
  });
  it("says times as the French do", () => {
    expect(formatClock("14:30", "fr")).toBe(`14${NBSP}h${NBSP}30`);
    expect(formatClock("09:00", "fr")).toBe(`9${NBSP}h`);
    expect(formatClock("00:05", "fr")).toBe(`0${NBSP}h${NBSP}05`);
    expect(formatClock("14:30", "en")).toBe("14:30");
  });
  it("says spans without repeating", () => {
    expect(formatSpan("2027-10-01", "2027-10-11", "fr").replaceAll(NBSP, " ")).toBe("du 1er au 11 octobre 2027");
    expect(formatSpan("2027-09-29", "2027-10-11", "fr").replaceAll(NBSP, " ")).toBe("du 29 septembre au 11 octobre 2027");
    expect(formatSpan("2027-12-30", "2028-01-02", "fr").replaceAll(NBSP, " ")).toBe("du 30 décembre 2027 au 2 janvier 2028");
    expect(formatSpan("2027-10-02", "2027-10-02", "fr").replaceAll(NBSP, " ")).toBe("le 2 octobre 2027");
  });
});
