import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Page } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { BoardView } from "./BoardView";
import { BulkDialogue } from "./BulkDialogue";
import { calls, type Call } from "./calls";
import { CoverageView } from "./CoverageView";
import { ExportLinks } from "./ExportLinks";
import { FilterBar } from "./FilterBar";
import { readFilters, readView, toSearch, VIEWS, type Filters, type View } from "./filters";
import { LoadView } from "./LoadView";
import { SelectionBar } from "./SelectionBar";
import { TableView } from "./TableView";
import { useSelection } from "./useSelection";
import { useDeskWords } from "./words";
import "./desk.css";

/** The coordination's desk: a call's applications by state, as a list, on a map, and by day. */
export function DeskPage() {
  const { w } = useDeskWords();
  const query = useQuery(calls());
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <Loaded query={query} waiting={w.loading}>
        {(found) => (found.length === 0
          ? <NothingYet><p><strong>{w.noCall}</strong></p><p>{w.noCallText}</p><Link to="/espace/appels" className="button">{w.toCalls}</Link></NothingYet>
          : <Desk calls={found} />)}
      </Loaded>
    </Page>
  );
}

/** A call by its title, which mostly says the year already. */
function nameOf(title: string, year: number): string {
  return title.includes(String(year)) ? title : `${title} (${year})`;
}

function useAddress() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const filters = readFilters(search);
  const view = readView(search);
  const call = typeof search.appel === "string" ? search.appel : undefined;
  const go = (next: { call?: string | undefined; view?: View; filters?: Filters }, replace = false) => void navigate({
    to: "/espace/coordination", replace, resetScroll: false,
    search: { appel: next.call ?? call, vue: (next.view ?? view) === "tableau" ? undefined : next.view ?? view, ...toSearch(next.filters ?? filters) } as never,
  });
  return { call, view, filters, go };
}

function Desk({ calls: all }: { calls: readonly Call[] }) {
  const { w } = useDeskWords();
  const { call: asked, view, filters, go } = useAddress();
  const call = all.find(({ id }) => id === asked) ?? all[0]!;
  const selection = useSelection(call.id);
  const [acting, setActing] = useState(false);
  const [total, setTotal] = useState<number | null>(null);
  return (
    <>
      <div className="desk__top">
        <Select
          label={w.call} value={call.id} data={all.map(({ id, title, edition }) => ({ value: id, label: nameOf(title, edition.year) }))}
          onChange={(id) => id && go({ call: id })} searchable={all.length > 8}
        />
        <div className="desk__views" role="group" aria-label={w.view}>
          {VIEWS.map((each) => <button key={each} type="button" aria-pressed={each === view} onClick={() => go({ view: each })}>{w.views[each]}</button>)}
        </div>
      </div>
      {view !== "calendrier" && <FilterBar key={call.id} call={call} filters={filters} onChange={(next, replace) => go({ filters: next }, replace)} />}
      {view === "tableau" && <BoardView call={call} filters={filters} selection={selection} onTotal={setTotal} onChange={(next) => go({ filters: next })} />}
      {view === "liste" && <TableView call={call} filters={filters} selection={selection} onTotal={setTotal} />}
      {view === "carte" && <CoverageView call={call} filters={filters} />}
      {view === "calendrier" && <LoadView call={call.id} year={call.edition.year} />}
      {(view === "tableau" || view === "liste") && total !== null && total > 0 && <ExportLinks call={call.id} filters={filters} total={total} />}
      <SelectionBar selection={selection} onAct={() => setActing(true)} />
      <BulkDialogue call={call} cards={selection.cards} opened={acting} onClose={() => setActing(false)} onDone={selection.clear} />
    </>
  );
}
