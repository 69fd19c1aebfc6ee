import { useId, useState, type FormEvent } from "react";
import { useWords } from "@/lib/i18n";
import { DatesField } from "./DatesField";
import type { Filters } from "./filters";
import { PlaceField } from "./PlaceField";
import "./search.css";

interface SearchFormProps {
  filters: Filters;
  /** Asked on submit; and, when `live`, as soon as a place or a date is chosen. */
  onSearch: (filters: Filters) => void;
  live?: boolean;
}

/** What, where, when. */
export function SearchForm({ filters, onSearch, live = false }: SearchFormProps) {
  const { t } = useWords();
  const id = useId();
  const [draft, setDraft] = useState(filters);
  const [seen, setSeen] = useState(filters);
  // The address changed by other means (a chip, the back button): the form follows.
  if (seen !== filters) {
    setSeen(filters);
    setDraft(filters);
  }
  const change = (part: Partial<Filters>, atOnce: boolean) => {
    const next = { ...draft, ...part };
    setDraft(next);
    if (live && atOnce) onSearch(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch({ ...draft, q: draft.q?.trim() || undefined });
  };
  return (
    <form className="search" role="search" aria-label={t.search.label} onSubmit={submit}>
      <div className="search__part search__what">
        <label htmlFor={id}>{t.search.what}</label>
        <input
          id={id} type="search" name="q" maxLength={200} placeholder={t.search.whatHint} autoComplete="off" enterKeyHint="search"
          value={draft.q ?? ""} onChange={(event) => change({ q: event.target.value }, event.target.value === "")}
        />
      </div>
      <div className="search__part search__where">
        <PlaceField
          value={draft}
          onChange={({ near, place, radius_km }) => change({ near, place, radius_km, sort: near ? draft.sort : undefined }, true)}
        />
      </div>
      <div className="search__part search__when">
        <DatesField value={draft} onChange={({ from, to }) => change({ from, to }, true)} />
      </div>
      <div className="search__go"><button type="submit" className="button button--strong">{t.search.submit}</button></div>
    </form>
  );
}
