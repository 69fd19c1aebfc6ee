import { useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useId, useRef, useState, type FormEvent } from "react";
import { usePage } from "@/lib/page";
import { Chips } from "@/programme/Chips";
import { countChosen, toggle } from "@/programme/faceted";
import { Listing } from "@/programme/Listing";
import { MoreButton } from "@/programme/MoreButton";
import { useFacets } from "@/programme/useFacets";
import { useFilters } from "@/programme/useFilters";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { directoryFacets, directoryPages, openData, type DirectoryFacets } from "./directory";
import { EntryRow } from "./EntryRow";
import { FacetPanel } from "./FacetPanel";
import { isUnfiltered, MANY, parseFilters, toParams, toSearch, type Filters } from "./filters";
import { useLabels } from "./useLabels";
import { useDirectoryWords } from "./words";
import "@/programme/days.css";
import "@/programme/nothing.css";
import "@/programme/search.css";
import "./directory.css";

const ENDINGS = ["csv", "json", "geojson"] as const;

// Most readers stay with the list: the map comes when it is asked for.
const DirectoryMap = lazy(async () => ({ default: (await import("./DirectoryMap")).DirectoryMap }));

const ADDRESS = { page: "/annuaire", parse: parseFilters, toSearch } as const;
const counts = (filters: Filters) => directoryFacets(toParams(filters));

/** Who does what where: a list, or a map. */
export function DirectoryPage() {
  const { w } = useDirectoryWords();
  const [filters, change] = useFilters(ADDRESS);
  const { facets, isError } = useFacets(filters, MANY, counts);
  const pages = useInfiniteQuery(directoryPages(toParams(filters)));
  const total = pages.data?.pages[0]?.total;
  usePage(w.page, pages.data !== undefined || pages.isError);
  const told = total === undefined ? null : total === 0 ? w.none : w.results(total);
  const isMap = filters.view === "map";
  return (
    <div className="wrap agenda directory">
      <header className="directory__head"><h1>{w.title}</h1><p className="directory__lead">{w.lead}</p></header>
      <SearchBar filters={filters} onSearch={change} />
      <Listing
        panel={<FacetPanel filters={filters} facets={facets} isError={isError} onChange={change} />} label={w.filterBy} told={told} isSettled={!pages.isPlaceholderData}
        chosen={countChosen(filters)} show={w.show(facets?.total ?? total ?? 0)} onClear={() => change({ ...filters, many: {} })}
        tools={(
          <div className="switch" role="group" aria-label={w.view}>
            <button type="button" aria-pressed={!isMap} onClick={() => change({ ...filters, view: undefined })}>{w.asList}</button>
            <button type="button" aria-pressed={isMap} onClick={() => change({ ...filters, view: "map" })}>{w.asMap}</button>
          </div>
        )}
      >
        <ActiveFilters filters={filters} facets={facets} onChange={change} />
        {isMap && total !== 0 ? <Suspense fallback={<Waiting words={w.loadingMap} />}><DirectoryMap filters={filters} /></Suspense> : <List filters={filters} onChange={change} />}
        <p className="directory__data">{w.openData} : {ENDINGS.map((ending) => <a key={ending} href={openData(toParams(filters), ending)} aria-label={w.openDataOf(ending.toUpperCase())}>{ending.toUpperCase()}</a>)}</p>
      </Listing>
    </div>
  );
}

function SearchBar({ filters, onSearch }: { filters: Filters; onSearch: (next: Filters) => void }) {
  const { w } = useDirectoryWords();
  const id = useId();
  const [draft, setDraft] = useState(filters.q ?? "");
  const [seen, setSeen] = useState(filters.q);
  // The address changed by other means (a chip, the back button): the form follows.
  if (seen !== filters.q) {
    setSeen(filters.q);
    setDraft(filters.q ?? "");
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch({ ...filters, q: draft.trim() || undefined });
  };
  return (
    <form className="search search--directory" role="search" aria-label={w.search} onSubmit={submit}>
      <div className="search__part">
        <label htmlFor={id}>{w.what}</label>
        <input
          id={id} type="search" name="q" maxLength={200} placeholder={w.hint} autoComplete="off" enterKeyHint="search" value={draft}
          onChange={({ target }) => { setDraft(target.value); if (target.value === "" && filters.q) onSearch({ ...filters, q: undefined }); }}
        />
      </div>
      <div className="search__go"><button type="submit" className="button button--strong">{w.submit}</button></div>
    </form>
  );
}

function ActiveFilters({ filters, facets, onChange }: { filters: Filters; facets: Partial<DirectoryFacets> | undefined; onChange: (next: Filters) => void }) {
  const label = useLabels(facets);
  const chips = [
    ...(filters.q ? [{ key: "q", label: `« ${filters.q} »`, next: { ...filters, q: undefined } }] : []),
    ...MANY.flatMap((name) => (filters.many[name] ?? []).map((code) => ({ key: `${name}:${code}`, label: label(name, code), next: toggle(filters, name, code) }))),
  ];
  return <Chips chips={chips} none={{ view: filters.view, many: {} }} onChange={onChange} />;
}

function List({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const { w } = useDirectoryWords();
  const pages = useInfiniteQuery(directoryPages(toParams(filters)));
  const list = useRef<HTMLUListElement>(null);
  if (pages.isError && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Waiting words={w.loading} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NothingFound filters={filters} onChange={onChange} />;
  return (
    <div className="agenda__results" aria-busy={pages.isPlaceholderData} data-stale={pages.isPlaceholderData}>
      <ul role="list" className="entries" ref={list}>{items.map((each) => <EntryRow key={each.id} entry={each} />)}</ul>
      {pages.isFetchNextPageError && <Failure error={pages.error} onRetry={() => void pages.fetchNextPage()} />}
      {pages.hasNextPage && <MoreButton list={list} links=".entry-row__name a" shown={items.length} total={pages.data.pages[0]?.total ?? items.length} busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />}
    </div>
  );
}

/** Nothing found: says what was too narrow, and offers to widen it. */
function NothingFound({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const { w } = useDirectoryWords();
  if (isUnfiltered(filters)) return <div className="nothing"><LostFlower /><h2>{w.empty}</h2></div>;
  return (
    <div className="nothing">
      <LostFlower />
      <h2>{filters.q ? w.nothingWords(filters.q) : w.nothing}</h2>
      <div className="nothing__ways">
        {filters.q && <button type="button" className="button button--strong" onClick={() => onChange({ ...filters, q: undefined })}>{w.noWords}</button>}
        {countChosen(filters) > 0 && <button type="button" className="button" onClick={() => onChange({ ...filters, many: {} })}>{w.noFilter}</button>}
      </div>
    </div>
  );
}
