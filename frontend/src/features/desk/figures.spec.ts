import { describe, expect, it } from "vitest";
import type { CommuneCoverage, EditionLoad } from "./calls";
import { isOf, share, within } from "./coverage";
import { everyDay, fullest, level, ofDepartment } from "./load";

const commune = (insee: string, applications: number, events: number): CommuneCoverage => ({ insee, name: insee, department: insee.slice(0, 2), epci: null, latitude: 50, longitude: 3, applications, events });

describe("coverage", () => {
  it("tells where nothing is from where something is", () => {
    const all = [commune("80021", 2, 0), commune("59350", 0, 1), commune("80001", 0, 0)];
    expect(within(all, "nothing", "").map(({ insee }) => insee)).toEqual(["80001"]);
    expect(within(all, "applications", "59")).toEqual([]);
    expect(within(all, "events", "59").map(({ insee }) => insee)).toEqual(["59350"]);
    expect(isOf("applications", all[0]!)).toBe(true);
  });

  it("never says none of something, nor all of less than all", () => {
    expect([share(0, 9), share(1, 3000), share(2999, 3000), share(3, 3), share(0, 0), share(1, 3)]).toEqual([0, 1, 99, 100, 0, 33]);
  });
});

const half = (sessions: number) => ({ half: "morning" as const, sessions, seats: sessions * 30, without_seats: 1, departments: [{ department: "80", sessions: 1, seats: 30, without_seats: 0 }] });

describe("load", () => {
  const load: EditionLoad = { year: 2027, starts_on: "2027-10-01", ends_on: "2027-10-02", days: [{ day: "2027-10-01", halves: [half(2), half(8)] }], calls: [] };

  it("shows the days on which nothing came", () => {
    expect(everyDay([{ day: "2026-02-27", begun: 1, sent: 0 }, { day: "2026-03-01", begun: 0, sent: 2 }])).toEqual([
      { day: "2026-02-27", begun: 1, sent: 0 }, { day: "2026-02-28", begun: 0, sent: 0 }, { day: "2026-03-01", begun: 0, sent: 2 },
    ]);
    expect(everyDay([])).toEqual([]);
  });

  it("marks half-days by how full they are beside the fullest", () => {
    expect(fullest(load)).toBe(8);
    expect(fullest({ ...load, days: [] })).toBe(1);
    expect([0, 1, 2, 3, 8].map((sessions) => level(sessions, 8))).toEqual([0, 1, 1, 2, 4]);
  });

  it("narrows to a department", () => {
    expect(ofDepartment(half(4), "")).toMatchObject({ sessions: 4, seats: 120 });
    expect(ofDepartment(half(4), "80")).toEqual({ department: "80", sessions: 1, seats: 30, without_seats: 0 });
    expect(ofDepartment(half(4), "02")).toEqual({ sessions: 0, seats: 0, without_seats: 0 });
  });
});
