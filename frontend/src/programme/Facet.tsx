import { useState } from "react";
import { useWords } from "@/lib/i18n";
import "./facets.css";

interface FacetProps {
  title: string;
  values: readonly { value: string | null; label: string | null; count: number }[];
  chosen: readonly string[];
  /** What a code is called; `told` is what the API calls it, where it counts it. */
  label: (code: string, told: string | null) => string;
  /** Unfolded before anything is chosen. */
  isOpen: boolean;
  /** As many values are shown before one asks for more. */
  most: number;
  /** Each value has its colour. */
  isTheme: boolean;
  onToggle: (code: string) => void;
}

/** One facet: values as checkboxes with what each would show. Nothing to choose between, nothing shown. */
export function Facet({ title, values, chosen, label, isOpen, most, isTheme, onToggle }: FacetProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const counted = values.flatMap(({ value, label: told, count }) => (value === null ? [] : [{ code: value, name: label(value, told), count }]));
  const missing = chosen.filter((code) => !counted.some((each) => each.code === code));
  const rows = [...missing.map((code) => ({ code, name: label(code, null), count: 0 })), ...counted];
  if (rows.length < 2 && chosen.length === 0) return null;
  const shown = all || rows.length <= most + 2 ? rows : rows.filter(({ code }, index) => index < most || chosen.includes(code));
  return (
    <details className="facet" open={isOpen || chosen.length > 0}>
      <summary>{title}{chosen.length > 0 && <span className="facet__chosen">{chosen.length}</span>}</summary>
      <fieldset>
        <legend className="unseen">{title}</legend>
        {shown.map(({ code, name, count }) => (
          <label key={code} className="facet__value" data-bloom={isTheme ? code : undefined}>
            <input type="checkbox" checked={chosen.includes(code)} onChange={() => onToggle(code)} />
            <span className="facet__name">{name}</span>
            <span className="facet__count">{count}</span>
          </label>
        ))}
      </fieldset>
      {rows.length > shown.length && <button type="button" className="facet__more" onClick={() => setAll(true)}>{t.agenda.moreValues(rows.length - shown.length)}</button>}
      {all && <button type="button" className="facet__more" onClick={() => setAll(false)}>{t.agenda.fewerValues}</button>}
    </details>
  );
}
