import { describe, expect, it } from "vitest";
import type { AgendaItem } from "@/api/types";
import { plant } from "./meadow";

function item(id: string, starts_at: string, ends_at: string): AgendaItem {
  const session = { id, starts_at, ends_at, status: "scheduled" as const, status_reason: null, previous_starts_at: null, previous_ends_at: null };
  return {
    id, slug: id, title: id, description: null, structure: "single", activity_type: null, theme: null, audience: ["general_public"], school_levels: [],
    age: { min: null, max: null }, free: true, accessibility: null, status: "scheduled", status_reason: null, attendance_mode: "onsite", bookable: false,
    holder: null, venue: null, image: null, edition: 2027, parent: null, children_count: 0, sessions: [session], updated_at: starts_at, first_session: session,
  };
}

const items = [
  item("ongoing", "2027-09-01T10:00:00+02:00", "2027-10-20T18:00:00+02:00"),
  item("brief", "2027-10-02T10:00:00+02:00", "2027-10-02T10:30:00+02:00"),
  item("day", "2027-10-02T10:00:00+02:00", "2027-10-02T18:00:00+02:00"),
  item("next", "2027-10-03T10:00:00+02:00", "2027-10-03T11:00:00+02:00"),
];

describe("the meadow", () => {
  const meadow = plant(items, "2027-10-02");
  it("plants one flower for each event, day after day", () => {
    expect(meadow.flowers.map((flower) => flower.item.id)).toEqual(["ongoing", "brief", "day", "next"]);
    expect(meadow.days.map(({ day, count }) => [day, count])).toEqual([["2027-10-02", 3], ["2027-10-03", 1]]);
    expect(meadow.width).toBe(meadow.days.reduce((sum, day) => sum + day.width, 0));
  });
  it("lets grow taller what lasts longer", () => {
    const size = (id: string) => meadow.flowers.find((flower) => flower.item.id === id)?.size ?? 0;
    expect(size("ongoing")).toBeGreaterThan(size("day"));
    expect(size("day")).toBeGreaterThan(size("brief"));
    expect(size("ongoing")).toBeLessThanOrEqual(meadow.height);
  });
  it("is the same meadow each time", () => expect(plant(items, "2027-10-02")).toEqual(meadow));
  it("bears to be empty", () => expect(plant([], "2027-10-02").flowers).toEqual([]));
});
