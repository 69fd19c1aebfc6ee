import { useQueries, useQuery, type QueryKey, type UseQueryOptions } from "@tanstack/react-query";
import { without, type Faceted } from "./faceted";

/**
 * Counts for a whole panel of facets. One in which something is chosen is counted as if it were not, so that its other
 * values say what they would add; that is one more question for each such facet.
 */
export function useFacets<Name extends string, Filters extends Faceted<Name>, Counts extends Record<Name, unknown>, Key extends QueryKey>(
  filters: Filters, names: readonly Name[], ask: (filters: Filters) => UseQueryOptions<Counts, Error, Counts, Key>,
): { facets: Partial<Counts> | undefined; isError: boolean } {
  const base = useQuery(ask(filters));
  const chosen = names.filter((name) => filters.many[name]);
  const others = useQueries({ queries: chosen.map((name) => ask(without(filters, name))) });
  const counts = base.data;
  if (!counts) return { facets: undefined, isError: base.isError };
  const facets: Partial<Counts> = { ...counts };
  chosen.forEach((name, index) => {
    facets[name] = others[index]?.data?.[name] ?? counts[name];
  });
  return { facets, isError: false };
}
