import { describe, expect, it } from "vitest";
import { toggle, without } from "@/programme/faceted";
import { parseFilters, toSearch, type Filters } from "./filters";

describe("the catalogue's address", () => {
  it("is read and written alike", () => {
    const search = { q: "abeilles", available_from: "2027-03-01", available_to: "2027-03-31", category: "kit", theme: "health,astronomy", owner: "agency" };
    expect(toSearch(parseFilters(search))).toEqual(search);
  });
  it("keeps what is possible only", () => {
    expect(parseFilters({ theme: "a b,health,health", q: "   ", available_from: "2027-03-01", page: "3" })).toEqual({ many: { theme: ["health"] } });
    expect(parseFilters({ available_from: "2027-03-31", available_to: "2027-03-01" })).toEqual({ many: {} });
    expect(parseFilters({ available_from: "2027-02-30", available_to: "2027-03-01" })).toEqual({ many: {} });
  });
  it("asks for a year at most", () => {
    expect(parseFilters({ available_from: "2027-01-01", available_to: "2028-01-01" })).toEqual({ available_from: "2027-01-01", available_to: "2028-01-01", many: {} });
    expect(parseFilters({ available_from: "2027-01-01", available_to: "2028-01-02" })).toEqual({ many: {} });
  });
  it("adds, takes back and leaves out", () => {
    const once = toggle({ many: {} } as Filters, "theme", "health");
    expect(toSearch(toggle(once, "theme", "astronomy"))).toEqual({ theme: "health,astronomy" });
    expect(toSearch(toggle(once, "theme", "health"))).toEqual({});
    expect(without(once, "theme")).toEqual({ many: {} });
  });
});
