import { Button, Select, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { editions } from "@/api/queries";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { hasRole, useMe } from "@/space/kit/me";
import { Page, Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { projectPages, type ProjectLine, type Search } from "./calls";
import { InvitationsPart } from "./InvitationsPart";
import { useProjectWords } from "./words";
import "./projects.css";

const NO_SEARCH: Search = { q: "", edition: "", lifecycle: "" };

/** The labelled projects one takes part in; for the coordination, all of them. */
export function ProjectsPage() {
  const { w } = useProjectWords();
  const isCoordination = hasRole(useMe(), "coordinator", "administrator");
  const [search, setSearch] = useState(NO_SEARCH);
  const asked = useDeferredValue(search);
  const pages = useInfiniteQuery(projectPages(asked));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const isSearched = Object.values(search).some(Boolean);
  const title = isCoordination ? w.all : w.mine;
  return (
    <Page title={w.title} lead={<p>{isCoordination ? w.leadCoordination : w.lead}</p>}>
      <InvitationsPart />
      <Part title={title}>
        {isCoordination && <Filter search={search} onChange={setSearch} />}
        {pages.isPending && <Waiting words={w.looking} />}
        {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.data && isCoordination && <p className="soft" role="status">{w.found(total)}</p>}
        {pages.data && items.length === 0 && !isSearched && <NothingYet><p>{w.none}</p>{!isCoordination && <Link to="/espace/dossiers" className="button">{w.toApplications}</Link>}</NothingYet>}
        {items.length > 0 && <ul role="list" className="lines" aria-label={title}>{items.map((each) => <ProjectRow key={each.id} project={each} withHolder={isCoordination} />)}</ul>}
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Part>
    </Page>
  );
}

function Filter({ search, onChange }: { search: Search; onChange: (search: Search) => void }) {
  const { w } = useProjectWords();
  const years = useQuery(editions()).data ?? [];
  return (
    <search className="filter">
      <TextInput type="search" label={w.search} value={search.q} maxLength={200} onChange={({ currentTarget }) => onChange({ ...search, q: currentTarget.value })} />
      <Select label={w.edition} value={search.edition || null} placeholder={w.everyEdition} clearable data={years.map(({ year }) => String(year))} onChange={(edition) => onChange({ ...search, edition: edition ?? "" })} />
      <Select label={w.state} value={search.lifecycle || null} placeholder={w.everyState} clearable data={Object.entries(w.lifecycle).map(([value, label]) => ({ value, label }))} onChange={(lifecycle) => onChange({ ...search, lifecycle: lifecycle ?? "" })} />
    </search>
  );
}

function ProjectRow({ project, withHolder }: { project: ProjectLine; withHolder: boolean }) {
  const { w } = useProjectWords();
  const { id, title, edition, organisation_name: holder, lifecycle } = project;
  return (
    <li className="line">
      <div className="line__main">
        <Link to="/espace/projets/$id" params={{ id }}>{title}</Link>
        <span className="soft">{[w.ofEdition(edition), holder, !withHolder && project.allowed_actions.length === 0 && lifecycle !== "cancelled" && w.takesPart].filter(Boolean).join(" · ")}</span>
        <span className="soft">{lifecycle === "cancelled" ? project.cancelled_reason : w.counts(project)}</span>
      </div>
      <span className={lifecycle === "cancelled" ? "flag flag--stop" : "flag"}>{w.lifecycle[lifecycle]}</span>
    </li>
  );
}
