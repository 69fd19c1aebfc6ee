import { useQueries, useQuery } from "@tanstack/react-query";
import { catalogueFacets, type CatalogueFacets } from "./catalogue";
import { MANY, toParams, without, type Filters } from "./filters";

/**
 * Counts for the whole panel. A facet in which something is chosen is counted as if it were not, so that its other
 * values say what they would add; that is one more question for each such facet.
 */
export function useFacets(filters: Filters): { facets: Partial<CatalogueFacets> | undefined; isError: boolean } {
  const base = useQuery(catalogueFacets(toParams(filters)));
  const chosen = MANY.filter((name) => filters.many[name]);
  const others = useQueries({ queries: chosen.map((name) => catalogueFacets(toParams(without(filters, name)))) });
  if (!base.data) return { facets: undefined, isError: base.isError };
  const facets: Partial<CatalogueFacets> = { ...base.data };
  chosen.forEach((name, index) => {
    facets[name] = others[index]?.data?.[name] ?? base.data[name];
  });
  return { facets, isError: false };
}
