import { describe, expect, it } from "vitest";
import { isFiltered, NO_FILTER, readFilters, toSearch, type Filters } from "./filters";

const all: Filters = {
  statuses: ["held", "out"], q: "abeilles", item: "01a20550-9a35-7afd-a496-619e8414f7b6", organisation: "01a20550-9a35-7afd-a496-619e8414f7b7", department: "80",
  since: "2027-03-01", until: "2027-03-31", late: "true", extension_asked: "true", side: "lender", sort: "ends_on",
};

describe("filters of loans", () => {
  it("go into the address and come back", () => {
    expect(readFilters(toSearch(all))).toEqual(all);
    expect(toSearch(NO_FILTER)).toEqual({});
    expect(readFilters({})).toEqual(NO_FILTER);
  });
  it("leave out what they do not know", () => {
    expect(readFilters({ etat: "perdu,out,perdu", outil: "7", departement: 80, du: "hier", retard: "peut-être", role: "voisin", tri: "prix" })).toEqual({ ...NO_FILTER, statuses: ["out"], department: "80" });
  });
  it("do not count a side or an order as one", () => {
    expect(isFiltered({ ...NO_FILTER, side: "lender", sort: "ends_on" })).toBe(false);
    expect(isFiltered({ ...NO_FILTER, late: "true" })).toBe(true);
  });
});
