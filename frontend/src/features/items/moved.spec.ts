import { describe, expect, it } from "vitest";
import { moved } from "./moved";

describe("a list of which one member moves", () => {
  it.each([[2, 0, "cab"], [0, 1, "bac"], [0, 2, "bca"], [1, 1, "abc"]])("from %i to %i", (from, to, after) => {
    expect(moved([..."abc"], from, to).join("")).toBe(after);
  });
});
