import { describe, expect, it } from "vitest";
import type { Bylaws, Rules } from "./calls";
import { mayBeCoOpted, rankOf, requiredSeats, rolesFor, rulesOn, withOneMore } from "./seats";

const rules = { required_offices: ["treasurer", "president"] } as Rules;
const seats = requiredSeats(rules);

describe("the offices of a new bureau", () => {
  it("begin with those that the bylaws require, in the order in which they are told", () => expect(seats.map(({ role }) => role)).toEqual(["president", "treasurer"]));
  it("are as many as the board wants: those that are missing, then members of the bureau", () => {
    let more = seats;
    for (let added = 0; added < 4; added += 1) more = withOneMore(more);
    expect(more.map(({ role }, place) => [role, rankOf(place, more)])).toEqual([
      ["president", 1], ["treasurer", 1], ["vice_president", 1], ["secretary", 1], ["bureau_member", 1], ["bureau_member", 2],
    ]);
    expect(rolesFor(3, more)).toEqual(["vice_president", "secretary", "bureau_member"]);
  });
  it("follow the bylaws of the day, the founding ones before any", () => {
    const version = { begins_on: "2019-05-09", ends_on: null, rules } as Bylaws;
    const founding = { required_offices: ["president"] } as Rules;
    expect(rulesOn("2019-05-09", { items: [version], founding_rules: founding })).toBe(rules);
    expect(rulesOn("2019-05-08", { items: [version], founding_rules: founding })).toBe(founding);
  });
});

describe("a seat to be filled by co-option", () => {
  it("is offered to those of its college who may stand", () => {
    const able = { college: "C", may_stand: true } as const;
    expect([{ college: "C" }, { college: null }, { college: "A" }].map((seat) => mayBeCoOpted(able, seat as { college: "A" | "C" | null }))).toEqual([true, true, false]);
    expect(mayBeCoOpted({ ...able, may_stand: false }, { college: null })).toBe(false);
  });
});
