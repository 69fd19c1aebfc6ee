import { expect, it } from "vitest";
import type { Loan } from "./calls";
import { howToMove } from "./moving";

const loan = (...allowed_actions: Loan["allowed_actions"]) => ({ allowed_actions, starts_on: "2027-03-08", ends_on: "2027-03-12" });
const until = (ends_on: string, starts_on = "2027-03-08") => ({ starts_on, ends_on });

it("a loan not agreed on is moved, another one ends later or earlier, and nothing else", () => {
  expect(howToMove(loan("edit", "extend"), until("2027-03-19", "2027-03-15"))).toBe("edit");
  expect(howToMove(loan("extend", "shorten"), until("2027-03-19"))).toBe("extend");
  expect(howToMove(loan("extend", "shorten"), until("2027-03-10"))).toBe("shorten");
  expect(howToMove(loan("shorten"), until("2027-03-19"))).toBeNull();
  expect(howToMove(loan("extend", "shorten"), until("2027-03-19", "2027-03-15"))).toBeNull();
  expect(howToMove(loan("edit"), until("2027-03-12"))).toBeNull();
});
