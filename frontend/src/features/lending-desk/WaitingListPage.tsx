import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { formatSpan } from "@/lib/dates";
import type { Lang } from "@/lib/i18n";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { formatMoment, formatSince } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { openLoans, type Loan } from "./calls";
import { waitingList } from "@/space/loans/sorting-out";
import { useDeskWords } from "./deskWords";

/** Who waits for what: by item, the first that comes first. */
export function WaitingListPage() {
  const { w } = useDeskWords();
  const query = useQuery({ ...openLoans(), staleTime: 15_000 });
  return (
    <Page title={w.waitingTitle} lead={<p>{w.waitingLead}</p>} actions={<Link className="button" to={"/espace/prets/comptoir" as never}>{w.toDesk}</Link>}>
      <Loaded query={query} waiting={w.loading}>{({ items }) => <List loans={waitingList(items)} />}</Loaded>
    </Page>
  );
}

function List({ loans }: { loans: Loan[] }) {
  const { w, lang } = useDeskWords();
  if (loans.length === 0) return <NothingYet><p><strong>{w.waitingNone}</strong><br />{w.waitingNoneText}</p></NothingYet>;
  return <DataTable caption={w.waitingTitle} rows={loans} rowKey={({ id }) => id} columns={columnsOf(w, lang)} />;
}

type Words = ReturnType<typeof useDeskWords>["w"];

const columnsOf = (w: Words, lang: Lang): Column<Loan>[] => [
  { key: "item", label: w.item, cell: ({ id, item }) => <Link to={`/espace/prets/${id}` as never}>{item.title}</Link> },
  { key: "who", label: w.who, cell: ({ organisation }) => organisation.name ?? w.someone },
  { key: "wanted", label: w.wanted, cell: (loan) => formatSpan(loan.starts_on, loan.ends_on, lang) },
  { key: "since", label: w.since, cell: ({ waiting, hold }) => (waiting ? formatSince(waiting.since, lang) : hold ? w.offered(formatMoment(hold.until, lang)) : "") },
  { key: "place", label: w.place, numeric: true, cell: ({ waiting }) => waiting?.place ?? "" },
  { key: "actions", label: w.actions, actions: true, cell: ({ id, item, organisation }) => <Link className="button" to={`/espace/prets/${id}/accord` as never} aria-label={w.seeOf(item.title, organisation.name ?? w.someone)}>{w.see}</Link> },
];
