import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { announce } from "@/lib/announce";
import { Loaded, NothingYet } from "@/space/kit/States";
import { board, restOfColumn, type Board, type BoardColumn, type Call } from "./calls";
import { CardLine } from "./CardLine";
import { countFilters, type Filters } from "./filters";
import type { Selection } from "./useSelection";
import { useDeskWords } from "./words";

interface BoardViewProps {
  call: Call;
  filters: Filters;
  selection: Selection;
  onTotal: (total: number) => void;
  onChange: (filters: Filters) => void;
}

/** The applications by state: columns side by side, sections one under the other on a phone. */
export function BoardView({ call, filters, selection, onTotal, onChange }: BoardViewProps) {
  const { w } = useDeskWords();
  const query = useQuery(board(call.id, filters));
  const total = query.isPlaceholderData ? undefined : query.data?.total;
  useEffect(() => {
    if (total === undefined) return;
    onTotal(total);
    announce(total === 0 ? w.none : w.dossiers(total));
  }, [total, onTotal, w]);
  return (
    <Loaded query={query} waiting={w.loading}>
      {(found) => (found.total === 0
        ? <Empty filtered={countFilters(filters) > 0} />
        : (
          <>
            <Counts found={found} filters={filters} onChange={onChange} />
            {/* Scrolled by keys as well as by hand. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className="board" role="region" aria-label={w.views.tableau} tabIndex={0}>
              {found.columns.filter((column) => column.total > 0).map((column) => <Column key={`${column.name}-${column.next ?? ""}`} call={call} column={column} filters={filters} selection={selection} />)}
            </div>
          </>
        ))}
    </Loaded>
  );
}

export function Empty({ filtered }: { filtered: boolean }) {
  const { w } = useDeskWords();
  return <NothingYet>{filtered ? <p>{w.none}</p> : <><p><strong>{w.noneYet}</strong></p><p>{w.noneYetText}</p></>}</NothingYet>;
}

/** How many stand where: pressed, a count shows its applications alone. */
function Counts({ found, filters, onChange }: { found: Board; filters: Filters; onChange: (filters: Filters) => void }) {
  const { w } = useDeskWords();
  return (
    <ul role="list" className="counts" aria-label={w.state}>
      {found.columns.filter(({ name, total }) => total > 0 || filters.columns.includes(name)).map(({ name, total }) => {
        const pressed = filters.columns.includes(name);
        const columns = pressed ? filters.columns.filter((each) => each !== name) : [...filters.columns, name];
        return <li key={name}><button type="button" aria-pressed={pressed} onClick={() => onChange({ ...filters, columns })}><strong>{total}</strong> {w.columns[name]}</button></li>;
      })}
    </ul>
  );
}

interface ColumnProps {
  call: Call;
  column: BoardColumn;
  filters: Filters;
  selection: Selection;
}

function Column({ call, column, filters, selection }: ColumnProps) {
  const { w } = useDeskWords();
  const rest = useInfiniteQuery(restOfColumn(call.id, filters, column));
  const cards = [...column.items, ...(rest.data?.pages.flatMap(({ items }) => items) ?? [])];
  const left = column.total - cards.length;
  const heading = `colonne-${column.name}`;
  return (
    <section className="board__column" aria-labelledby={heading}>
      <h2 id={heading}>{w.columns[column.name]} <span className="board__total">{column.total}</span></h2>
      <ul role="list">{cards.map((card) => <CardLine key={card.id} card={card} selection={selection} />)}</ul>
      {left > 0 && (
        <Button size="xs" aria-disabled={rest.isFetching} onClick={() => void (rest.data ? rest.fetchNextPage() : rest.refetch())}>
          {left === 1 ? w.moreOne : w.more(Math.min(left, 100))}
        </Button>
      )}
    </section>
  );
}
