import { describe, expect, it } from "vitest";
import type { Return } from "./calls";
import { check, inOrder, toldOf } from "./told";

const one = (name: string, loans: number | null, days: number | null, more: Partial<Return> = {}): Return =>
  ({ id: name, contributor: { id: name, name }, loans, days, known_loans: 0, known_days: 0, note: null, ...more }) as Return;

const told = (loans: string, days: string) => check({ loans, days, note: "" });

describe("what a contributor tells", () => {
  it("begins with what is known here", () => {
    expect(toldOf(one("Musée", null, null, { known_loans: 4, known_days: 60 }))).toEqual({ loans: "4", days: "60", note: "" });
    expect(toldOf(one("Musée", 6, 90, { known_loans: 4, known_days: 60 }))).toEqual({ loans: "6", days: "90", note: "" });
    expect(toldOf(one("Musée", 0, 0))).toEqual({ loans: "0", days: "0", note: "" });
  });
  it("takes zero, and nothing that cannot be", () => {
    expect(told("0", "0")).toEqual({});
    expect(told("3", "45")).toEqual({});
    expect(told("", "x")).toEqual({ loans: "needed", days: "whole" });
    expect(told("0", "4")).toEqual({ loans: "noLoans" });
    expect(told("4", "0")).toEqual({ days: "noDays" });
    expect(told("4", "3")).toEqual({ days: "tooFew" });
    expect(told("-1", "2.5")).toEqual({ loans: "whole", days: "whole" });
  });
});

it("shows who lent most first, and who has not answered last", () => {
  const rows = [one("Zoo", null, null), one("Écomusée", null, null), one("Fablab", 0, 0), one("Musée", 3, 40), one("Jardin", 3, 60)];
  expect(inOrder(rows).map(({ id }) => id)).toEqual(["Jardin", "Musée", "Fablab", "Écomusée", "Zoo"]);
});
