import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { DataTable, type Column, type Sorting } from "@/space/kit/DataTable";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { nextSorting } from "@/space/kit/sorting";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { RECOMMENDATIONS } from "../calls";
import { figure } from "../words";
import { progress, type Call, type DossierProgress, type MemberProgress, type Progress } from "./calls";
import { RemindForm } from "./RemindForm";
import { arranged, isDescendingFirst, owing, SHOWN, SORTS, type Shown } from "./table";
import { useInstructionWords } from "./words";

interface ProgressPartProps {
  call: Call;
  onOpen: (id: string) => void;
}

/** How far the committee is: all together, by person, and by application with its scores. */
export function ProgressPart({ call, onOpen }: ProgressPartProps) {
  const { w } = useInstructionWords();
  const query = useQuery(progress(call.id));
  return (
    <Loaded query={query} waiting={w.loading}>
      {(found) => (
        <>
          {found.items.length > 0 && <Totals totals={found.totals} />}
          <PeoplePart call={call} members={found.members} />
          {found.items.length === 0 ? <NothingYet><p><strong>{w.noDossier}</strong></p><p>{w.noDossierText}</p></NothingYet> : <DossiersPart call={call} rows={found.items} onOpen={onOpen} />}
        </>
      )}
    </Loaded>
  );
}

function Totals({ totals }: { totals: Progress["totals"] }) {
  const { w } = useInstructionWords();
  const { applications, assigned, complete, reviews_asked: asked, reviews_submitted: done } = totals;
  return (
    <div className="instruction__totals">
      <p className="instruction__figure">{w.totals(done, asked)}</p>
      {asked > 0 && <progress className="gauge" max={asked} value={done} aria-label={w.gauge} />}
      <p className="soft">{w.totalsMore(complete, applications, applications - assigned)}</p>
    </div>
  );
}

const lateOf = (late: number) => (late > 0 ? <strong className="instruction__late">{late}</strong> : 0);
const nameOf = (row: DossierProgress, call: string, onOpen: (id: string) => void) => <DossierName row={row} call={call} onOpen={onOpen} />;
/** Nothing where one may not know it: the first cell says why. */
const scoreOf = ({ score }: DossierProgress, words: (score: NonNullable<DossierProgress["score"]>) => string | null) => (score && words(score)) ?? "";

function PeoplePart({ call, members }: { call: Call; members: readonly MemberProgress[] }) {
  const { w, lang } = useInstructionWords();
  const { open, show, close, button } = useUnfolded();
  const owes = owing(members);
  const columns: Column<MemberProgress>[] = [
    { key: "name", label: w.person, cell: ({ account }) => account.name },
    { key: "assigned", label: w.assigned, numeric: true, cell: (each) => each.assigned },
    { key: "submitted", label: w.submitted, numeric: true, cell: (each) => each.submitted },
    { key: "late", label: w.late, numeric: true, cell: ({ late }) => lateOf(late) },
    { key: "recused", label: w.recused, numeric: true, cell: (each) => each.recused },
    { key: "conflicts", label: w.conflicts, numeric: true, cell: (each) => each.conflicts },
    { key: "due", label: w.nextDue, cell: ({ next_due_on: due }) => (due ? formatDate(due, lang) : "") },
  ];
  return (
    <Part title={w.people} actions={owes.length > 0 && !open ? <Button ref={button} onClick={show}>{w.remind}</Button> : undefined}>
      {open && <RemindForm call={call} members={owes} onClose={close} />}
      {members.length === 0
        ? <NothingYet><p><strong>{w.noPeople}</strong></p><Link to="/espace/appels/$id/instruction" params={{ id: call.id }} search={{ partie: "comite" } as never} className="button">{w.toCommittee}</Link></NothingYet>
        : <DataTable caption={w.people} columns={columns} rows={members} rowKey={({ account }) => account.id} />}
    </Part>
  );
}

function DossiersPart({ call, rows, onOpen }: { call: Call; rows: readonly DossierProgress[]; onOpen: (id: string) => void }) {
  const { w, lang } = useInstructionWords();
  const [sorting, setSorting] = useState<Sorting>({ key: "number", descending: false });
  const [shown, setShown] = useState<Shown>("all");
  const list = arranged(rows, shown, call.reviews_per_application, sorting);
  const columns: Column<DossierProgress>[] = [
    { key: "title", label: w.dossier, sortable: true, cell: (row) => nameOf(row, call.id, onOpen) },
    { key: "done", label: w.done, numeric: true, sortable: true, cell: ({ submitted, assigned }) => `${submitted}/${assigned}` },
    { key: "mean", label: w.mean, numeric: true, sortable: true, cell: (row) => scoreOf(row, ({ mean, out_of: out }) => (mean === null ? null : `${figure(mean, lang)}/${out}`)) },
    { key: "spread", label: w.spread, numeric: true, sortable: true, cell: (row) => scoreOf(row, ({ reviews, spread }) => (reviews > 1 && spread !== null ? figure(spread, lang) : null)) },
    { key: "recommendations", label: w.recommendations, sortable: true, cell: (row) => (row.score ? RECOMMENDATIONS.filter((each) => row.score?.recommendations[each]).map((each) => `${row.score?.recommendations[each]} ${w.brief[each]}`).join(", ") : "") },
    { key: "conflicts", label: w.conflicts, numeric: true, sortable: true, cell: ({ conflicts }) => (conflicts > 0 ? conflicts : "") },
  ];
  return (
    <Part title={w.dossiers}>
      <div className="instruction__tools">
        <Select label={w.show} value={shown} allowDeselect={false} data={SHOWN.map((value) => ({ value, label: w.shown[value] }))} onChange={(value) => setShown((value as Shown | null) ?? "all")} />
        <Select className="instruction__sort" label={w.sortBy} value={sorting.key} allowDeselect={false} data={SORTS.map((value) => ({ value, label: w.sort[value] ?? value }))} onChange={(key) => { if (key) setSorting({ key, descending: isDescendingFirst(key) }); }} />
        <p className="soft" role="status">{w.rows(list.length)}</p>
      </div>
      {list.length === 0 ? <NothingYet><p>{w.noneShown}</p></NothingYet> : <DataTable caption={w.dossiers} columns={columns} rows={list} rowKey={({ application }) => application.id} sorting={sorting} onSort={(key) => setSorting((before) => nextSorting(before, key, isDescendingFirst(key)))} />}
    </Part>
  );
}

function DossierName({ row: { application, has_conflict: hasConflict }, call, onOpen }: { row: DossierProgress; call: string; onOpen: (id: string) => void }) {
  const { w } = useInstructionWords();
  return (
    <span className="instruction__dossier">
      <Link to="/espace/appels/$id/instruction" params={{ id: call }} search={{ dossier: application.id } as never} onClick={(event) => { if (!event.metaKey && !event.ctrlKey) { event.preventDefault(); onOpen(application.id); } }}>{application.title ?? w.untitled}</Link>
      <span className="soft">{[w.number(application.number), application.organisation].filter(Boolean).join(" · ")}</span>
      {hasConflict && <span className="instruction__hidden">{w.hidden}</span>}
    </span>
  );
}
