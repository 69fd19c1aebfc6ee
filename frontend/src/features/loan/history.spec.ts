import { describe, expect, it } from "vitest";
import { labelOf, spoken, toldChanges } from "./history";

const told = (name: string, value: string | number) => spoken(name, value, "fr")?.replaceAll(/\s/gu, " ");

describe("what happened to a loan", () => {
  it("is told in the reader's language, as the API tells it where the page knows nothing better", () => {
    expect(labelOf({ action: "decline_extension", label: "Prolongation refusée" }, "fr")).toBe("Prolongation refusée");
    expect(labelOf({ action: "decline_extension", label: "Prolongation refusée" }, "en")).toBe("Extension declined");
    expect(labelOf({ action: "newer", label: "Autre chose" }, "en")).toBe("Autre chose");
  });
  it("has days, moments and amounts as people read them", () => {
    expect(told("ends_on", "2027-03-05")).toBe("5 mars 2027");
    expect(told("held_until", "2027-03-05 23:00:00+00:00")).toBe("6 mars 2027 à 0 h");
    expect(told("fee_cents", 5000)).toBe("50 €");
    expect(spoken("fee_cents", null, "fr")).toBeNull();
  });
  it("leaves out an extension that is no longer asked for", () => {
    const refused = { name: "extension_asked_until", before: "2027-03-05", after: null };
    const ends = { name: "ends_on", before: "2027-03-01", after: "2027-03-02" };
    expect(toldChanges({ changes: [refused, ends] }, { extension_asked_until: "Until", ends_on: "Last day" })).toEqual([ends]);
  });
});
