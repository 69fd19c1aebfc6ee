import { formatSpan } from "@/lib/dates";
import { Chips } from "@/programme/Chips";
import { toggle } from "@/programme/faceted";
import type { CatalogueFacets } from "./catalogue";
import { useFacetLabel } from "./facetLabels";
import { MANY, type Filters } from "./filters";
import { useCatalogueWords } from "./words";

interface ActiveFiltersProps {
  filters: Filters;
  facets: Partial<CatalogueFacets> | undefined;
  onChange: (filters: Filters) => void;
}

/** What is chosen, each with its way out. */
export function ActiveFilters({ filters, facets, onChange }: ActiveFiltersProps) {
  const { w, lang } = useCatalogueWords();
  const label = useFacetLabel(facets);
  const { q, available_from: from, available_to: to, many } = filters;
  const chips = [
    ...(q ? [{ key: "q", label: `« ${q} »`, next: { ...filters, q: undefined } }] : []),
    ...(from && to ? [{ key: "dates", label: w.freeOn(formatSpan(from, to, lang)), next: { ...filters, available_from: undefined, available_to: undefined } }] : []),
    ...MANY.flatMap((name) => (many[name] ?? []).map((code) => ({ key: `${name}:${code}`, label: label(name, code), next: toggle(filters, name, code) }))),
  ];
  return <Chips chips={chips} none={{ many: {} }} onChange={onChange} />;
}
