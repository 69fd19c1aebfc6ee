import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { todayInParis } from "@/lib/dates";
import { memberWord, useMemberWords } from "@/programme/memberWords";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { formatDate } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { memberReportRows, type Breakdown, type Row } from "./calls";
import { BREAKDOWNS, OPENED, readAsked, toSearch } from "./lines";
import { useLabels } from "./useLabels";
import { useFigureWords } from "./words";
import "@/programme/figures.css";

type Of<Kind extends Row["kind"]> = Extract<Row, { kind: Kind }>;

/** What one figure was counted from. `?valeur=` keeps to one of its parts. */
export function FigureRowsPage() {
  const { w } = useFigureWords();
  const { figure } = useParams({ strict: false }) as { figure: string };
  const asked = readAsked(useSearch({ strict: false }) as Record<string, unknown>);
  const year = asked.year ?? Number(todayInParis().slice(0, 4));
  if (!OPENED.includes(figure)) return <Page title={w.title}><NothingYet><p>{w.noFigure}</p><Back year={year} /></NothingYet></Page>;
  return <Rows figure={figure} year={year} value={asked.value} />;
}

function Back({ year }: { year: number }) {
  const { w } = useFigureWords();
  return <Link className="button" to="/espace/association/chiffres" search={toSearch({ year }) as never}>{w.back}</Link>;
}

function Rows({ figure, year, value }: { figure: string; year: number; value: string | undefined }) {
  const { w } = useFigureWords();
  const label = useLabels();
  const words = useMemberWords();
  const pages = useInfiniteQuery(memberReportRows(year, figure, value));
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const part = !value ? "" : BREAKDOWNS.some((each) => each === figure) ? label(figure as Breakdown, value) : memberWord(words, figure === "departures" ? "ended_as" : "member", value);
  const title = [w.opened[figure] ?? figure, year, part].filter(Boolean).join(", ");
  return (
    <Page title={title} ready={!pages.isPending} actions={<Back year={year} />}>
      <Loaded query={{ ...pages, data: pages.data && rows } as never} waiting={w.loading}>
        {() => (total === 0 ? <NothingYet><p>{w.rowsNone}</p></NothingYet> : (
          <div className="figures__rows">
            <p role="status">{rows.length < total ? w.shown(rows.length, total) : w.of(total)}</p>
            <RowTable rows={rows} caption={title} />
            {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
          </div>
        ))}
      </Loaded>
    </Page>
  );
}

function RowTable({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const columns = useColumns();
  const [first] = rows;
  if (!first) return null;
  return <DataTable caption={caption} columns={columns[first.kind] as Column<Row>[]} rows={rows} rowKey={({ id }) => id} />;
}

/** The columns of each kind of row. */
function useColumns(): { [Kind in Row["kind"]]: Column<Of<Kind>>[] } {
  const { w, lang } = useFigureWords();
  const label = useLabels();
  const words = useMemberWords();
  const day = (date: string | null): ReactNode => (date ? formatDate(date, lang) : null);
  const who = ({ member_id: id, name }: { member_id: string; name: string | null }) => <Link to="/espace/adherents/$id" params={{ id }}>{name ?? w.nameless}</Link>;
  const { head } = w;
  return {
    member: [
      { key: "name", label: head.name, cell: who },
      { key: "college", label: head.college, cell: ({ college }) => memberWord(words, "college", college) },
      { key: "kind", label: head.kind, cell: (row) => <span className="figures__two"><span>{label("by_kind", row.organisation_kind)}</span><span className="soft">{label("by_department", row.department)}</span></span> },
      { key: "since", label: head.since, cell: (row) => day(row.began_on) },
      { key: "left", label: head.left, cell: (row) => row.ended_on && <span className="figures__two"><span>{day(row.ended_on)}</span><span className="soft">{row.ended_as && memberWord(words, "ended_as", row.ended_as)}</span></span> },
    ],
    fee: [
      { key: "name", label: head.name, cell: who },
      { key: "amount", label: head.amount, numeric: true, cell: (row) => w.euros(row.amount_eur) },
      { key: "received", label: head.received, numeric: true, cell: (row) => w.euros(row.received_eur) },
      { key: "remaining", label: head.remaining, numeric: true, cell: (row) => w.euros(row.remaining_eur) },
      { key: "due", label: head.due, cell: (row) => day(row.due_on) },
    ],
    payment: [
      { key: "name", label: head.name, cell: who },
      { key: "on", label: head.on, cell: (row) => day(row.received_on) },
      { key: "year", label: head.year, cell: (row) => String(row.fee_year) },
      { key: "received", label: head.received, numeric: true, cell: (row) => w.euros(row.amount_eur) },
    ],
    seat: [
      { key: "post", label: head.post, cell: (row) => String(row.post_number) },
      { key: "name", label: head.name, cell: who },
      { key: "group", label: head.group, cell: (row) => String(row.renewal_group) },
      { key: "since", label: head.since, cell: (row) => day(row.began_on) },
      { key: "until", label: head.until, cell: (row) => day(row.expected_end_on) },
    ],
    office: [
      { key: "role", label: head.role, cell: (row) => memberWord(words, "office", row.role) },
      { key: "name", label: head.name, cell: who },
      { key: "since", label: head.since, cell: (row) => day(row.began_on) },
      { key: "until", label: head.until, cell: (row) => day(row.expected_end_on) },
    ],
    meeting: [
      { key: "meeting", label: head.meeting, cell: (row) => <Link to={"/espace/reunions/$id" as string} params={{ id: row.id } as never}>{row.title}</Link> },
      { key: "body", label: head.body, cell: (row) => memberWord(words, "body", row.body) },
      { key: "held", label: head.held, cell: (row) => day(row.held_on) },
    ],
  };
}
