import type { AgendaFacets } from "@/api/types";
import { formatDay, formatSpan } from "@/lib/dates";
import { useWords, type Dictionary, type Lang } from "@/lib/i18n";
import { capital } from "@/lib/text";
import { DEFAULT_RADIUS, MANY, toggle, type Filters } from "@/programme/filters";
import { usePlaceName } from "@/programme/PlaceField";
import { wordFor } from "@/programme/words";

interface ActiveFiltersProps {
  filters: Filters;
  facets: Partial<AgendaFacets> | undefined;
  onChange: (filters: Filters) => void;
}

interface Chip {
  key: string;
  label: string;
  next: Filters;
}

/** What is chosen, each with its way out. */
export function ActiveFilters({ filters, facets, onChange }: ActiveFiltersProps) {
  const { t, lang } = useWords();
  const place = usePlaceName(filters);
  const chips = [...singleChips(filters, place, t, lang), ...facetChips(filters, facets, t)];
  if (chips.length === 0) return null;
  return (
    <ul role="list" className="chips" aria-label={t.agenda.active}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button type="button" className="chip" onClick={() => onChange(chip.next)} aria-label={t.agenda.remove(chip.label)}>
            <span>{chip.label}</span><span aria-hidden="true" className="chip__cross">×</span>
          </button>
        </li>
      ))}
      <li><button type="button" className="chip chip--all" onClick={() => onChange({ view: filters.view, many: {} })}>{t.agenda.clear}</button></li>
    </ul>
  );
}

function singleChips(filters: Filters, place: string, t: Dictionary, lang: Lang): Chip[] {
  const chips: Chip[] = [];
  const { q, near, from, to, age, holder } = filters;
  if (q) chips.push({ key: "q", label: `« ${q} »`, next: { ...filters, q: undefined, sort: undefined } });
  if (near) {
    const label = `${place}, ${t.search.km(filters.radius_km ?? DEFAULT_RADIUS)}`;
    chips.push({ key: "near", label, next: { ...filters, near: undefined, place: undefined, radius_km: undefined, sort: undefined } });
  }
  if (from ?? to) chips.push({ key: "dates", label: datesLabel(from, to, t, lang), next: { ...filters, from: undefined, to: undefined } });
  if (age !== undefined) chips.push({ key: "age", label: t.facets.ageValue(age), next: { ...filters, age: undefined } });
  if (holder) chips.push({ key: "holder", label: holder, next: { ...filters, holder: undefined } });
  return chips;
}

function datesLabel(from: string | undefined, to: string | undefined, t: Dictionary, lang: Lang): string {
  if (from && to) return capital(formatSpan(from, to, lang));
  if (from) return `${t.search.from} ${formatDay(from, lang, { year: true })} →`;
  return `→ ${formatDay(to ?? "", lang, { year: true })}`;
}

function facetChips(filters: Filters, facets: Partial<AgendaFacets> | undefined, t: Dictionary): Chip[] {
  return MANY.flatMap((name) => (filters.many[name] ?? []).map((code) => {
    const label = facets?.[name]?.find((each) => String(each.value) === code)?.label;
    return { key: `${name}:${code}`, label: wordFor(t, name, code, label), next: toggle(filters, name, code) };
  }));
}
