import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useId, useRef } from "react";
import { agendaPages } from "@/api/queries";
import type { FacetName } from "@/api/types";
import { announce } from "@/lib/announce";
import { todayInParis } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { usePage } from "@/lib/page";
import { DatesField } from "@/programme/DatesField";
import { DayList } from "@/programme/DayList";
import { parseFilters, toParams, toSearch, type Filters } from "@/programme/filters";
import { MoreButton } from "@/programme/MoreButton";
import { Nothing } from "@/programme/Nothing";
import { PlaceField } from "@/programme/PlaceField";
import { useFilters } from "@/programme/useFilters";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import "@/programme/search.css";
import "./schools.css";

const LEVELS = ["nursery_school", "primary_school", "college", "lycee", "higher_education"] as const;
const THEMES = [
  "environment", "digital_innovation", "health", "science_society", "industrial_heritage", "astronomy", "history_of_science",
  "maths_physics_chemistry", "other",
] as const;

const ADDRESS = { page: "/scolaires", parse: parseFilters, toSearch } as const;

/** Whatever the address says, this door opens on what takes classes. */
const forClasses = (filters: Filters): Filters => ({ ...filters, many: { ...filters.many, audience: ["schools"] } });

/** The teachers' door: level, theme, how far, when; and on each row, whether and how to book. */
export function SchoolsPage() {
  const { t } = useWords();
  const [filters, change] = useFilters(ADDRESS);
  const pages = useInfiniteQuery(agendaPages(toParams(forClasses(filters))));
  const list = useRef<HTMLDivElement>(null);
  const total = pages.data?.pages[0]?.total;
  usePage(t.schools.title, !pages.isPending);
  const settled = total !== undefined && !pages.isPlaceholderData;
  useEffect(() => {
    if (settled) announce(total === 0 ? t.agenda.resultsNone : t.agenda.results(total));
  }, [settled, total, t]);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="wrap schools">
      <header className="schools__head">
        <h1>{t.schools.title}</h1>
        <p className="schools__lead">{t.schools.lead}</p>
      </header>
      <SchoolSearch filters={filters} onChange={change} />
      {pages.isPending && <Waiting words={t.agenda.loading} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {total === 0 && <Nothing filters={filters} onChange={change} />}
      {items.length > 0 && (
        <div ref={list} className="schools__list">
          <p className="total">{t.agenda.results(total ?? 0)}</p>
          <DayList items={items} from={filters.from ?? todayInParis()} more={pages.hasNextPage} forClasses />
          {pages.hasNextPage && (
            <MoreButton list={list} shown={items.length} total={total ?? 0} busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
          )}
        </div>
      )}
      <p className="schools__more"><Link to="/agenda">{t.event.back}</Link></p>
    </div>
  );
}

function SchoolSearch({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useWords();
  return (
    <form className="search" role="search" aria-label={t.schools.title} onSubmit={(event) => event.preventDefault()}>
      <div className="search__part"><Choice name="school_level" codes={LEVELS} label={t.schools.level} any={t.schools.anyLevel} filters={filters} onChange={onChange} /></div>
      <div className="search__part"><Choice name="theme" codes={THEMES} label={t.schools.theme} any={t.schools.anyTheme} filters={filters} onChange={onChange} /></div>
      <div className="search__part">
        <PlaceField label={t.schools.from} value={filters} onChange={({ near, place, radius_km }) => onChange({ ...filters, near, place, radius_km })} />
      </div>
      <div className="search__part"><DatesField label={t.schools.when} value={filters} onChange={({ from, to }) => onChange({ ...filters, from, to })} /></div>
    </form>
  );
}

interface ChoiceProps {
  name: FacetName & keyof ReturnType<typeof useWords>["t"]["values"];
  codes: readonly string[];
  label: string;
  any: string;
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** One value of a facet, or any. */
function Choice({ name, codes, label, any, filters, onChange }: ChoiceProps) {
  const { t } = useWords();
  const id = useId();
  const words: Record<string, string> = t.values[name];
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <select
        id={id} value={filters.many[name]?.[0] ?? ""}
        onChange={({ target }) => onChange({ ...filters, many: { ...filters.many, [name]: target.value ? [target.value] : [] } })}
      >
        <option value="">{any}</option>
        {codes.map((code) => <option key={code} value={code}>{words[code]}</option>)}
      </select>
    </>
  );
}
