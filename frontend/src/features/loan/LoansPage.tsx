import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { announce } from "@/lib/announce";
import { formatSpan } from "@/lib/dates";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { hasRole, useMe } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { FeeAmount } from "@/space/loans/FeeExplained";
import { LoanFlag } from "@/space/loans/LoanFlag";
import { loanPages, type Loan } from "./calls";
import { ForwardedPart } from "./ForwardedPart";
import { isFiltered, readFilters, toSearch, type Filters } from "./filters";
import { LoansFilters } from "./LoansFilters";
import { useLoanWords } from "./words";
import "./loan.css";

/** So few loans are read without choosing among them. */
const FEW = 6;

/** What one borrows; for those who lend, every loan. What the address asks is what is shown. */
export function LoansPage() {
  const { w } = useLoanWords();
  const someone = useMe();
  const navigate = useNavigate();
  const filters = readFilters(useSearch({ strict: false }) as Record<string, unknown>);
  const isLender = hasRole(someone, "lender", "administrator");
  const pages = useInfiniteQuery(loanPages(filters));
  const loans = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = pages.data?.pages[0]?.total;
  const change = (next: Filters, replace = true) => void navigate({ to: ".", search: toSearch(next) as never, replace });
  const told = total === undefined || pages.isPlaceholderData ? "" : w.found(total);
  useEffect(() => { if (told) announce(told); }, [told]);
  const isEmpty = loans.length === 0 && !isFiltered(filters) && filters.side === "";
  // Whoever borrows now and then reads the few there are.
  const isShort = !isLender && !isFiltered(filters) && filters.side === "" && (total ?? 0) < FEW;
  return (
    <Page
      title={isLender ? w.all : w.mine} lead={<p>{isLender ? w.leadLender : w.lead}</p>}
      actions={<Link to={"/espace/prets/demandes/nouvelle" as never} className="button button--strong">{w.newRequest}</Link>}
    >
      {!isShort && <LoansFilters filters={filters} isLender={isLender} hasSides={isLender || someone.organisations.length > 0} onChange={change} />}
      <Loaded query={pages} waiting={w.looking}>
        {() => (isEmpty ? <NothingYet><p><strong>{w.noneYet}</strong></p><p>{w.noneYetText}</p><a href="/catalogue" className="button">{w.toCatalogue}</a></NothingYet> : (
          <>
            <div className="loans-head">
              <p className="soft">{told}</p>
            </div>
            {loans.length === 0 ? <NothingYet><p>{w.noneFound}</p></NothingYet> : <Table loans={loans} total={told} />}
            {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.moreLoans}</Button></div>}
          </>
        ))}
      </Loaded>
      {!isFiltered(filters) && <ForwardedPart />}
    </Page>
  );
}

function Table({ loans, total }: { loans: readonly Loan[]; total: string }) {
  return <DataTable caption={total} columns={useColumns()} rows={loans} rowKey={({ id }) => id} />;
}

function useColumns(): Column<Loan>[] {
  const { w, lang } = useLoanWords();
  return [
    {
      key: "item", label: w.item, cell: (loan) => (
        <span className="loans-name">
          <Link to={"/espace/prets/$id" as never} params={{ id: loan.id } as never}>{loan.item.title}</Link>
          <span className="soft">{[w.number(loan.number), loan.item.owner?.name && w.lentBy(loan.item.owner.name)].filter(Boolean).join(", ")}</span>
        </span>
      ),
    },
    { key: "organisation", label: w.borrower, cell: ({ organisation: { name } }) => name ?? w.anOrganisation },
    { key: "dates", label: w.when, cell: (loan) => formatSpan(loan.starts_on, loan.ends_on, lang) },
    { key: "place", label: w.whereShort, cell: ({ place_of_use: place }) => (place.commune_name ? `${place.commune_name} (${place.department})` : place.department) },
    { key: "price", label: w.price, numeric: true, cell: ({ fee }) => <FeeAmount fee={fee} /> },
    { key: "state", label: w.state, cell: (loan) => <LoanFlag loan={loan} /> },
  ];
}
