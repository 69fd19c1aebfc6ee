/** How values become lengths. */

export const largest = (values: readonly number[]): number => Math.max(1, ...values);

/** A length in percents of the whole width; what is there is seen, however small. */
export function partOf(value: number, most: number, room = 100): string {
  return value <= 0 ? "0%" : `${Math.max(0.6, (room * value) / most)}%`;
}

export interface Scale {
  /** The value at the upper end. */
  top: number;
  /** Where lines are drawn, zero first. */
  lines: number[];
}

/** Round steps for values from zero on: 1, 2 or 5 times a power of ten, three to five of them. */
export function steps(values: readonly number[]): Scale {
  const most = largest(values);
  const raw = most / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= raw) ?? raw);
  const count = Math.ceil(most / step);
  return { top: count * step, lines: Array.from({ length: count + 1 }, (_, place) => place * step) };
}
