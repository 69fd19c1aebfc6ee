import { describe, expect, it } from "vitest";
import { nextSorting, sorted } from "./sorting";

describe("sorted", () => {
  const rows = [{ id: "a", mean: null }, { id: "b", mean: 2.5 }, { id: "c", mean: 10 }, { id: "d", mean: 2.5 }];

  it("leaves those without a value last, both ways, and equals as they came", () => {
    expect(sorted(rows, ({ mean }) => mean, false).map(({ id }) => id)).toEqual(["b", "d", "c", "a"]);
    expect(sorted(rows, ({ mean }) => mean, true).map(({ id }) => id)).toEqual(["c", "b", "d", "a"]);
  });

  it("sorts words as French does, whatever their accents", () => {
    expect(sorted(["Zoé", "étoile", "Arras", "dossier 10", "dossier 9"], (word) => word, false)).toEqual(["Arras", "dossier 9", "dossier 10", "étoile", "Zoé"]);
  });
});

describe("nextSorting", () => {
  it("turns round what is pressed again", () => {
    const first = nextSorting({ key: "number", descending: false }, "mean", true);
    expect(first).toEqual({ key: "mean", descending: true });
    expect(nextSorting(first, "mean", true)).toEqual({ key: "mean", descending: false });
  });
});
