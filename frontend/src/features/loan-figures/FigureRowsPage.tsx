import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { todayInParis } from "@/lib/dates";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { useMe } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { Loaded, NotAllowed, NothingYet } from "@/space/kit/States";
import { lendersOf, readAsked, toSearch } from "./address";
import { reportRows, type CountedBorrower, type CountedItem, type CountedLoan, type Row } from "./calls";
import { isSplit, OPENED } from "./lines";
import { formatSpanShort, useLabels } from "./useLabels";
import { useFigureWords } from "./words";
import "@/programme/figures.css";

/** What one figure was counted from. `?valeur=` keeps to one of its parts. */
export function FigureRowsPage() {
  const { w } = useFigureWords();
  const { figure } = useParams({ strict: false }) as { figure: string };
  const asked = readAsked(useSearch({ strict: false }) as Record<string, unknown>);
  const lenders = lendersOf(useMe());
  const lender = asked.lender ?? lenders[0]?.id;
  const year = asked.year ?? Number(todayInParis().slice(0, 4));
  if (!OPENED.includes(figure)) return <Page title={w.title}><NothingYet><p>{w.noFigure}</p><Back year={year} lender={lender} /></NothingYet></Page>;
  if (!lender) return <Page title={w.title}><NotAllowed /></Page>;
  return <Rows figure={figure} year={year} lender={lender} value={isSplit(figure) ? asked.value : undefined} />;
}

function Back({ year, lender }: { year: number; lender: string | undefined }) {
  const { w } = useFigureWords();
  return <Link className="button" to="/espace/prets/chiffres" search={toSearch({ year, ...(lender && { lender }) }) as never}>{w.back}</Link>;
}

function Rows({ figure, year, lender, value }: { figure: string; year: number; lender: string; value: string | undefined }) {
  const { w } = useFigureWords();
  const label = useLabels();
  const pages = useInfiniteQuery(reportRows(lender, year, figure, value));
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  // The most lent items are named by a reference: their rows tell the title.
  const part = value === undefined || !isSplit(figure) ? "" : figure === "top_items" ? rowTitle(rows) ?? value : label(figure, value);
  const title = [w.opened[figure] ?? figure, year, part].filter(Boolean).join(", ");
  return (
    <Page title={title} ready={!pages.isPending} actions={<Back year={year} lender={lender} />}>
      <Loaded query={{ ...pages, data: pages.data && rows } as never} waiting={w.loading}>
        {() => (total === 0 ? <NothingYet><p>{w.rowsNone}</p></NothingYet> : (
          <div className="figures__rows">
            <p role="status">{rows.length < total ? w.shown(rows.length, total) : w.of(total, countName(rows[0], w))}</p>
            <RowTable rows={rows} caption={title} />
            {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
          </div>
        ))}
      </Loaded>
    </Page>
  );
}

const rowTitle = (rows: readonly Row[]) => rows.find((row) => row.kind === "loan")?.title;
const countName = (row: Row | undefined, w: ReturnType<typeof useFigureWords>["w"]) => (row?.kind === "item" ? w.rowNames.item : row?.kind === "borrower" ? w.rowNames.borrower : w.rowNames.loan);

function RowTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const items = useItemColumns();
  const borrowers = useBorrowerColumns();
  const loans = useLoanColumns();
  const [first] = rows;
  if (first?.kind === "item") return <DataTable caption={caption} columns={items} rows={rows as CountedItem[]} rowKey={({ id }) => id} />;
  if (first?.kind === "borrower") return <DataTable caption={caption} columns={borrowers} rows={rows as CountedBorrower[]} rowKey={({ id }) => id} />;
  return <DataTable caption={caption} columns={loans} rows={rows as CountedLoan[]} rowKey={({ id }) => id} />;
}

function useItemColumns(): Column<CountedItem>[] {
  const { w, lang } = useFigureWords();
  const words = useLendingWords();
  return [
    { key: "title", label: w.item, cell: (row) => <Link to={"/espace/outils/$id" as string} params={{ id: row.item_id } as never}>{row.title}</Link> },
    { key: "category", label: w.category, cell: (row) => lendingWord(words, "category", row.category) },
    { key: "format", label: w.format, cell: (row) => lendingWord(words, "format", row.format) },
    { key: "added", label: w.added, cell: (row) => formatDate(row.added_on, lang) },
    { key: "loans", label: w.columns.loans, numeric: true, cell: (row) => w.number(row.loans) },
    { key: "days", label: w.columns.days, numeric: true, cell: (row) => w.number(row.days) },
  ];
}

function useBorrowerColumns(): Column<CountedBorrower>[] {
  const { w } = useFigureWords();
  const label = useLabels();
  return [
    { key: "name", label: w.borrower, cell: (row) => <Link to="/espace/structures/$id" params={{ id: row.id }}>{row.name ?? w.nameless}</Link> },
    { key: "kind", label: w.kind, cell: (row) => label("by_kind", row.borrower_kind) },
    { key: "department", label: w.department, cell: (row) => label("by_department", row.department) },
    { key: "loans", label: w.columns.loans, numeric: true, cell: (row) => w.number(row.loans) },
    { key: "days", label: w.columns.days, numeric: true, cell: (row) => w.number(row.days) },
  ];
}

function useLoanColumns(): Column<CountedLoan>[] {
  const { w, lang } = useFigureWords();
  const words = useLendingWords();
  const label = useLabels();
  return [
    { key: "loan", label: w.loan, cell: (row) => <Link to={"/espace/prets/$id" as string} params={{ id: row.id } as never}>{w.loanNumber(row.number)} · {row.title}</Link> },
    { key: "borrower", label: w.borrower, cell: (row) => <span className="figures__two"><span>{row.borrower_name ?? w.nameless}</span><span className="soft">{[label("by_kind", row.borrower_kind), label("by_department", row.department)].join(" · ")}</span></span> },
    { key: "dates", label: w.dates, cell: (row) => <span className="figures__two"><span>{formatSpanShort(row.starts_on, row.ends_on, lang)}</span><span className="soft">{lendingWord(words, "status", row.status)}</span></span> },
    { key: "answer", label: w.answer, cell: (row) => (row.satisfaction ? <span className="figures__two figures__answer"><span>{lendingWord(words, "satisfaction", row.satisfaction)}</span><span className="soft">{row.audience === null ? w.audienceUnknown : w.audience(row.audience)}</span></span> : null) },
    { key: "days", label: w.columns.days, numeric: true, cell: (row) => w.number(row.days) },
    { key: "fee", label: w.fee, numeric: true, cell: (row) => w.euros(row.fee_eur) },
  ];
}
