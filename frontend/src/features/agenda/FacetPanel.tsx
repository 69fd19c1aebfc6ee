import { useId, useState } from "react";
import type { AgendaFacets, FacetName, FacetValue } from "@/api/types";
import { useWords } from "@/lib/i18n";
import { toggle, type Filters } from "@/programme/filters";
import { wordFor } from "@/programme/words";
import { Waiting } from "@/ui/LostFlower";
import "@/programme/facets.css";

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
  return (
    <div className="facets">
      {ORDER.slice(0, 3).map((name) => <Facet key={name} name={name} values={facets[name] ?? []} filters={filters} onChange={onChange} />)}
      <AgeField age={filters.age} onChange={(age) => onChange({ ...filters, age })} />
      {ORDER.slice(3).map((name) => <Facet key={name} name={name} values={facets[name] ?? []} filters={filters} onChange={onChange} />)}
    </div>
  );
}

interface FacetProps extends Omit<FacetPanelProps, "facets"> {
  name: FacetName;
  values: readonly FacetValue[];
}

/** One facet: values as checkboxes with what each would show. Nothing to choose between, nothing shown. */
function Facet({ name, values, filters, onChange }: FacetProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const chosen = filters.many[name] ?? [];
  const real = values.filter((each) => each.value !== null);
  const missing = chosen.filter((code) => !real.some((each) => String(each.value) === code));
  const rows = [...missing.map((code) => ({ value: code, label: code, count: 0 })), ...real];
  if (rows.length < 2 && chosen.length === 0) return null;
  const first = rows.filter((each, index) => index < AT_FIRST || chosen.includes(String(each.value)));
  const shown = all || rows.length <= AT_FIRST + 2 ? rows : first;
  return (
    <details className="facet" open={OPEN_AT_FIRST.has(name) || chosen.length > 0}>
      <summary>{t.facets[name]}{chosen.length > 0 && <span className="facet__chosen">{chosen.length}</span>}</summary>
      <fieldset>
        <legend className="unseen">{t.facets[name]}</legend>
        {shown.map((each) => {
          const code = String(each.value);
          return (
            <label key={code} className="facet__value" data-bloom={name === "theme" ? code : undefined}>
              <input type="checkbox" checked={chosen.includes(code)} onChange={() => onChange(toggle(filters, name, code))} />
              <span className="facet__name">{wordFor(t, name, code, each.label)}</span>
              <span className="facet__count">{each.count}</span>
            </label>
          );
        })}
      </fieldset>
      {rows.length > shown.length && <button type="button" className="facet__more" onClick={() => setAll(true)}>{t.agenda.moreValues(rows.length - shown.length)}</button>}
      {all && <button type="button" className="facet__more" onClick={() => setAll(false)}>{t.agenda.fewerValues}</button>}
    </details>
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
