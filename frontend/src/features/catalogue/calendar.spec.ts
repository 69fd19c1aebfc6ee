import { describe, expect, it } from "vitest";
import { addMonths, choose, days, freeWindows, lastOf, sameDay, stateOf, stepTo, taken, weeksOf } from "./calendar";
import type { Calendar, FormatCalendar } from "./catalogue";

const format: FormatCalendar = {
  id: "f", format: "panels", label: null, retired_on: null, buffer_before_days: 1, buffer_after_days: 1,
  busy: [
    { starts_on: "2027-03-20", ends_on: "2027-04-10", code: "taken" },
    { starts_on: "2027-04-15", ends_on: "2027-05-31", code: "maintenance" },
  ],
  next_free: null, units: [],
};
const calendar: Calendar = {
  item_id: "i", slug: "i", starts_on: "2027-03-01", ends_on: "2027-08-31", today: "2027-03-03", is_lent_here: true, first_day: "2027-03-08", notice_days: 5,
  min_days: 7, max_days: 60, opening_days: [1, 2, 3, 4, 5], closed: [{ starts_on: "2027-07-14", ends_on: "2027-07-14", code: "holiday", label: "Fête nationale" }], formats: [format],
};
const state = (day: string) => stateOf(calendar, format, day);

describe("a day", () => {
  it.each([
    ["2027-03-02", { kind: "past" }], ["2027-03-05", { kind: "early" }], ["2027-03-08", { kind: "free" }], ["2027-03-20", { kind: "busy", code: "taken" }],
    ["2027-05-31", { kind: "busy", code: "maintenance" }], ["2027-07-14", { kind: "closed", label: "Fête nationale" }], ["2027-06-05", { kind: "closed", label: null }],
  ])("%s is %o", (day, told) => expect(state(day)).toEqual(told));
  it("is lent no more once the item is retired", () => expect(stateOf(calendar, { ...format, retired_on: "2027-06-01" }, "2027-06-01")).toEqual({ kind: "busy", code: "retired" }));
});

describe("windows that are free", () => {
  it("leave out what is shorter than the shortest loan", () => {
    expect(freeWindows(calendar, format)).toEqual([{ starts_on: "2027-03-08", ends_on: "2027-03-19" }, { starts_on: "2027-06-01", ends_on: "2027-08-31" }]);
  });
  it("end the day before the item is retired", () => {
    expect(freeWindows(calendar, { ...format, retired_on: "2027-06-20" }).at(-1)).toEqual({ starts_on: "2027-06-01", ends_on: "2027-06-19" });
  });
  it("count both ends", () => expect(days({ starts_on: "2027-03-01", ends_on: "2027-03-28" })).toBe(28));
});

describe("months", () => {
  it("begin on Monday and are whole", () => {
    const weeks = weeksOf("2027-08");
    expect(weeks[0]).toEqual([null, null, null, null, null, null, "2027-08-01"]);
    expect(weeks.flat().filter(Boolean)).toHaveLength(31);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
  it("follow each other over the year's end", () => {
    expect(addMonths("2027-11", 3)).toBe("2028-02");
    expect(lastOf("2028-02")).toBe("2028-02-29");
    expect(sameDay("2027-03-31", -1)).toBe("2027-02-28");
  });
  it("tell what of them is taken", () => {
    expect(taken(calendar, format, "2027-06")).toEqual([]);
    expect(taken(calendar, format, "2027-05")).toEqual([{ from: 0, width: 100 }]);
    expect(taken(calendar, format, "2027-04").map(({ from, width }) => [Math.round(from), Math.round(width)])).toEqual([[0, 33], [47, 53]]);
  });
});

describe("choosing days", () => {
  const none = { first: null, last: null };
  it("takes a first, then a last", () => expect(choose(choose(none, "2027-03-08"), "2027-03-19")).toEqual({ first: "2027-03-08", last: "2027-03-19" }));
  it("begins again", () => {
    expect(choose({ first: "2027-03-08", last: null }, "2027-03-01")).toEqual({ first: "2027-03-01", last: null });
    expect(choose({ first: "2027-03-08", last: "2027-03-09" }, "2027-03-10")).toEqual({ first: "2027-03-10", last: null });
  });
  it("walks by keys, never out of what is shown", () => {
    expect(stepTo("ArrowDown", "2027-03-08", "2027-03-01", "2027-08-31")).toBe("2027-03-15");
    expect(stepTo("PageDown", "2027-08-01", "2027-03-01", "2027-08-31")).toBe("2027-08-31");
    expect(stepTo("Home", "2027-03-03", "2027-03-02", "2027-08-31")).toBe("2027-03-02");
    expect(stepTo("End", "2027-03-10", "2027-03-01", "2027-08-31")).toBe("2027-03-14");
    expect(stepTo("a", "2027-03-08", "2027-03-01", "2027-08-31")).toBeNull();
  });
});
