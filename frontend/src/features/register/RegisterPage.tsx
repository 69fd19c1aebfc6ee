import { Button, Select, TextInput } from "@mantine/core";
import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { formatDay } from "@/lib/dates";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { hasRole, useMe } from "@/space/kit/me";
import { formatMoment } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NotAllowed, NothingYet } from "@/space/kit/States";
import { useKitWords } from "@/space/kit/words";
import { Failure } from "@/ui/Failure";
import { entryPages, fileOf, readFilters, toSearch, verify, type Entry, type Filters } from "./calls";
import { englishSentence } from "./sentence";
import { useRegisterWords } from "./words";
import "./register.css";

/** The register of the association, the newest first, and its proof. */
export function RegisterPage() {
  const { w } = useRegisterWords();
  const reads = hasRole(useMe(), "secretary", "treasurer", "administrator");
  return reads ? <Register /> : <Page title={w.title}><NotAllowed /></Page>;
}

function Register() {
  const { w } = useRegisterWords();
  const navigate = useNavigate();
  const filters = readFilters(useSearch({ strict: false }) as Record<string, unknown>);
  const pages = useInfiniteQuery(entryPages(filters));
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const told = w.found(pages.data?.pages[0]?.total ?? 0);
  const change = (next: Filters) => void navigate({ to: ".", search: toSearch(next) as never, replace: true });
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>}>
      <VerifyPart />
      <search className="register-filters">
        <Select label={w.kind} value={filters.kind || null} placeholder={w.everyKind} clearable searchable data={Object.entries(w.kinds).map(([value, label]) => ({ value, label }))} onChange={(kind) => change({ ...filters, kind: kind ?? "" })} />
        <TextInput type="date" label={w.from} value={filters.from} onChange={({ currentTarget }) => change({ ...filters, from: currentTarget.value })} />
        <TextInput type="date" label={w.to} value={filters.to} onChange={({ currentTarget }) => change({ ...filters, to: currentTarget.value })} />
        {isFiltered && <div><Button size="xs" variant="subtle" onClick={() => change({ kind: "", from: "", to: "", subject: "" })}>{w.clear}</Button></div>}
      </search>
      {filters.subject && <p>{w.subject} <Link to={"/espace/adherents/$id" as never} params={{ id: filters.subject } as never}>→</Link></p>}
      <Loaded query={pages} waiting={w.loading}>
        {() => (
          <>
            <div className="register-head">
              <p className="soft" role="status">{told}</p>
              <p><a href={fileOf(filters, "pdf")} download>{w.pdf}</a>{" · "}<a href={fileOf(filters, "csv")} download>{w.csv}</a></p>
            </div>
            {entries.length === 0 ? <NothingYet><p>{isFiltered ? w.none : w.noneYet}</p></NothingYet> : <Table entries={entries} caption={told} />}
            {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Table({ entries, caption }: { entries: readonly Entry[]; caption: string }) {
  return <DataTable caption={caption} columns={useColumns()} rows={entries} rowKey={({ number }) => String(number)} />;
}

function useColumns(): Column<Entry>[] {
  const { w, lang } = useRegisterWords();
  return [
    { key: "number", label: w.number, cell: ({ number }) => number },
    { key: "day", label: w.day, cell: ({ effective_on: day }) => formatDay(day, lang, { weekday: false, year: true }) },
    {
      key: "entry", label: w.entry, cell: (entry) => (
        <span className="register-entry">
          <strong>{w.kinds[entry.kind] ?? entry.label}</strong>
          <span>{lang === "en" ? englishSentence(entry) : entry.sentence}</span>
          <span className="soft">{w.enteredAt(formatMoment(entry.entered_at, lang))}</span>
        </span>
      ),
    },
    { key: "digest", label: w.digest, cell: ({ digest }) => <code className="register-digest" title={digest}>{digest.slice(0, 8)}</code> },
  ];
}

/** Whether every entry is what it was, recomputed when asked. */
function VerifyPart() {
  const { w } = useRegisterWords();
  const { w: kit } = useKitWords();
  const proof = useMutation({ mutationFn: verify });
  const { data } = proof;
  return (
    <Part title={w.proof} actions={<Button size="xs" aria-disabled={proof.isPending} onClick={() => proof.mutate()}>{proof.isPending ? w.verifying : w.verify}</Button>}>
      <p className="soft">{w.verifyText}</p>
      <div role="status">
        {data?.holds && <p className="note"><strong>{w.holds(data.entries)}</strong></p>}
        {data?.first_fault && <p className="trouble"><strong>{w.broken(data.first_fault.number)}</strong> {w.faults[data.first_fault.fault]}</p>}
        {data?.digest && <p>{w.last}{kit.colon}<code className="register-digest">{data.digest}</code><br /><span className="soft">{w.lastHint}</span></p>}
      </div>
      {proof.isError && <Failure error={proof.error} onRetry={() => proof.mutate()} />}
    </Part>
  );
}
