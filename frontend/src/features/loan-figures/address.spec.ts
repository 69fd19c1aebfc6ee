import { describe, expect, it } from "vitest";
import type { Me } from "@/space/kit/me";
import { AGENCY } from "@/programme/loanReport";
import { defaultYear, lendersOf, readAsked, toSearch } from "./address";

const ID = "01a20541-6961-74b7-986d-e36d43625042";
const someone = (roles: Me["roles"], organisations: Me["organisations"] = []): Me => ({ account: null, roles, organisations, is_demo: false, passkeys: 0, allowed_actions: [] });

describe("addresses of figures", () => {
  it("say the same after a round trip", () => {
    const asked = { year: 2026, lender: ID, measure: "days" as const, value: "59" };
    expect(readAsked(toSearch(asked))).toEqual(asked);
    expect(toSearch(readAsked({}))).toEqual({ annee: undefined, preteur: undefined, mesure: undefined, valeur: undefined });
  });
  it("leave out what they should not hold", () => {
    expect(readAsked({ annee: "-1", preteur: "../../me", mesure: "euros", valeur: "" })).toEqual({ year: null, lender: null, measure: "loans", value: undefined });
    expect(readAsked({ annee: 2026, valeur: 3 })).toMatchObject({ year: 2026, value: "3" });
  });
});

describe("whose figures", () => {
  it("are the agency's for its lenders, and one's organisations' for anybody", () => {
    const own = [{ id: ID, name: "Musée", role: "editor" as const }];
    expect(lendersOf(someone(["lender"], own)).map(({ id }) => id)).toEqual([AGENCY, ID]);
    expect(lendersOf(someone(["reviewer"], own)).map(({ id }) => id)).toEqual([ID]);
    expect(lendersOf(someone(["coordinator"]))).toEqual([]);
  });
});

describe("the year shown first", () => {
  it("is the present one, else the latest before, else the first that comes", () => {
    expect(defaultYear([2027, 2026, 2025], 2026)).toBe(2026);
    expect(defaultYear([2024, 2023], 2026)).toBe(2024);
    expect(defaultYear([2028, 2027], 2026)).toBe(2028);
    expect(defaultYear([], 2026)).toBe(2026);
  });
});
