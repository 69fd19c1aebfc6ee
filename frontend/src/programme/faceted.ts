/** What the lists that are filtered by facets share: how an address is read, what is chosen, what that would be without. */

/** By facet, the codes that are chosen. */
export interface Faceted<Name extends string> {
  many: Partial<Record<Name, string[]>>;
}

/** An address's parameters, as the router reads them. */
export type Search = Record<string, unknown>;

const CODE = /^[\w-]{1,64}$/;

/** A parameter as a text, or nothing. The router may read what looks like a number as one. */
export function text(search: Search, name: string, longest: number): string | undefined {
  const value = search[name];
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  return String(value).trim().slice(0, longest) || undefined;
}

/** The codes that an address has chosen of each facet; what can be no code is left aside. */
export function codesIn<Name extends string>(search: Search, names: readonly Name[], most = Infinity): Partial<Record<Name, string[]>> {
  const many: Partial<Record<Name, string[]>> = {};
  for (const name of names) {
    const values = [...new Set((text(search, name, 1000) ?? "").split(",").filter((value) => CODE.test(value)))].slice(0, most);
    if (values.length > 0) many[name] = values;
  }
  return many;
}

/** The same as an address holds them, in one steady order. */
export function joined<Name extends string>({ many }: Faceted<Name>, names: readonly Name[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (many[name]?.length ? [[name, many[name].join(",")]] : [])));
}

/** The same filters without one of them, to count what its other values would give. */
export function without<Name extends string, Filters extends Faceted<Name>>(filters: Filters, name: Name): Filters {
  const { [name]: _gone, ...rest } = filters.many;
  return { ...filters, many: rest };
}

/** Adds or removes one value of a facet. */
export function toggle<Name extends string, Filters extends Faceted<Name>>(filters: Filters, name: Name, value: string): Filters {
  const before = filters.many[name] ?? [];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return { ...filters, many: { ...filters.many, [name]: after } };
}

/** How many values of facets are chosen. */
export const countChosen = ({ many }: Faceted<string>): number => Object.values(many).reduce((sum, values) => sum + (values?.length ?? 0), 0);
