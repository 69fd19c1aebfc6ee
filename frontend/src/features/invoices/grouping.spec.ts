import { expect, test } from "vitest";
import type { Loan } from "./calls";
import { billable } from "./grouping";

const loan = (id: string, request: string, owner: string | null, cents: number | null) =>
  ({ id, request: { id: request, number: 1, channel: "direct" }, organisation: { id: "o", name: "Médiathèque", kind: "library" }, item: { owner: owner ? { id: owner, name: owner } : null }, fee: { cents } }) as unknown as Loan;

test("an invoice bills loans of one request and one lender, in the order that they came", () => {
  const groups = billable([loan("1", "b", null, 5000), loan("2", "a", null, 3000), loan("3", "b", "Nautilus", 1000), loan("4", "b", null, null)]);
  expect(groups.map(({ key, owner, loans, cents }) => [key, owner, loans.map(({ id }) => id), cents])).toEqual([
    ["b/agency", null, ["1", "4"], 5000],
    ["a/agency", null, ["2"], 3000],
    ["b/Nautilus", "Nautilus", ["3"], 1000],
  ]);
});
