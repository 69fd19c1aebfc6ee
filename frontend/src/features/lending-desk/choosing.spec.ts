import { describe, expect, it } from "vitest";
import type { ApprovalUnit } from "./calls";
import { byModule, isWhole, proposed, wanted } from "./choosing";

const unit = (id: string, copy: number, module: number | null, more: Partial<ApprovalUnit> = {}) => (
  { id, copy_number: copy, module_number: module, is_free: true, is_chosen: false, ...more }) as ApprovalUnit;

describe("the units that go out", () => {
  const units = [unit("1a", 1, 2), unit("2a", 2, 1, { is_free: false }), unit("1b", 1, 1, { is_chosen: true }), unit("2b", 2, 2, { is_chosen: true })];
  const groups = byModule(units);
  it("are grouped by module, in order", () => {
    expect(groups.map(({ module, units: own }) => [module, own.map(({ id }) => id)])).toEqual([[1, ["2a", "1b"]], [2, ["1a", "2b"]]]);
  });
  it("of modules that were asked for alone, or all", () => {
    expect(wanted(groups, [2]).map(({ module }) => module)).toEqual([2]);
    expect(wanted(groups, null)).toHaveLength(2);
    expect(wanted(byModule([unit("x", 1, null)]), [])).toHaveLength(1);
  });
  it("begin with what is proposed, and are whole when each is free", () => {
    const chosen = proposed(groups);
    expect([...chosen]).toEqual([[1, "1b"], [2, "2b"]]);
    expect(isWhole(groups, chosen)).toBe(true);
    expect(isWhole(groups, new Map([[1, "2a"], [2, "2b"]]))).toBe(false);
    expect(isWhole(groups, new Map([[2, "2b"]]))).toBe(false);
    expect(isWhole([], new Map())).toBe(false);
  });
});
