import { describe, expect, it } from "vitest";
import { toggle, without } from "./faceted";
import { countFacets, isUnfiltered, parseFilters, toParams, toSearch } from "./filters";

describe("filters in the address", () => {
  it("comes back the same from its own address", () => {
    const search = {
      q: "chimie", near: "80021", place: "Amiens", radius_km: "40", from: "2027-10-02", to: "2027-10-03", age: "8", sort: "distance",
      department: "80,62", theme: "health", free: "true",
    };
    expect(toSearch(parseFilters(search))).toEqual(search);
  });
  it("drops what it does not understand", () => {
    expect(parseFilters({
      utm_source: "x", from: "2027-02-31", to: "bientôt", near: "Amiens", radius_km: "5000", age: "douze", sort: "distance", theme: "<script>", limit: "9",
    })).toEqual({ many: {} });
  });
  it("drops an end before its start, a radius without a place, an order without its reason", () => {
    expect(toSearch(parseFilters({ from: "2027-10-03", to: "2027-10-01" }))).toEqual({ from: "2027-10-03" });
    expect(toSearch(parseFilters({ radius_km: "40", sort: "relevance" }))).toEqual({});
  });
  it("takes numbers as the router may give them, and says a value once", () => {
    expect(toSearch(parseFilters({ age: 8, department: "80,80,59" }))).toEqual({ age: "8", department: "80,59" });
  });
  it("takes a point as well as a commune, Corsica included", () => {
    expect(parseFilters({ near: "49.89,2.3" }).near).toBe("49.89,2.3");
    expect(parseFilters({ near: "2A004" }).near).toBe("2A004");
    expect(parseFilters({ near: "49.89;2.3" }).near).toBeUndefined();
  });
  it("never sends what is for the page alone", () => {
    expect(toParams(parseFilters({ near: "80021", place: "Amiens", view: "map" }))).toEqual({ near: "80021" });
  });
});

describe("choosing values", () => {
  const base = parseFilters({ department: "80", theme: "health" });
  it("adds, then takes away", () => {
    const both = toggle(base, "department", "59");
    expect(both.many.department).toEqual(["80", "59"]);
    expect(toSearch(toggle(toggle(both, "department", "59"), "department", "80"))).toEqual({ theme: "health" });
  });
  it("counts without one facet, leaving the first untouched", () => {
    expect(toSearch(without(base, "department"))).toEqual({ theme: "health" });
    expect(base.many.department).toEqual(["80"]);
  });
  it("knows how much is chosen", () => {
    expect(countFacets(parseFilters({ department: "80,59", age: "8", q: "x" }))).toBe(3);
    expect(isUnfiltered(parseFilters({}))).toBe(true);
    expect(isUnfiltered(base)).toBe(false);
  });
});
