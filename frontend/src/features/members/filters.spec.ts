import { describe, expect, it } from "vitest";
import { asked, isFiltered, NO_FILTER, readFilters, toSearch } from "./filters";

describe("the filters of members in the address", () => {
  it("are read as they were written", () => {
    const filters = { q: "musée", college: "B", kind: "legal", category: "large", department: "80", status: "late", on: "2023-05-04", sort: "-since" } as const;
    expect(readFilters(toSearch(filters))).toEqual(filters);
    expect(asked(filters)).toEqual({ q: "musée", college: "B", kind: "legal", fee_category: "large", department: "80", status: "late", on: "2023-05-04" });
  });
  it("leave out what an address should not hold", () => {
    expect(readFilters({ college: "Z", statut: "roi", le: "2023-02-30", departement: "x", tri: "couleur" })).toEqual(NO_FILTER);
    expect(readFilters({ departement: 80 }).department).toBe("80");
  });
  it("tell what narrows the list from its order", () => {
    expect(isFiltered({ ...NO_FILTER, sort: "number" })).toBe(false);
    expect(isFiltered({ ...NO_FILTER, on: "2023-05-04" })).toBe(true);
  });
});
