/** Lists whose order is the reader's to choose. */

export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, place) => place !== from);
  const [item] = items.slice(from, from + 1);
  return item === undefined || to < 0 || to > rest.length ? [...items] : [...rest.slice(0, to), item, ...rest.slice(to)];
}

export const without = <T>(items: readonly T[], place: number): T[] => items.filter((_, each) => each !== place);
export const replaced = <T>(items: readonly T[], place: number, item: T): T[] => items.map((each, at) => (at === place ? item : each));
export const inserted = <T>(items: readonly T[], place: number, item: T): T[] => [...items.slice(0, place), item, ...items.slice(place)];
