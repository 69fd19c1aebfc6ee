import { useId } from "react";
import type { AgendaFacets, FacetName } from "@/api/types";
import { useWords } from "@/lib/i18n";
import { Facet } from "@/programme/Facet";
import { toggle } from "@/programme/faceted";
import type { Filters } from "@/programme/filters";
import { wordFor } from "@/programme/words";
import { Waiting } from "@/ui/LostFlower";

interface FacetPanelProps {
  filters: Filters;
  facets: Partial<AgendaFacets> | undefined;
  onChange: (filters: Filters) => void;
}

/** In the order people ask. */
const ORDER: readonly FacetName[] = [
  "department", "theme", "audience", "activity_type", "free", "accessibility", "school_level", "structure", "status", "commune", "epci",
  "commune_size", "edition",
];
const OPEN_AT_FIRST = new Set<FacetName>(["department", "theme", "audience", "activity_type"]);
const AT_FIRST = 6;

export function FacetPanel({ filters, facets, onChange }: FacetPanelProps) {
  const { t } = useWords();
  if (!facets) return <Waiting words={t.agenda.loadingFacets} />;
  const facet = (name: FacetName) => (
    <Facet
      key={name} title={t.facets[name]} values={facets[name] ?? []} chosen={filters.many[name] ?? []} label={(code, told) => wordFor(t, name, code, told ?? code)} isOpen={OPEN_AT_FIRST.has(name)} most={AT_FIRST} isTheme={name === "theme"}
      onToggle={(code) => onChange(toggle(filters, name, code))}
    />
  );
  return (
    <div className="facets">
      {ORDER.slice(0, 3).map(facet)}
      <AgeField age={filters.age} onChange={(age) => onChange({ ...filters, age })} />
      {ORDER.slice(3).map(facet)}
    </div>
  );
}

function AgeField({ age, onChange }: { age: number | undefined; onChange: (age: number | undefined) => void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div className="facet facet--age">
      <label htmlFor={id}>{t.facets.ageLabel}</label>
      <select id={id} value={age ?? ""} onChange={(event) => onChange(event.target.value === "" ? undefined : Number(event.target.value))}>
        <option value="">{"—"}</option>
        {Array.from({ length: 16 }, (_, i) => i + 3).map((n) => <option key={n} value={n}>{t.facets.ageValue(n)}</option>)}
        {age !== undefined && (age < 3 || age > 18) && <option value={age}>{t.facets.ageValue(age)}</option>}
      </select>
    </div>
  );
}
