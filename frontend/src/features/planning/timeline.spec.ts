import { describe, expect, it } from "vitest";
import { addMonths, readAddress, spanOf, step, toSearch } from "./address";
import type { PlannedBlock, PlannedItem, PlannedUnit, Planning } from "./calls";
import { closedSpans, dayAt, dragged, placeOf, rowsOf, segmentAt, segmentsOf, stands, ticksOf, worriesOf } from "./timeline";

const TODAY = "2027-03-10";
const MARCH = { from: "2027-03-01", to: "2027-03-31" };

function block(starts_on: string, ends_on: string, more: Partial<PlannedBlock> = {}): PlannedBlock {
  return { id: starts_on, kind: "loan", loan_id: `loan-${starts_on}`, starts_on, ends_on, blocked_from: starts_on, blocked_until: ends_on, expires_at: null, is_released: false, is_late: false, risks: [], reason: null, ...more };
}

function unit(...blocks: PlannedBlock[]): PlannedUnit {
  return { id: `unit-${blocks.length}`, code: "U00001", name: "", copy_number: 1, module_number: null, state: "usable", blocks };
}

function planning(...units: PlannedUnit[]): Planning {
  const item = { id: "item", slug: "item", title: "Abeilles", category: "kit", owner_organisation_id: null, owner_name: null, opening_days: [1, 2, 3, 4, 5], closed: [{ starts_on: "2027-03-29", ends_on: "2027-03-29", code: "holiday", label: "Lundi de Pâques" }], formats: [{ id: "format", format: "case", label: null, retired_on: null, buffer_before_days: 0, buffer_after_days: 0, units }] } as PlannedItem;
  return { starts_on: MARCH.from, ends_on: MARCH.to, today: TODAY, items: [item], leaving: [], coming_back: [], late: [], loans: {}, next: null, total: 1 };
}

describe("a line of the planning", () => {
  it("is cut into blocks and the days free between them, without a hole", () => {
    const found = segmentsOf(unit(block("2027-03-20", "2027-04-05"), block("2027-02-20", "2027-03-03")), MARCH, TODAY);
    expect(found.map(({ from, to, block: of }) => [from, to, of?.id ?? null])).toEqual([
      ["2027-03-01", "2027-03-03", "2027-02-20"], ["2027-03-04", "2027-03-19", null], ["2027-03-20", "2027-03-31", "2027-03-20"],
    ]);
  });

  it("shows what is late until today, over the days of the next", () => {
    const found = segmentsOf(unit(block("2027-03-01", "2027-03-05", { is_late: true }), block("2027-03-09", "2027-03-12")), MARCH, TODAY);
    expect(found.map(({ from, to }) => [from, to])).toEqual([["2027-03-01", "2027-03-10"], ["2027-03-11", "2027-03-12"], ["2027-03-13", "2027-03-31"]]);
  });

  it("keeps the day when one goes from line to line", () => {
    const found = segmentsOf(unit(block("2027-03-08", "2027-03-12")), MARCH, TODAY);
    expect(["2027-03-01", "2027-03-12", "2027-03-31", "2027-05-01"].map((day) => segmentAt(found, day))).toEqual([0, 1, 2, 2]);
  });

  it("is free only where nothing stands and its unit can go out", () => {
    const [free, taken, damaged] = rowsOf([planning(unit(), unit(block("2027-03-08", "2027-03-12")), { ...unit(), state: "damaged" })]);
    expect([free, taken, damaged].map((row) => stands(row!, "libre", MARCH, TODAY))).toEqual([true, false, false]);
    expect(stands(taken!, "pris", { from: "2027-04-01", to: "2027-04-30" }, TODAY)).toBe(false);
  });
});

describe("places on the line", () => {
  it("are hundredths of the days shown, and days again", () => {
    expect(placeOf("2027-03-01", "2027-03-31", MARCH)).toEqual({ left: 0, width: 100 });
    expect(placeOf("2027-02-01", "2027-02-27", MARCH)).toBeNull();
    expect([0, 0.5, 1].map((share) => dayAt(share, MARCH))).toEqual(["2027-03-01", "2027-03-16", "2027-03-31"]);
    const place = placeOf("2027-03-16", "2027-03-16", MARCH)!;
    expect(dayAt((place.left + place.width / 2) / 100, MARCH)).toBe("2027-03-16");
  });

  it("are months of a year, days else", () => {
    expect(ticksOf({ from: "2026-11-01", to: "2027-10-31" }, "annee")).toHaveLength(12);
    expect(ticksOf(MARCH, "mois")).toHaveLength(31);
  });

  it("tell closed days, weekly ones where days are seen", () => {
    const [item] = planning().items;
    expect(closedSpans(item!, MARCH, "annee")).toHaveLength(1);
    expect(closedSpans(item!, MARCH, "mois")).toHaveLength(9);
  });
});

describe("what is dragged", () => {
  const held = { from: "2027-03-08", to: "2027-03-12" };
  it("makes days, moves them, and never turns them round", () => {
    expect(dragged("new", "2027-03-12", "2027-03-08", held)).toEqual(held);
    expect(dragged("move", "2027-03-09", "2027-03-16", held)).toEqual({ from: "2027-03-15", to: "2027-03-19" });
    expect(dragged("start", "2027-03-08", "2027-03-20", held)).toEqual({ from: "2027-03-12", to: "2027-03-12" });
    expect(dragged("end", "2027-03-12", "2027-03-01", held)).toEqual({ from: "2027-03-08", to: "2027-03-08" });
  });
});

it("what is late comes before what is at risk, a loan of several units once", () => {
  const risky = block("2027-03-12", "2027-03-20", { risks: ["closed"] });
  const late = block("2027-03-01", "2027-03-05", { is_late: true });
  const found = worriesOf(rowsOf([planning(unit(risky), unit(late, risky))]));
  expect(found.map(({ block: of, units }) => [of.loan_id, units])).toEqual([["loan-2027-03-01", 1], ["loan-2027-03-12", 2]]);
});

describe("the address", () => {
  it("holds what is asked, and nothing for what is as usual", () => {
    const search = { zoom: "mois", du: "2027-03-14", q: "abeille", etat: "libre", preteur: "agency", vue: "frise" };
    expect(toSearch(readAddress(search))).toEqual({ ...search, categorie: undefined, outil: undefined });
    expect(readAddress({ zoom: "siècle", du: "hier", preteur: "x", outil: "1", etat: "?", categorie: "mobilier" })).toEqual(readAddress({}));
    expect(Object.values(toSearch(readAddress({}))).filter(Boolean)).toEqual([]);
  });

  it("shows whole weeks, months, or twelve months", () => {
    expect(spanOf({ zoom: "semaine", start: "" }, TODAY)).toEqual({ from: "2027-03-08", to: "2027-03-14" });
    expect(spanOf({ zoom: "mois", start: "2027-02-14" }, TODAY)).toEqual({ from: "2027-02-01", to: "2027-02-28" });
    expect(spanOf({ zoom: "annee", start: "" }, TODAY)).toEqual({ from: "2027-03-01", to: "2028-02-29" });
    expect([step({ zoom: "annee", start: "" }, TODAY, -1), step({ zoom: "mois", start: "2026-12-31" }, TODAY, 1)]).toEqual(["2026-12-01", "2027-01-01"]);
    expect(addMonths("2027-01-31", -1)).toBe("2026-12-01");
  });
});
