import { useQueries, useQuery } from "@tanstack/react-query";
import { agendaFacets } from "@/api/queries";
import type { AgendaFacets, FacetName } from "@/api/types";
import { MANY, toParams, without, type Filters } from "@/programme/filters";

/** Sorting changes no count, so it is not part of the question. */
const asked = (filters: Filters) => {
  const { sort: _sort, ...params } = toParams(filters);
  return params;
};

/**
 * Counts for the whole panel. A facet in which something is chosen is counted as if it were not, so that its other
 * values say what they would add; that is one more question for each such facet.
 */
export function useFacets(filters: Filters): { facets: Partial<AgendaFacets> | undefined; isError: boolean } {
  const base = useQuery(agendaFacets(asked(filters)));
  const chosen = MANY.filter((name) => filters.many[name]);
  const others = useQueries({ queries: chosen.map((name) => agendaFacets(asked(without(filters, name)))) });
  if (!base.data) return { facets: undefined, isError: base.isError };
  const facets: Partial<AgendaFacets> = { ...base.data };
  chosen.forEach((name: FacetName, index) => {
    facets[name] = others[index]?.data?.[name] ?? base.data[name];
  });
  return { facets, isError: false };
}
