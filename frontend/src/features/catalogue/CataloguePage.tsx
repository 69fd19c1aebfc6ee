import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useMemo, useRef } from "react";
import { usePage } from "@/lib/page";
import { countChosen } from "@/programme/faceted";
import { Listing } from "@/programme/Listing";
import { MoreButton } from "@/programme/MoreButton";
import { useFacets } from "@/programme/useFacets";
import { useFilters } from "@/programme/useFilters";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { ActiveFilters } from "./ActiveFilters";
import { catalogueFacets, cataloguePages, type Card } from "./catalogue";
import { FacetPanel } from "./FacetPanel";
import { isUnfiltered, MANY, parseFilters, toParams, toSearch, type Filters } from "./filters";
import { ItemTile } from "./ItemTile";
import { SearchBar } from "./SearchBar";
import { useCatalogueWords } from "./words";
import "@/programme/days.css";
import "@/programme/nothing.css";
import "./catalogue.css";

const ADDRESS = { page: "/catalogue", parse: parseFilters, toSearch } as const;
const counts = (filters: Filters) => catalogueFacets(toParams(filters));

/** Everything that is lent, on one shelf. */
export function CataloguePage() {
  const { w } = useCatalogueWords();
  const [filters, change] = useFilters(ADDRESS);
  const { facets, isError } = useFacets(filters, MANY, counts);
  const pages = useInfiniteQuery(cataloguePages(toParams(filters)));
  const total = pages.data?.pages[0]?.total;
  usePage(w.page, pages.data !== undefined || pages.isError);
  const told = total === undefined ? null : total === 0 ? w.resultsNone : w.results(total);
  return (
    <div className="wrap agenda catalogue">
      <header className="catalogue__head">
        <h1>{w.title}</h1>
        <p className="catalogue__lead">{w.lead}</p>
      </header>
      <SearchBar filters={filters} onSearch={change} />
      <Listing
        panel={<FacetPanel filters={filters} facets={facets} isError={isError} onChange={change} />} label={w.filterBy} told={told} isSettled={!pages.isPlaceholderData}
        chosen={countChosen(filters)} show={w.show(facets?.total ?? total ?? 0)} onClear={() => change({ ...filters, many: {} })}
      >
        <ActiveFilters filters={filters} facets={facets} onChange={change} />
        <Shelf filters={filters} onChange={change} />
        <p className="catalogue__editions"><Link to="/catalogue/editions">{w.editions}</Link></p>
      </Listing>
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
  return (
    <div className="agenda__results" aria-busy={pages.isPlaceholderData} data-stale={pages.isPlaceholderData}>
      <ul role="list" className="shelf" ref={list}>{items.map((item) => <ItemTile key={item.id} item={item} dates={dates} />)}</ul>
      {pages.isFetchNextPageError && <Failure error={pages.error} onRetry={() => void pages.fetchNextPage()} />}
      {pages.hasNextPage && <MoreButton list={list} links=".tile__title a" shown={items.length} total={shown.pages[0]?.total ?? items.length} busy={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />}
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
        {countChosen(filters) > 0 && <button type="button" className="button" onClick={() => onChange({ ...filters, many: {} })}>{n.noFilter}</button>}
        {q && <button type="button" className="button" onClick={() => onChange({ ...filters, q: undefined })}>{n.noWords}</button>}
      </div>
    </div>
  );
}
