import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Report, UnitOfLoan } from "./calls";
import { changedLines, conditionsOf, draftOf, emptyDraft, filled, isWorse, joined, keepDraft, keptDraft, linesOf, untold } from "./report";
import { refusalOf } from "./photos";

const unit = (id: string): UnitOfLoan => ({ id, code: id.toUpperCase(), name: null, copy_number: 1, module_number: null });
const units = [unit("a"), unit("b")];
const report = {
  made_on: "2027-03-04", remarks: null,
  lines: [{ unit: units[0], state: "good", remarks: null }, { unit: units[1], state: "worn", remarks: "Coin plié" }],
} as unknown as Report;

describe("a condition report while it is written", () => {
  beforeEach(() => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key) });
    return () => vi.unstubAllGlobals();
  });

  it("lets nothing leave that is missing", () => {
    expect(conditionsOf("out")).toEqual(["good", "worn", "damaged"]);
    expect(conditionsOf("in")).toContain("missing");
  });

  it("fills in what nobody spoke of yet, and nothing else", () => {
    const draft = emptyDraft(units, "2027-03-04");
    draft.lines["b"] = { state: "damaged", remarks: "Déchiré" };
    expect(untold(units, draft).map(({ id }) => id)).toEqual(["a"]);
    const lines = filled(units, draft, () => "good");
    expect(linesOf(units, { ...draft, lines })).toEqual([{ unit_id: "a", state: "good", remarks: null }, { unit_id: "b", state: "damaged", remarks: "Déchiré" }]);
  });

  it("sends the lines alone that say something else", () => {
    const draft = draftOf(report);
    expect(changedLines(units, draft, report)).toEqual([]);
    draft.lines["b"] = { state: "worn", remarks: " Coin déchiré " };
    expect(changedLines(units, draft, report)).toEqual([{ unit_id: "b", state: "worn", remarks: "Coin déchiré" }]);
  });

  it("is found again on the device, by whoever wrote it, for the units that go", () => {
    const draft = { ...emptyDraft(units, "2027-03-04"), remarks: "Caisse ouverte" };
    draft.lines["a"] = { state: "worn", remarks: "" };
    draft.lines["gone"] = { state: "good", remarks: "" };
    keepDraft("ada", "loan", "in", draft);
    expect(keptDraft("ada", "loan", "in", units)).toEqual({ on: "2027-03-04", remarks: "Caisse ouverte", lines: { a: { state: "worn", remarks: "" }, b: { state: null, remarks: "" } } });
    expect(keptDraft("grace", "loan", "in", units)).toBeNull();
    expect(keptDraft("ada", "loan", "out", units)).toBeNull();
    keepDraft("ada", "loan", "in", null);
    expect(keptDraft("ada", "loan", "in", units)).toBeNull();
  });

  it("holds nothing against what it cannot read", () => {
    localStorage.setItem("store-room:ada:loan:in", "{not json");
    expect(keptDraft("ada", "loan", "in", units)).toBeNull();
    localStorage.setItem("store-room:ada:loan:in", JSON.stringify({ on: "2027-03-04", remarks: "", lines: { a: { state: "eaten" } } }));
    expect(keptDraft("ada", "loan", "in", units)?.lines["a"]).toEqual({ state: null, remarks: "" });
  });

  it("joins what two people wrote at once: of each unit, what was changed", () => {
    const base = draftOf(report);
    const mine = { ...base, lines: { ...base.lines, a: { state: "damaged" as const, remarks: "" } } };
    const theirs = { ...base, remarks: "Caisse neuve", lines: { a: { state: "worn" as const, remarks: "" }, b: { state: "damaged" as const, remarks: "Déchiré" } } };
    expect(joined(base, mine, theirs)).toEqual({ on: "2027-03-04", remarks: "Caisse neuve", lines: { a: { state: "damaged", remarks: "" }, b: { state: "damaged", remarks: "Déchiré" } } });
  });

  it("knows what came back worse", () => {
    expect(isWorse("good", "damaged")).toBe(true);
    expect(isWorse("damaged", "damaged")).toBe(false);
    expect(isWorse(null, "worn")).toBe(false);
    expect(isWorse(null, "missing")).toBe(true);
    expect(isWorse("good", null)).toBe(false);
  });
});

const file = (size: number, type: string) => ({ size, type, name: "x" }) as File;

describe("a photo", () => {
  it("is refused before it leaves when it cannot be taken", () => {
    expect(refusalOf(file(50_000_000, "image/jpeg"))?.why).toBe("too_large");
    expect(refusalOf(file(10, "video/mp4"))?.why).toBe("no_photo");
    expect(refusalOf(file(8_000_000, "image/jpeg"))).toBeNull();
  });
});
