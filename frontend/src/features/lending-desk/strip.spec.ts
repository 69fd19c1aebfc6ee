import { describe, expect, it } from "vitest";
import type { ApprovalUnit, Neighbour } from "./calls";
import { bandsOf } from "./strip";

const days = { starts_on: "2027-03-08", ends_on: "2027-03-12" };
const blocked = { starts_on: "2027-03-05", ends_on: "2027-03-15" };
const neighbour = (from: string, to: string): Neighbour => ({ kind: "loan", starts_on: from, ends_on: to, blocked: { starts_on: from, ends_on: to }, is_late: false, loan: null });
const unit = (more: Partial<ApprovalUnit>) => ({ before: null, after: null, in_the_way: [], ...more }) as unknown as ApprovalUnit;

describe("a unit's days around a loan", () => {
  it("hold the loan in the middle, with its buffers beneath", () => {
    const { length, bands } = bandsOf(unit({}), days, blocked);
    expect(length).toBe(28 + 5 + 28);
    expect(bands).toEqual([{ kind: "buffer", from: 25, length: 11 }, { kind: "mine", from: 28, length: 5 }]);
  });
  it("are cut where they leave the drawing, and left out beyond it", () => {
    const { bands } = bandsOf(unit({ before: neighbour("2027-01-01", "2027-02-10"), after: neighbour("2027-06-01", "2027-06-02") }), days, blocked);
    expect(bands.filter(({ kind }) => kind === "loan")).toEqual([{ kind: "loan", from: 0, length: 3 }]);
  });
});
