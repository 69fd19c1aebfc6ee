import { Button, Select, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { Page } from "@/space/kit/Page";
import type { Role } from "@/space/kit/me";
import { NothingYet } from "@/space/kit/States";
import { accountPages, type Account } from "./calls";
import { Pages } from "./Pages";
import { useAdministrationWords } from "./words";

/** Everyone who has an account, and the roles that they hold. */
export function PeoplePage() {
  const { w } = useAdministrationWords();
  const [search, setSearch] = useState({ q: "", role: "" });
  const pages = useInfiniteQuery(accountPages(useDeferredValue(search)));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={w.people} lead={<p>{w.peopleLead}</p>}>
      <form className="filter filter--two" role="search" aria-label={w.people} onSubmit={(event) => event.preventDefault()}>
        <TextInput label={w.search} type="search" value={search.q} maxLength={200} onChange={({ currentTarget }) => setSearch({ ...search, q: currentTarget.value })} />
        <Select label={w.role} value={search.role} data={[{ value: "", label: w.anyRole }, ...Object.entries(w.roles).map(([value, label]) => ({ value, label }))]} onChange={(role) => setSearch({ ...search, role: role ?? "" })} />
      </form>
      <Pages query={pages} waiting={w.loading}>
        {items.length === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : <ul role="list" className="lines" aria-label={w.people}>{items.map((account) => <AccountLine key={account.id} account={account} />)}</ul>}
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Pages>
    </Page>
  );
}

function AccountLine({ account: { id, name, email, roles, suspended_at: suspended, is_demo: isDemo } }: { account: Account }) {
  const { w } = useAdministrationWords();
  return (
    <li className="line">
      <div className="line__main">
        <Link to="/espace/administration/personnes/$id" params={{ id }}>{name}</Link>
        <span className="soft">{[email, isDemo && w.demo].filter(Boolean).join(" · ")}</span>
      </div>
      <div className="line__actions">
        {suspended && <span className="flag flag--stop">{w.suspended}</span>}
        {roles.map((role) => <span key={role} className="flag">{w.roles[role as Role]}</span>)}
      </div>
    </li>
  );
}
