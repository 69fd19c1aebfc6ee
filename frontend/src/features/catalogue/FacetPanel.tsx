import { Facet } from "@/programme/Facet";
import { toggle } from "@/programme/faceted";
import { Waiting } from "@/ui/LostFlower";
import type { CatalogueFacets, FacetName } from "./catalogue";
import { useFacetLabel } from "./facetLabels";
import { MANY, type Filters } from "./filters";
import { useCatalogueWords } from "./words";

interface FacetPanelProps {
  filters: Filters;
  facets: Partial<CatalogueFacets> | undefined;
  isError: boolean;
  onChange: (filters: Filters) => void;
}

const OPEN_AT_FIRST = new Set<FacetName>(["category", "theme", "audience"]);
const AT_FIRST = 9;

export function FacetPanel({ filters, facets, isError, onChange }: FacetPanelProps) {
  const { w } = useCatalogueWords();
  const label = useFacetLabel(facets);
  if (isError) return <p className="soft">{w.facetsBroken}</p>;
  if (!facets) return <Waiting words={w.loadingFacets} />;
  return (
    <div className="facets">
      {MANY.map((name) => (
        <Facet
          key={name} title={w.facets[name]} values={facets[name] ?? []} chosen={filters.many[name] ?? []} label={(code) => label(name, code)} isOpen={OPEN_AT_FIRST.has(name)} most={AT_FIRST} isTheme={name === "theme"}
          onToggle={(code) => onChange(toggle(filters, name, code))}
        />
      ))}
    </div>
  );
}
