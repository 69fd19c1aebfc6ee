import type { AgendaFacets } from "@/api/types";
import { formatDay, formatSpan } from "@/lib/dates";
import { useWords, type Dictionary, type Lang } from "@/lib/i18n";
import { capital } from "@/lib/text";
import { Chips, type Chip } from "@/programme/Chips";
import { toggle } from "@/programme/faceted";
import { DEFAULT_RADIUS, MANY, type Filters } from "@/programme/filters";
import { usePlaceName } from "@/programme/PlaceField";
import { wordFor } from "@/programme/words";

interface ActiveFiltersProps {
  filters: Filters;
  facets: Partial<AgendaFacets> | undefined;
  onChange: (filters: Filters) => void;
}

/** What is chosen, each with its way out. */
export function ActiveFilters({ filters, facets, onChange }: ActiveFiltersProps) {
  const { t, lang } = useWords();
  const place = usePlaceName(filters);
  return <Chips chips={[...singleChips(filters, place, t, lang), ...facetChips(filters, facets, t)]} none={{ view: filters.view, many: {} }} onChange={onChange} />;
}

function singleChips(filters: Filters, place: string, t: Dictionary, lang: Lang): Chip<Filters>[] {
  const chips: Chip<Filters>[] = [];
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

function facetChips(filters: Filters, facets: Partial<AgendaFacets> | undefined, t: Dictionary): Chip<Filters>[] {
  return MANY.flatMap((name) => (filters.many[name] ?? []).map((code) => {
    const label = facets?.[name]?.find((each) => String(each.value) === code)?.label;
    return { key: `${name}:${code}`, label: wordFor(t, name, code, label), next: toggle(filters, name, code) };
  }));
}
