import { useState } from "react";
import { Waiting } from "@/ui/LostFlower";
import type { DirectoryFacets, FacetName } from "./directory";
import { MANY, toggle, type Filters } from "./filters";
import { useLabels } from "./useLabels";
import { useDirectoryWords } from "./words";
import "@/programme/facets.css";

interface FacetPanelProps {
  filters: Filters;
  facets: Partial<DirectoryFacets> | undefined;
  isError: boolean;
  onChange: (filters: Filters) => void;
}

const OPEN_AT_FIRST = new Set<FacetName>(["kind", "offer"]);
const AT_FIRST = 9;

export function FacetPanel({ filters, facets, isError, onChange }: FacetPanelProps) {
  const { w } = useDirectoryWords();
  const label = useLabels(facets);
  if (isError) return <p className="soft">{w.facetsBroken}</p>;
  if (!facets) return <Waiting words={w.loadingFacets} />;
  return <div className="facets">{MANY.map((name) => <Facet key={name} name={name} values={facets[name] ?? []} filters={filters} label={label} onChange={onChange} />)}</div>;
}

interface FacetProps {
  name: FacetName;
  values: DirectoryFacets[FacetName];
  filters: Filters;
  label: (name: FacetName, code: string) => string;
  onChange: (filters: Filters) => void;
}

/** One facet: values as checkboxes with what each would show. Nothing to choose between, nothing shown. */
function Facet({ name, values, filters, label, onChange }: FacetProps) {
  const { w } = useDirectoryWords();
  const [all, setAll] = useState(false);
  const chosen = filters.many[name] ?? [];
  const counted = values.flatMap(({ value, count }) => (value === null ? [] : [{ value, count }]));
  const rows = [...chosen.filter((code) => !counted.some(({ value }) => value === code)).map((value) => ({ value, count: 0 })), ...counted];
  if (rows.length < 2 && chosen.length === 0) return null;
  const shown = all || rows.length <= AT_FIRST + 2 ? rows : rows.filter(({ value }, index) => index < AT_FIRST || chosen.includes(value));
  return (
    <details className="facet" open={OPEN_AT_FIRST.has(name) || chosen.length > 0}>
      <summary>{w.facets[name]}{chosen.length > 0 && <span className="facet__chosen">{chosen.length}</span>}</summary>
      <fieldset>
        <legend className="unseen">{w.facets[name]}</legend>
        {shown.map(({ value, count }) => (
          <label key={value} className="facet__value" data-bloom={name === "theme" ? value : undefined}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => onChange(toggle(filters, name, value))} />
            <span className="facet__name">{label(name, value)}</span>
            <span className="facet__count">{count}</span>
          </label>
        ))}
      </fieldset>
      {rows.length > shown.length && <button type="button" className="facet__more" onClick={() => setAll(true)}>{w.moreValues(rows.length - shown.length)}</button>}
      {all && <button type="button" className="facet__more" onClick={() => setAll(false)}>{w.fewerValues}</button>}
    </details>
  );
}
