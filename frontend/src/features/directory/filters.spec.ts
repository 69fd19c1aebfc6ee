import { describe, expect, it } from "vitest";
import { countChosen, toggle, without } from "@/programme/faceted";
import { isUnfiltered, parseFilters, toParams, toSearch } from "./filters";

describe("the directory's address", () => {
  it("keeps what it understands, in a steady order", () => {
    const filters = parseFilters({ theme: "astronomy,health,astronomy", department: 59, q: " musée ", vue: "carte", colour: "red", kind: "<script>" });
    expect(filters).toEqual({ q: "musée", view: "map", many: { theme: ["astronomy", "health"], department: ["59"] } });
    expect(toSearch(filters)).toEqual({ q: "musée", theme: "astronomy,health", department: "59", vue: "carte" });
  });
  it("asks the API nothing of how it is shown", () => expect(toParams(parseFilters({ vue: "carte" }))).toEqual({}));
  it("adds, removes and leaves out values", () => {
    const one = toggle(parseFilters({}), "kind", "library");
    expect([countChosen(one), isUnfiltered(one), isUnfiltered(toggle(one, "kind", "library"))]).toEqual([1, false, true]);
    expect(without(one, "kind").many).toEqual({});
  });
});
