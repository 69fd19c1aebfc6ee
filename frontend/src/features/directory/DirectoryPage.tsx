import { useInfiniteQuery, useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useId, useMemo, useRef, useState, type FormEvent } from "react";
import { announce } from "@/lib/announce";
import { usePage } from "@/lib/page";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { Sheet } from "@/ui/Sheet";
import { directoryFacets, directoryPages, openData, type DirectoryFacets } from "./directory";
import { DirectoryMap } from "./DirectoryMap";
import { EntryRow } from "./EntryRow";
import { FacetPanel } from "./FacetPanel";
import { countFacets, isUnfiltered, MANY, parseFilters, toggle, toParams, toSearch, without, type Filters } from "./filters";
import { useLabels } from "./useLabels";
import { useDirectoryWords } from "./words";
import "@/programme/listing.css";
import "@/programme/days.css";
import "@/programme/nothing.css";
import "@/programme/search.css";
import "./directory.css";

const ENDINGS = ["csv", "json", "geojson"] as const;

/** The filters in the address, and the way to change them: one entry of history per change, the page staying where it is. */
function useFilters(): [Filters, (next: Filters) => void] {
  const key = JSON.stringify(useSearch({ strict: false }));
  const navigate = useNavigate();
  const filters = useMemo(() => parseFilters(JSON.parse(key) as Record<string, unknown>), [key]);
  return [filters, (next) => void navigate({ to: "/annuaire", search: toSearch(next), resetScroll: false })];
}

/** Counts for the whole panel; a facet in which something is chosen is counted as if it were not. */
function useFacets(filters: Filters): { facets: Partial<DirectoryFacets> | undefined; isError: boolean } {
  const base = useQuery(directoryFacets(toParams(filters)));
  const chosen = MANY.filter((name) => filters.many[name]);
  const others = useQueries({ queries: chosen.map((name) => directoryFacets(toParams(without(filters, name)))) });
  if (!base.data) return { facets: undefined, isError: base.isError };
  const facets: Partial<DirectoryFacets> = { ...base.data };
  chosen.forEach((name, index) => {
    facets[name] = others[index]?.data?.[name] ?? base.data[name];
  });
  return { facets, isError: false };
}

/** Who does what where: a list, or a map. */
export function DirectoryPage() {
  const { w } = useDirectoryWords();
  const [filters, change] = useFilters();
  const { facets, isError } = useFacets(filters);
  const [sheet, setSheet] = useState(false);
  const pages = useInfiniteQuery(directoryPages(toParams(filters)));
  const total = pages.data?.pages[0]?.total;
  usePage(w.page, pages.data !== undefined || pages.isError);
  const told = total === undefined ? null : total === 0 ? w.none : w.results(total);
  const settled = told !== null && !pages.isPlaceholderData;
  useEffect(() => {
    if (settled) announce(told);
  }, [settled, told]);
  const panel = <FacetPanel filters={filters} facets={facets} isError={isError} onChange={change} />;
  const isMap = filters.view === "map";
  return (
    <div className="wrap agenda directory">
      <header className="directory__head"><h1>{w.title}</h1><p className="directory__lead">{w.lead}</p></header>
      <SearchBar filters={filters} onSearch={change} />
      <div className="agenda__columns">
        <aside className="agenda__side" aria-label={w.filterBy}>{panel}</aside>
        <div className="agenda__main">
          <div className="agenda__bar">
            <p className="total">{told ?? "\u00a0"}</p>
            <div className="switch" role="group" aria-label={w.view}>
              <button type="button" aria-pressed={!isMap} onClick={() => change({ ...filters, view: undefined })}>{w.asList}</button>
              <button type="button" aria-pressed={isMap} onClick={() => change({ ...filters, view: "map" })}>{w.asMap}</button>
            </div>
            <button type="button" className="button agenda__open" aria-haspopup="dialog" onClick={() => setSheet(true)}>
              {w.filters}{countFacets(filters) > 0 && <span className="facet__chosen">{countFacets(filters)}</span>}
            </button>
          </div>
          <Chips filters={filters} facets={facets} onChange={change} />
          {isMap && total !== 0 ? <DirectoryMap filters={filters} /> : <List filters={filters} onChange={change} />}
          <p className="directory__data">{w.openData} : {ENDINGS.map((ending) => <a key={ending} href={openData(toParams(filters), ending)} aria-label={w.openDataOf(ending.toUpperCase())}>{ending.toUpperCase()}</a>)}</p>
        </div>
      </div>
      <Sheet
        open={sheet} onClose={() => setSheet(false)} title={w.filters} closeLabel={w.close}
        footer={(
          <>
            <button type="button" className="button" onClick={() => change({ ...filters, many: {} })}>{w.clear}</button>
            <button type="button" className="button button--strong" onClick={() => setSheet(false)}>{w.show(facets?.total ?? total ?? 0)}</button>
          </>
        )}
      >
        {panel}
      </Sheet>
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

function Chips({ filters, facets, onChange }: { filters: Filters; facets: Partial<DirectoryFacets> | undefined; onChange: (next: Filters) => void }) {
  const { w } = useDirectoryWords();
  const label = useLabels(facets);
  const chips = [
    ...(filters.q ? [{ key: "q", label: `« ${filters.q} »`, next: { ...filters, q: undefined } }] : []),
    ...MANY.flatMap((name) => (filters.many[name] ?? []).map((code) => ({ key: `${name}:${code}`, label: label(name, code), next: toggle(filters, name, code) }))),
  ];
  if (chips.length === 0) return null;
  return (
    <ul role="list" className="chips" aria-label={w.active}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button type="button" className="chip" onClick={() => onChange(chip.next)} aria-label={w.remove(chip.label)}><span>{chip.label}</span><span aria-hidden="true" className="chip__cross">×</span></button>
        </li>
      ))}
      <li><button type="button" className="chip chip--all" onClick={() => onChange({ view: filters.view, many: {} })}>{w.clear}</button></li>
    </ul>
  );
}

function List({ filters, onChange }: { filters: Filters; onChange: (next: Filters) => void }) {
  const { w } = useDirectoryWords();
  const pages = useInfiniteQuery(directoryPages(toParams(filters)));
  const list = useRef<HTMLUListElement>(null);
  if (pages.isError && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.data) return <Waiting words={w.loading} />;
  const items = pages.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NothingFound filters={filters} onChange={onChange} />;
  const more = () => {
    const before = items.length;
    void pages.fetchNextPage().then(() => {
      // Focus goes to the first of those that came, once they are drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>(".entry-row__name a")[before]?.focus()));
    });
  };
  return (
    <div className="agenda__results" aria-busy={pages.isPlaceholderData} data-stale={pages.isPlaceholderData}>
      <ul role="list" className="entries" ref={list}>{items.map((each) => <EntryRow key={each.id} entry={each} />)}</ul>
      {pages.isFetchNextPageError && <Failure error={pages.error} onRetry={() => void pages.fetchNextPage()} />}
      {pages.hasNextPage && (
        <p className="more">
          <button type="button" className="button" aria-disabled={pages.isFetchingNextPage} onClick={() => { if (!pages.isFetchingNextPage) more(); }}>{pages.isFetchingNextPage ? w.moreBusy : w.more}</button>
          <span className="soft">{w.shown(items.length, pages.data.pages[0]?.total ?? items.length)}</span>
        </p>
      )}
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
        {countFacets(filters) > 0 && <button type="button" className="button" onClick={() => onChange({ ...filters, many: {} })}>{w.noFilter}</button>}
      </div>
    </div>
  );
}
