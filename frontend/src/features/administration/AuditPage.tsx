import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { queryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { formatMoment } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { Failure } from "@/ui/Failure";
import { auditPages, detail, SERVICES, type AuditEntry, type Service } from "./calls";
import { Actor, Subject } from "./names";
import { Pages } from "./Pages";
import { useAdministrationWords } from "./words";
import "./administration.css";

const NOTHING = { actor: "", subject: "", action: "" };

/** What was done in each service, and the proof that nobody rewrote it. */
export function AuditPage() {
  const { w } = useAdministrationWords();
  const [service, setService] = useState<Service>("gateway");
  const [search, setSearch] = useState(NOTHING);
  const asked = useDeferredValue(search);
  const pages = useInfiniteQuery(auditPages(service, { actor: asked.actor.trim(), subject: asked.subject.trim(), action: asked.action.trim() }));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={w.audit} lead={<p>{w.auditLead}</p>}>
      <SegmentedControl aria-label={w.service} value={service} onChange={(value) => setService(value as Service)} data={SERVICES.map((value) => ({ value, label: w.services[value] }))} transitionDuration={0} />
      <Verification key={service} service={service} />
      <form className="filter" role="search" aria-label={w.audit} onSubmit={(event) => event.preventDefault()}>
        {(["actor", "subject", "action"] as const).map((name) => (
          <TextInput key={name} label={w[name]} value={search[name]} maxLength={200} spellCheck={false} autoComplete="off" onChange={({ currentTarget }) => setSearch({ ...search, [name]: currentTarget.value })} />
        ))}
      </form>
      <Pages query={pages} waiting={w.loading}>
        {items.length === 0 ? <NothingYet><p>{w.auditNone}</p></NothingYet> : <ol className="log" aria-label={w.audit}>{items.map((entry) => <AuditLine key={entry.seq} entry={entry} />)}</ol>}
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Pages>
    </Page>
  );
}

/** « rôle donné · compte Camille Roy 018f… · par Anselme Petit 018e… · role : lender ». */
function AuditLine({ entry: { at, action, actor, subject_kind: kind, subject_id: id, values } }: { entry: AuditEntry }) {
  const { w, lang } = useAdministrationWords();
  const said = detail(values);
  return (
    <li>
      <time className="soft" dateTime={at}>{formatMoment(at, lang)}</time>
      <div>
        <p><strong>{w.actions[action] ?? action.replaceAll("_", " ")}</strong> · {w.subjects[kind] ?? kind.replaceAll("_", " ")} <Subject kind={kind} id={id} /></p>
        <p>{w.by} <Actor actor={actor} /></p>
        {said && <p className="log__values">{said}</p>}
      </div>
    </li>
  );
}

const verification = (service: Service) => queryOptions({
  queryKey: ["administration", "verification", service] as const, enabled: false, gcTime: 0,
  queryFn: ({ signal }) => get<components["schemas"]["AuditVerification"]>(`/audit/${service}/verification`, {}, signal),
});

/** Recomputed when asked: the whole log is read. */
function Verification({ service }: { service: Service }) {
  const { w } = useAdministrationWords();
  const query = useQuery(verification(service));
  const result = query.data;
  return (
    <div className="verification">
      <Button aria-disabled={query.isFetching} onClick={() => void query.refetch()}>{query.isFetching ? w.verifying : w.verify}</Button>
      <div role="status">
        {result && <p className={result.holds ? "verification__holds" : "verification__broken"}>{result.holds ? w.holds1(result.entries) : w.broken(result.faults.length)}</p>}
        {result && !result.holds && <ul>{result.faults.map(({ seq, fault }) => <li key={`${seq}${fault}`}>{w.fault(seq, fault)}</li>)}</ul>}
      </div>
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
    </div>
  );
}
