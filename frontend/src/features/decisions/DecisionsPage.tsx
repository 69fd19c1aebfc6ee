import { Button, Select, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { todayInParis } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate, formatSince } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useKitWords } from "@/space/kit/words";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { batchPages, decidableCalls, type Batch, type BatchSummary, type Call } from "./calls";
import { useDecisionWords } from "./words";
import "./decisions.css";

/** The batches of decisions: those being prepared first, then what was applied. */
export function DecisionsPage() {
  const { w } = useDecisionWords();
  const { w: kit } = useKitWords();
  const calls = useQuery(decidableCalls());
  const pages = useInfiniteQuery(batchPages(undefined));
  const { open, show, close, button } = useUnfolded();
  const query = { ...pages, data: pages.data?.pages.flatMap((page) => page.items) } as never;
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} ready={!pages.isPending}>
      <Part title={w.staged} actions={(calls.data?.length ?? 0) > 0 && !open ? <Button ref={button} variant="filled" onClick={show}>{w.begin}</Button> : undefined}>
        {open && calls.data && <BeginForm calls={calls.data} onCancel={close} />}
        {calls.data?.length === 0 && <NothingYet><p>{w.noCall}</p><a href="/espace/appels" className="button">{w.toCalls}</a></NothingYet>}
        <Loaded<BatchSummary[]> query={query}>
          {(items) => <Batches items={items.filter(({ state }) => state === "staged")} label={w.staged} empty={open || calls.data?.length === 0 ? null : w.none} />}
        </Loaded>
      </Part>
      {(["applied", "discarded"] as const).map((state) => {
        const items = pages.data?.pages.flatMap((page) => page.items).filter((each) => each.state === state) ?? [];
        return items.length > 0 && <Part key={state} title={w[state]}><Batches items={items} label={w[state]} empty={null} /></Part>;
      })}
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>{kit.more}</Button>}
    </Page>
  );
}

function Batches({ items, label, empty }: { items: BatchSummary[]; label: string; empty: string | null }) {
  if (items.length === 0) return empty ? <NothingYet><p>{empty}</p></NothingYet> : null;
  return <ul role="list" className="lines" aria-label={label}>{items.map((batch) => <BatchLine key={batch.id} batch={batch} />)}</ul>;
}

function BatchLine({ batch }: { batch: BatchSummary }) {
  const { w, lang } = useDecisionWords();
  const { counts, applied_at: at } = batch;
  const told = counts.total === 0
    ? w.nothing
    : [w.labels(counts.labelled), counts.waitlisted > 0 && w.waits(counts.waitlisted), counts.not_labelled > 0 && w.refusals(counts.not_labelled), batch.amount_cents > 0 && w.granted(formatAmount(batch.amount_cents, lang))].filter(Boolean).join(" · ");
  return (
    <li className="line">
      <div className="line__main">
        <Link to="/espace/decisions/$id" params={{ id: batch.id }}>{batch.title}</Link>
        <span>{told}</span>
        <span className="soft">{batch.call.title} · {batch.call.year} · {at ? w.appliedOn(formatDate(at, lang), batch.applied_by?.name ?? null) : w.since(formatSince(batch.updated_at, lang), batch.created_by.name)}</span>
      </div>
    </li>
  );
}

function BeginForm({ calls, onCancel }: { calls: Call[]; onCancel: () => void }) {
  const { w, lang } = useDecisionWords();
  const navigate = useNavigate();
  const today = todayInParis();
  const entry = useEntry({
    initial: { call_id: calls.length === 1 ? (calls[0]?.id ?? "") : "", title: w.nameDefault(formatDate(today, lang)), sitting_on: today },
    labels: { call_id: w.call, title: w.name, sitting_on: w.sittingOn },
    check: (values) => ({ ...(!values.call_id && { call_id: w.callNeeded }), ...(!values.title.trim() && { title: w.nameNeeded }) }),
    send: async (values) => {
      const made = await post<Batch>("/decision-batches", { ...values, sitting_on: values.sitting_on || null });
      await navigate({ to: "/espace/decisions/$id", params: { id: made.id } });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.go} label={w.begin} focusFirst onCancel={onCancel}>
      {calls.length > 1 && <Select {...entry.field("call_id")} value={entry.values.call_id || null} label={w.call} data={calls.map(({ id, title, edition }) => ({ value: id, label: `${title} · ${String(edition)}` }))} />}
      <TextInput {...entry.field("title")} label={w.name} description={w.nameHint} maxLength={200} autoComplete="off" />
      <TextInput {...entry.field("sitting_on")} type="date" label={w.sittingOn} />
    </EntryForm>
  );
}
