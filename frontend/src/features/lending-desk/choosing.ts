/** Which units go out with a loan: one of each module, of whatever copies. */
import type { ApprovalUnit } from "./calls";

export interface ModuleGroup {
  module: number | null;
  units: ApprovalUnit[];
}

/** The units by module, in order; a format that is one piece is one group of its copies. */
export function byModule(units: readonly ApprovalUnit[]): ModuleGroup[] {
  const groups = new Map<number | null, ApprovalUnit[]>();
  for (const unit of units) groups.set(unit.module_number, [...(groups.get(unit.module_number) ?? []), unit]);
  return [...groups].map(([module, own]) => ({ module, units: own })).toSorted((one, other) => (one.module ?? 0) - (other.module ?? 0));
}

/** The modules that go out: those asked for, or all. */
export function wanted(groups: readonly ModuleGroup[], asked: readonly number[] | null): ModuleGroup[] {
  return asked && asked.length > 0 ? groups.filter(({ module }) => module !== null && asked.includes(module)) : [...groups];
}

export type Chosen = ReadonlyMap<number | null, string>;

/** What the API proposes, by module. */
export function proposed(groups: readonly ModuleGroup[]): Chosen {
  const chosen = new Map<number | null, string>();
  for (const { module, units } of groups) {
    const unit = units.find(({ is_chosen: isChosen }) => isChosen);
    if (unit) chosen.set(module, unit.id);
  }
  return chosen;
}

/** Whether every module has a unit that is free. */
export function isWhole(groups: readonly ModuleGroup[], chosen: Chosen): boolean {
  return groups.length > 0 && groups.every(({ module, units }) => units.some(({ id, is_free: isFree }) => isFree && id === chosen.get(module)));
}
