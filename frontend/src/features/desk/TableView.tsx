import { Button, Checkbox, Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { announce } from "@/lib/announce";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { Loaded } from "@/space/kit/States";
import { formatDate } from "@/space/kit/moments";
import { Empty } from "./BoardView";
import { table, type Call } from "./calls";
import { Marks, scoreText } from "./CardLine";
import { countFilters, type Card, type Filters, type Sort } from "./filters";
import type { Selection } from "./useSelection";
import { useDeskWords } from "./words";

interface TableViewProps {
  call: Call;
  filters: Filters;
  selection: Selection;
  onTotal: (total: number) => void;
}

const SORTS: readonly Sort[] = ["number", "submitted_at", "score"];

/** The applications in one list, for those who compare. */
export function TableView({ call, filters, selection, onTotal }: TableViewProps) {
  const { w } = useDeskWords();
  const [sort, setSort] = useState<Sort>("number");
  const pages = useInfiniteQuery(table(call.id, filters, sort));
  const cards = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = pages.data?.pages[0]?.total;
  useEffect(() => {
    if (total === undefined || pages.isPlaceholderData) return;
    onTotal(total);
    announce(total === 0 ? w.none : w.dossiers(total));
  }, [total, pages.isPlaceholderData, onTotal, w]);
  const columns = useColumns(selection);
  const all = cards.length > 0 && cards.every(({ id }) => selection.has(id));
  const left = (total ?? 0) - cards.length;
  return (
    <Loaded query={pages} waiting={w.loading}>
      {() => (cards.length === 0 ? <Empty filtered={countFilters(filters) > 0} /> : (
        <div className="desk__table">
          <div className="desk__bar">
            <Checkbox label={all ? w.unchooseAll : w.chooseAll} checked={all} indeterminate={!all && cards.some(({ id }) => selection.has(id))} onChange={() => selection.toggleAll(cards)} />
            <Select label={w.sort} value={sort} data={SORTS.map((value) => ({ value, label: w.sorts[value] }))} onChange={(value) => setSort((value ?? "number") as Sort)} />
          </div>
          <DataTable caption={w.dossiers(total ?? 0)} columns={columns} rows={cards} rowKey={({ id }) => id} />
          {left > 0 && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{left === 1 ? w.moreOne : w.more(Math.min(left, 100))}</Button></div>}
        </div>
      ))}
    </Loaded>
  );
}

function useColumns(selection: Selection): Column<Card>[] {
  const { w, lang } = useDeskWords();
  const euros = new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
  return [
    {
      key: "dossier", label: w.dossier, cell: (card) => (
        <span className="desk__name">
          <Checkbox aria-label={w.choose(card.number)} checked={selection.has(card.id)} onChange={() => selection.toggle(card)} />
          <span>
            <Link to="/espace/dossiers/$id" params={{ id: card.id }}>{card.number}. {card.title ?? w.untitled}</Link>
            <span className="card__marks"><Marks card={card} /></span>
          </span>
        </span>
      ),
    },
    { key: "organisation", label: w.holder, cell: (card) => card.organisation.name },
    { key: "column", label: w.state, cell: (card) => w.column[card.column] },
    { key: "commune", label: w.place, cell: (card) => card.commune?.name ?? card.department },
    { key: "asked", label: w.asked, numeric: true, cell: (card) => (card.requested_cents === null ? null : euros.format(card.requested_cents / 100)) },
    { key: "reviews", label: w.reviews, numeric: true, cell: (card) => (card.has_conflict ? w.hidden : card.reviews && card.reviews.assigned > 0 ? `${card.reviews.submitted} / ${card.reviews.assigned}` : null) },
    { key: "score", label: w.score, numeric: true, cell: (card) => (card.reviews && card.reviews.mean !== null ? scoreText(card.reviews.mean, lang) : null) },
    { key: "sent", label: w.sent, cell: (card) => (card.submitted_at ? formatDate(card.submitted_at, lang) : null) },
  ];
}
