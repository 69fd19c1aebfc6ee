import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { announce } from "@/lib/announce";
import { usePage } from "@/lib/page";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { Sheet } from "@/ui/Sheet";
import { ActiveFilters } from "./ActiveFilters";
import { cataloguePages, type Card } from "./catalogue";
import { FacetPanel } from "./FacetPanel";
import { countFacets, isUnfiltered, parseFilters, toParams, toSearch, type Filters } from "./filters";
import { ItemTile } from "./ItemTile";
import { SearchBar } from "./SearchBar";
import { useFacets } from "./useFacets";
import { useCatalogueWords } from "./words";
import "@/programme/listing.css";
import "@/programme/days.css";
import "@/programme/nothing.css";
import "./catalogue.css";

/** The filters in the address, and the way to change them: one entry of history per change, the page staying where it is. */
function useFilters(): [Filters, (next: Filters) => void] {
  const key = JSON.stringify(useSearch({ strict: false }));
  const navigate = useNavigate();
  const filters = useMemo(() => parseFilters(JSON.parse(key) as Record<string, unknown>), [key]);
  const change = useCallback((next: Filters) => void navigate({ to: "/catalogue", search: toSearch(next), resetScroll: false }), [navigate]);
  return [filters, change];
}

/** Everything that is lent, on one shelf. */
export function CataloguePage() {
  const { w } = useCatalogueWords();
  const [filters, change] = useFilters();
  const { facets, isError } = useFacets(filters);
  const [sheet, setSheet] = useState(false);
  const pages = useInfiniteQuery(cataloguePages(toParams(filters)));
  const total = pages.data?.pages[0]?.total;
  usePage(w.page, pages.data !== undefined || pages.isError);
  const settled = total !== undefined && !pages.isPlaceholderData;
  const told = total === undefined ? null : total === 0 ? w.resultsNone : w.results(total);
  useEffect(() => {
    if (settled && told !== null) announce(told);
  }, [settled, told]);
  const panel = <FacetPanel filters={filters} facets={facets} isError={isError} onChange={change} />;
  return (
    <div className="wrap agenda catalogue">
      <header className="catalogue__head">
        <h1>{w.title}</h1>
        <p className="catalogue__lead">{w.lead}</p>
      </header>
      <SearchBar filters={filters} onSearch={change} />
      <div className="agenda__columns">
        <aside className="agenda__side" aria-label={w.filterBy}>{panel}</aside>
        <div className="agenda__main">
          <div className="agenda__bar">
            <p className="total">{told ?? "\u00a0"}</p>
            <button type="button" className="button agenda__open" aria-haspopup="dialog" onClick={() => setSheet(true)}>
              {w.filters}{countFacets(filters) > 0 && <span className="facet__chosen">{countFacets(filters)}</span>}
            </button>
          </div>
          <ActiveFilters filters={filters} facets={facets} onChange={change} />
          <Shelf filters={filters} onChange={change} />
          <p className="catalogue__editions"><Link to="/catalogue/editions">{w.editions}</Link></p>
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

interface ShelfProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** The list in all its states. It reads the same cached answer as the page around it. */
function Shelf({ filters, onChange }: ShelfProps) {
  const { w } = useCatalogueWords();
  const pages = useInfiniteQuery(cataloguePages(toParams(filters)));
  const shown = useDeferredValue(pages.data);
  const list = useRef<HTMLUListElement>(null);
  const dates = useMemo(() => ({ starts_on: filters.available_from, ends_on: filters.available_to }), [filters.available_from, filters.available_to]);
  if (pages.isError && !pages.data) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!shown) return <Waiting words={w.loading} />;
  const items: Card[] = shown.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NothingFound filters={filters} onChange={onChange} />;
  const more = () => {
    const before = items.length;
    void pages.fetchNextPage().then(() => {
      // Focus goes to the first of those that came, once they are drawn.
      requestAnimationFrame(() => requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>(".tile__title a")[before]?.focus()));
    });
  };
  return (
    <div className="agenda__results" aria-busy={pages.isPlaceholderData} data-stale={pages.isPlaceholderData}>
      <ul role="list" className="shelf" ref={list}>{items.map((item) => <ItemTile key={item.id} item={item} dates={dates} />)}</ul>
      {pages.isFetchNextPageError && <Failure error={pages.error} onRetry={() => void pages.fetchNextPage()} />}
      {pages.hasNextPage && (
        <p className="more">
          <button type="button" className="button" aria-disabled={pages.isFetchingNextPage} onClick={() => { if (!pages.isFetchingNextPage) more(); }}>{pages.isFetchingNextPage ? w.moreBusy : w.more}</button>
          <span className="soft">{w.shown(items.length, shown.pages[0]?.total ?? items.length)}</span>
        </p>
      )}
    </div>
  );
}

/** Nothing found: says what was too narrow, and offers to widen it. */
function NothingFound({ filters, onChange }: ShelfProps) {
  const { w } = useCatalogueWords();
  const { q, available_from: from } = filters;
  const n = w.nothing;
  if (isUnfiltered(filters)) return <div className="nothing"><LostFlower /><h2>{n.empty}</h2></div>;
  return (
    <div className="nothing">
      <LostFlower />
      <h2>{from ? n.dates : q ? n.words(q) : n.filters}</h2>
      <div className="nothing__ways">
        {from && <button type="button" className="button button--strong" onClick={() => onChange({ ...filters, available_from: undefined, available_to: undefined })}>{n.noDates}</button>}
        {countFacets(filters) > 0 && <button type="button" className="button" onClick={() => onChange({ ...filters, many: {} })}>{n.noFilter}</button>}
        {q && <button type="button" className="button" onClick={() => onChange({ ...filters, q: undefined })}>{n.noWords}</button>}
      </div>
    </div>
  );
}
