/** Criteria as they are typed, and as the API takes them. */
import type { Criterion } from "./queries";

export interface TypedCriterion {
  /** Of this page alone: new ones have no id yet. */
  key: string;
  id: string | null;
  name: string;
  help: string;
  weight: number | string;
  scale: number | string;
}

export interface CriteriaBody {
  items: { id: string | null; name: string; help: string; weight: number; scale: number }[];
}

export const toTyped = (items: readonly (Omit<Criterion, "id"> & { id: string | null })[]): TypedCriterion[] => items.map((each, place) => ({ ...each, key: each.id ?? `new-${place}` }));

export const toBody = (typed: readonly TypedCriterion[]): CriteriaBody => ({
  items: typed.map(({ id, name, help, weight, scale }) => ({ id, name: name.trim(), help: help.trim(), weight: Number(weight), scale: Number(scale) })),
});

/** Whole percents of the mean, one for each; null while some weight is no number. */
export function shares(typed: readonly Pick<TypedCriterion, "weight">[]): number[] | null {
  const weights = typed.map(({ weight }) => (weight === "" ? Number.NaN : Number(weight)));
  if (weights.some((weight) => !(weight > 0))) return null;
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => Math.round((weight / whole) * 100));
}
