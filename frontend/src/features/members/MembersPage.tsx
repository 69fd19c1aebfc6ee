import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { announce } from "@/lib/announce";
import { formatDay } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { hasRole, useMe } from "@/space/kit/me";
import { Page } from "@/space/kit/Page";
import { Loaded, NotAllowed, NothingYet } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { memberPages, tableOf, type Listed } from "./calls";
import { isFiltered, readFilters, toSearch, type Filters } from "./filters";
import { MembersFilters } from "./MembersFilters";
import { NewMemberForm } from "./NewMemberForm";
import { useMembersWords } from "./words";
import "./members.css";

/** The members of the association, today or on a day; what the address asks is what is shown. */
export function MembersPage() {
  const { w } = useMembersWords();
  const reads = hasRole(useMe(), "secretary", "treasurer", "administrator");
  return reads ? <Members /> : <Page title={w.title}><NotAllowed /></Page>;
}

function Members() {
  const { w, lang } = useMembersWords();
  const navigate = useNavigate();
  const filters = readFilters(useSearch({ strict: false }) as Record<string, unknown>);
  const pages = useInfiniteQuery(memberPages(filters));
  const members = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const total = pages.data?.pages[0]?.total;
  const change = (next: Filters, replace = true) => void navigate({ to: ".", search: toSearch(next) as never, replace });
  const told = total === undefined || pages.isPlaceholderData ? "" : filters.on ? w.foundOn(total, formatDay(filters.on, lang, { weekday: false, year: true })) : w.found(total);
  useEffect(() => { if (told) announce(told); }, [told]);
  const { open, show, close, button } = useUnfolded();
  const enters = hasRole(useMe(), "secretary", "administrator");
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} actions={enters && !open ? <Button ref={button} variant="filled" onClick={show}>{w.add}</Button> : undefined}>
      {open && <NewMemberForm onClose={close} onEntered={(id) => void navigate({ to: "/espace/adherents/$id" as never, params: { id } as never })} />}
      <MembersFilters filters={filters} onChange={change} />
      <Loaded query={pages} waiting={w.loading}>
        {() => (
          <>
            <div className="members-head">
              <p className="soft">{told}</p>
              <p><a href={tableOf(filters, "csv")} download>{w.csv}</a>{" · "}<a href={tableOf(filters, "xlsx")} download>{w.xlsx}</a></p>
            </div>
            {members.length === 0
              ? <NothingYet><p>{isFiltered(filters) ? w.none : w.noneYet}</p></NothingYet>
              : <Table members={members} caption={told} />}
            {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Table({ members, caption }: { members: readonly Listed[]; caption: string }) {
  return <DataTable caption={caption} columns={useColumns()} rows={members} rowKey={({ id }) => id} />;
}

function useColumns(): Column<Listed>[] {
  const { w, lang } = useMembersWords();
  const words = useMemberWords();
  const day = (text: string) => formatDay(text, lang, { weekday: false, year: true });
  return [
    {
      key: "name", label: w.name, cell: (member) => (
        <span className="members-name">
          <Link to={"/espace/adherents/$id" as never} params={{ id: member.id } as never}>{member.name}</Link>
          <span className="soft">{[w.number(member.number), words.member[member.kind], member.commune_name && `${member.commune_name} (${member.department})`].filter(Boolean).join(", ")}</span>
        </span>
      ),
    },
    { key: "college", label: w.college, cell: ({ college }) => college && words.college[college] },
    { key: "representative", label: w.representative, cell: ({ kind, representative }) => (kind === "natural" ? "—" : representative?.name ?? <span className="soft">{w.nobody}</span>) },
    { key: "since", label: w.since, cell: ({ since }) => (since ? day(since) : "—") },
    { key: "state", label: w.state, cell: (member) => (member.is_member ? (member.is_up_to_date ? w.upToDate : w.late) : member.ended_as && member.ended_on && w.left(words.ended_as[member.ended_as], day(member.ended_on))) },
  ];
}
