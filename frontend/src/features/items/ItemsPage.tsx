import { Button, Select, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { todayInParis } from "@/lib/dates";
import { lenderKey, lenders } from "@/programme/lenders";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { hasRole, useMe } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { FILTERS, itemPages, type ItemLine, type Search } from "./calls";
import { Stranger } from "./Stranger";
import { useItemWords } from "./words";
import "./items.css";

/** What one lends: everything for the agency's lenders, their own for others. */
export function ItemsPage() {
  const { w } = useItemWords();
  const someone = useMe();
  const isLender = hasRole(someone, "lender", "administrator");
  if (!isLender && someone.organisations.length === 0) {
    return <Page title={w.title}><Stranger /></Page>;
  }
  return (
    <Page title={w.title} lead={<p>{isLender ? w.lead : w.leadOwn}</p>} actions={<Link to={"/espace/outils/nouveau" as string} className="button button--strong">{w.add}</Link>}>
      <Items />
    </Page>
  );
}

function Items() {
  const { w } = useItemWords();
  const { search, change, clear } = useItemSearch();
  const pages = useInfiniteQuery(itemPages(useDeferredValue(search)));
  const total = pages.data?.pages[0]?.total ?? 0;
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const isNarrowed = FILTERS.some((name) => search[name]);
  return (
    <div className="items">
      <Filter search={search} onChange={change} />
      {pages.isPending && <Waiting words={w.looking} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && (total > 0 || isNarrowed) && <p className="soft" role="status">{w.found(total)}</p>}
      {pages.data && total === 0 && (
        <NothingYet>
          {isNarrowed ? <><p>{w.nothing}</p><Button onClick={clear}>{w.clear}</Button></> : <><p><strong>{w.none}</strong></p><p>{w.noneHow}</p></>}
        </NothingYet>
      )}
      {items.length > 0 && <ItemTable items={items} />}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </div>
  );
}

const options = (labels: Record<string, string>, any: string) => [{ value: "", label: any }, ...Object.entries(labels).map(([value, label]) => ({ value, label }))];

/** What the list is narrowed to; the address keeps it. */
function useItemSearch() {
  const navigate = useNavigate();
  const asked = useSearch({ strict: false }) as Partial<Search>;
  const [search, setSearch] = useState<Search>(() => Object.fromEntries(FILTERS.map((name) => [name, asked[name] ?? ""])) as Search);
  const set = (next: Search) => {
    setSearch(next);
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value));
    void navigate({ to: "/espace/outils" as string, search: kept as never, replace: true, resetScroll: false });
  };
  return { search, change: (part: Partial<Search>) => set({ ...search, ...part }), clear: () => set(Object.fromEntries(FILTERS.map((name) => [name, ""])) as Search) };
}

function Filter({ search, onChange }: { search: Search; onChange: (part: Partial<Search>) => void }) {
  const { w } = useItemWords();
  const words = useLendingWords();
  const known = useQuery(lenders()).data ?? [];
  return (
    <form className="filter items__filter" role="search" aria-label={w.filter} onSubmit={(event) => event.preventDefault()}>
      <TextInput label={w.search} type="search" value={search.q} maxLength={200} onChange={({ currentTarget }) => onChange({ q: currentTarget.value })} />
      {known.length > 1 && (
        <Select
          label={w.owner} value={search.owner} searchable maxDropdownHeight={320} onChange={(owner) => onChange({ owner: owner ?? "" })}
          data={[{ value: "", label: w.anyOwner }, ...known.map(({ lender }) => ({ value: lenderKey(lender), label: lender.name }))]}
        />
      )}
      <Select label={w.category} value={search.category} data={options(words.category, w.anyCategory)} onChange={(category) => onChange({ category: category ?? "" })} />
      <Select label={w.publication} value={search.publication} data={options(words.publication, w.anyPublication)} onChange={(publication) => onChange({ publication: publication ?? "" })} />
      <Select label={w.retired} value={search.retired} data={options({ false: w.lentOnly, true: w.retiredOnly }, w.anyRetired)} onChange={(retired) => onChange({ retired: retired ?? "" })} />
    </form>
  );
}

function ItemTable({ items }: { items: readonly ItemLine[] }) {
  const { w } = useItemWords();
  const words = useLendingWords();
  const isOfOne = new Set(items.map(({ owner }) => owner.id)).size === 1;
  const columns: Column<ItemLine>[] = [
    { key: "title", label: w.name, cell: titleLink },
    ...(isOfOne ? [] : [{ key: "owner", label: w.owner, cell: ({ owner }: ItemLine) => owner.name }]),
    { key: "category", label: w.category, cell: ({ category }) => lendingWord(words, "category", category) },
    { key: "formats", label: w.formats, cell: ({ formats }) => formats.map((format) => lendingWord(words, "format", format)).join(", ") },
    { key: "units", label: w.units, numeric: true, cell: ({ units }) => units },
    { key: "publication", label: w.state, cell: stateOf },
  ];
  return <DataTable caption={w.title} columns={columns} rows={items} rowKey={({ id }) => id} />;
}

const titleLink = ({ id, title }: ItemLine) => <Link to={"/espace/outils/$id" as string} params={{ id } as never}>{title}</Link>;
const stateOf = (line: ItemLine) => <State line={line} />;

export function State({ line: { publication, retired_on: retired } }: { line: Pick<ItemLine, "publication" | "retired_on"> }) {
  const { w, lang } = useItemWords();
  const words = useLendingWords();
  return (
    <span className="items__state">
      <span className={publication === "published" ? "word" : "flag"}>{lendingWord(words, "publication", publication)}</span>
      {retired && <span className="soft">{retired <= todayInParis() ? w.retiredSince(formatDate(retired, lang)) : w.retiresOn(formatDate(retired, lang))}</span>}
    </span>
  );
}
