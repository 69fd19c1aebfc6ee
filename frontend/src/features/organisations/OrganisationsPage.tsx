import { Button, Select, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { territory } from "@/api/queries";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { organisationPages, ownOrganisations, type Brief, type Search } from "./calls";
import { JoinForm } from "./JoinForm";
import { useLabels } from "./OrganisationFields";
import { useOrganisationWords } from "./words";
import "./organisations.css";

/** Mine, and all the others to find one's own among them. */
export function OrganisationsPage() {
  const { w } = useOrganisationWords();
  const mine = useQuery(ownOrganisations());
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} actions={<Link to="/espace/structures/nouvelle" search={{}} className="button">{w.create}</Link>}>
      <Part title={w.mine}>
        <Loaded query={mine}>
          {(items) => (items.length === 0 ? <p>{w.mineNone}</p> : <ul role="list" className="lines" aria-label={w.mine}>{items.map((each) => <OrganisationLine key={each.id} organisation={each} />)}</ul>)}
        </Loaded>
      </Part>
      <Directory />
    </Page>
  );
}

function Directory() {
  const { w } = useOrganisationWords();
  const labels = useLabels();
  const region = useQuery(territory());
  const navigate = useNavigate();
  const asked = useSearch({ strict: false }) as Partial<Search>;
  const [search, setSearch] = useState<Search>({ q: asked.q ?? "", kind: asked.kind ?? "", department: asked.department ?? "" });
  const pages = useInfiniteQuery(organisationPages(useDeferredValue(search)));
  const total = pages.data?.pages[0]?.total ?? 0;
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const change = (part: Partial<Search>) => {
    const next = { ...search, ...part };
    setSearch(next);
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value));
    void navigate({ to: "/espace/structures", search: kept as never, replace: true, resetScroll: false });
  };
  return (
    <Part title={w.directory}>
      <form className="filter" role="search" aria-label={w.directory} onSubmit={(event) => event.preventDefault()}>
        <TextInput label={w.search} type="search" value={search.q} maxLength={200} onChange={({ currentTarget }) => change({ q: currentTarget.value })} />
        <Select label={w.kind} value={search.kind} data={[{ value: "", label: w.anyKind }, ...labels.of("items")]} onChange={(kind) => change({ kind: kind ?? "" })} />
        <Select
          label={w.department} value={search.department} onChange={(department) => change({ department: department ?? "" })}
          data={[{ value: "", label: w.anyDepartment }, ...(region.data?.departments ?? []).map(({ code, name }) => ({ value: code, label: name }))]}
        />
      </form>
      {pages.isPending && <Waiting words={w.looking} />}
      {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.data && total === 0 && (
        <NothingYet>
          <p>{w.nothing(search.q.trim())}</p>
          <Link to="/espace/structures/nouvelle" search={(search.q.trim() ? { nom: search.q.trim() } : {}) as never} className="button">{w.createIt(search.q.trim())}</Link>
        </NothingYet>
      )}
      {items.length > 0 && (
        <>
          <p className="soft" role="status">{w.found(total)}</p>
          <ul role="list" className="lines" aria-label={w.directory}>{items.map((each) => <OrganisationLine key={each.id} organisation={each} joinable />)}</ul>
          {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
        </>
      )}
    </Part>
  );
}

function OrganisationLine({ organisation, joinable = false }: { organisation: Brief; joinable?: boolean }) {
  const { w } = useOrganisationWords();
  const labels = useLabels();
  const [joining, setJoining] = useState(false);
  const { id, name, kind, commune_name: commune, department, role, unadministered_since: orphan } = organisation;
  const place = commune ? (department ? `${commune} (${department})` : commune) : null;
  return (
    <li className="line">
      <div className="line__main">
        <Link to="/espace/structures/$id" params={{ id }}>{name}</Link>
        <span className="soft">{[labels.name("items", kind), place].filter(Boolean).join(" · ")}</span>
      </div>
      {orphan && <span className="word">{w.orphan}</span>}
      {role && <span className="flag">{w.role[role]}</span>}
      {joinable && !role && !joining && <div className="line__actions"><Button size="xs" aria-label={w.joinOf(name)} onClick={() => setJoining(true)}>{w.join}</Button></div>}
      {joining && <div className="line__below"><JoinForm id={id} name={name} onCancel={() => setJoining(false)} onDone={() => setJoining(false)} /></div>}
    </li>
  );
}
