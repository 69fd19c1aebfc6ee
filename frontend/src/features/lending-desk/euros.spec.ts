import { describe, expect, it } from "vitest";
import { centsOf } from "./euros";

describe("an amount as it is written", () => {
  it.each([["150", 15_000], ["1 250,50 €", 125_050], ["0", 0], ["12.5", 1250], ["3,456", null], ["-2", null], ["", null], ["abc", null]])("%s", (text, cents) => {
    expect(centsOf(text)).toBe(cents);
  });
});
