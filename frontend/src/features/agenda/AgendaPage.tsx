import { useInfiniteQuery, type InfiniteData } from "@tanstack/react-query";
import { lazy, Suspense, useDeferredValue, useRef } from "react";
import { agendaFacets, agendaPages } from "@/api/queries";
import type { AgendaPage as AgendaPageAnswer } from "@/api/types";
import { todayInParis } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { usePage } from "@/lib/page";
import { DayList } from "@/programme/DayList";
import { EventRow } from "@/programme/EventRow";
import { countFacets, MANY, parseFilters, toParams, toSearch, type Filters } from "@/programme/filters";
import { Listing } from "@/programme/Listing";
import { MoreButton } from "@/programme/MoreButton";
import { Nothing } from "@/programme/Nothing";
import { SearchForm } from "@/programme/SearchForm";
import { useFacets } from "@/programme/useFacets";
import { useFilters } from "@/programme/useFilters";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { ActiveFilters } from "./ActiveFilters";
import { FacetPanel } from "./FacetPanel";
import { ViewSwitch } from "./ViewSwitch";

// Most readers stay with the list: the map comes when it is asked for.
const MapResults = lazy(async () => ({ default: (await import("./MapResults")).MapResults }));

const ADDRESS = { page: "/agenda", parse: parseFilters, toSearch } as const;

/** Sorting changes no count, so it is not part of the question. */
const counts = ({ sort: _sort, ...filters }: Filters) => agendaFacets(toParams(filters));

export function AgendaPage() {
  const { t } = useWords();
  const [filters, change] = useFilters(ADDRESS);
  const { facets } = useFacets(filters, MANY, counts);
  const pages = useInfiniteQuery(agendaPages(toParams(filters)));
  // Many rows are drawn a few at a time, so that typing never waits for them; those already known come at once, so that
  // going back finds the page as long as it was.
  const shown = useDeferredValue(pages.data);
  const total = pages.data?.pages[0]?.total;
  usePage(t.agenda.title, shown !== undefined || pages.isError);
  const told = total === undefined ? null : total === 0 ? t.agenda.resultsNone : t.agenda.results(total);
  return (
    <div className="wrap agenda">
      <h1>{t.agenda.title}</h1>
      <SearchForm filters={filters} onSearch={change} live />
      <Listing
        panel={<FacetPanel filters={filters} facets={facets} onChange={change} />} label={t.agenda.filterBy} told={told} isSettled={!pages.isPlaceholderData}
        chosen={countFacets(filters)} show={t.agenda.show(facets?.total ?? total ?? 0)} onClear={() => change({ ...filters, many: {}, age: undefined })}
        tools={<><ViewSwitch filters={filters} onChange={change} /><SortField filters={filters} onChange={change} /></>}
      >
        <ActiveFilters filters={filters} facets={facets} onChange={change} />
        {filters.view === "map" ? <Suspense fallback={<Waiting words={t.agenda.loadingMap} />}><MapResults filters={filters} onChange={change} /></Suspense> : <Results filters={filters} onChange={change} shown={shown} />}
      </Listing>
    </div>
  );
}

interface ResultsProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** The list in all its states. It reads the same cached answer as the page around it. */
function Results({ filters, onChange, shown }: ResultsProps & { shown: InfiniteData<AgendaPageAnswer> | undefined }) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const pages = useInfiniteQuery(agendaPages(toParams(filters)));
  if (pages.isError && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!shown) return <Waiting words={t.agenda.loading} />;
  const items = shown.pages.flatMap((page) => page.items);
  const total = shown.pages[0]?.total ?? 0;
  if (items.length === 0) return <Nothing filters={filters} onChange={onChange} />;
  return (
    <div ref={list} className="agenda__results" aria-busy={pages.isPlaceholderData} data-stale={pages.isPlaceholderData}>
      {filters.sort
        ? <ul role="list">{items.map((item) => <EventRow key={item.id} event={item} withDay />)}</ul>
        : <DayList items={items} from={filters.from ?? todayInParis()} more={pages.hasNextPage} />}
      {pages.isFetchNextPageError && <Failure error={pages.error} onRetry={() => void pages.fetchNextPage()} />}
      {pages.hasNextPage && (
        <MoreButton list={list} shown={items.length} total={total} busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />
      )}
    </div>
  );
}

/** By date unless words or a place make another order worth offering. */
function SortField({ filters, onChange }: ResultsProps) {
  const { t } = useWords();
  if ((!filters.q && !filters.near) || filters.view === "map") return null;
  return (
    <label className="agenda__sort">
      <span>{t.agenda.sort}</span>
      <select
        value={filters.sort ?? "date"}
        onChange={({ target }) => onChange({ ...filters, sort: target.value === "date" ? undefined : (target.value as Filters["sort"]) })}
      >
        <option value="date">{t.agenda.byDate}</option>
        {filters.q && <option value="relevance">{t.agenda.byRelevance}</option>}
        {filters.near && <option value="distance">{t.agenda.byDistance}</option>}
      </select>
    </label>
  );
}
