import type { CommuneCoverage } from "./calls";

/** What a commune is looked at for. */
export type Looked = "nothing" | "applications" | "events";

/** Whether a commune belongs to what one looks for. */
export function isOf(looked: Looked, commune: CommuneCoverage): boolean {
  if (looked === "nothing") return commune.applications === 0 && commune.events === 0;
  return commune[looked] > 0;
}

/** How many things are there: what the size of its point says. */
export const weightOf = (looked: Looked, commune: CommuneCoverage): number => (looked === "nothing" ? 0 : commune[looked]);

/** « 12 % », never « 0 % » of something nor « 100 % » of less than all. */
export function share(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0;
  if (part === whole) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}

/** Those of a department, or of all without one. */
export function within(communes: readonly CommuneCoverage[], looked: Looked, department: string): CommuneCoverage[] {
  return communes.filter((each) => isOf(looked, each) && (department === "" || each.department === department));
}
