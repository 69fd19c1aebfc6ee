import { describe, expect, it } from "vitest";
import { countFilters, NO_FILTER, readFilters, readView, toParams, toSearch, withParams } from "./filters";

describe("filters of the desk", () => {
  const id = "01a203dd-5804-7c5c-b59f-813e208c2ca5";

  it("come back from the address as they went into it", () => {
    const filters = { ...NO_FILTER, q: "télescope", columns: ["draft" as const, "labelled" as const], themes: ["health"], departments: ["80", "2A"], reviewer: id, scoreFrom: "3.5", marks: ["retard" as const, "nonlus" as const] };
    expect(readFilters(toSearch(filters))).toEqual(filters);
    expect(countFilters(filters)).toBe(7);
  });

  it("leave out what an address should not hold", () => {
    expect(readFilters({ etat: "decided,draft,draft", departement: 80, personne: "moi", note_min: "beaucoup", marque: "retard,autre" })).toEqual({
      ...NO_FILTER, columns: ["draft"], departments: ["80"], marks: ["retard"],
    });
    expect(toSearch(NO_FILTER)).toEqual({ q: undefined, etat: undefined, theme: undefined, departement: undefined, personne: undefined, note_min: undefined, note_max: undefined, marque: undefined });
    expect(readView({ vue: "carte" })).toBe("carte");
    expect(readView({ vue: "ailleurs" })).toBe("tableau");
  });

  it("ask the API once for each value of a list", () => {
    const params = toParams(readFilters({ q: " nuit ", etat: "draft,withdrawn", marque: "complements,conflit", note_max: "4,5" }));
    expect(params.toString()).toBe("q=nuit&status=draft&status=withdrawn&score_to=4.5&awaits_changes=true&conflicted=true");
    expect(withParams("/calls/1/board", params, { limit: 20, after: null })).toBe(`/calls/1/board?${params.toString()}&limit=20`);
    expect(withParams("/calls/1/board", new URLSearchParams())).toBe("/calls/1/board");
  });
});
