import { Button, Select, TextInput } from "@mantine/core";
import { infiniteQueryOptions, keepPreviousData, queryOptions, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { post } from "@/api/write";
import { Problem } from "@/lib/problem";
import { MailView } from "@/space/kit/MailView";
import { formatMoment, formatSince } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { Loaded, NotAllowed, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { useMailWords } from "./words";
import "./mails.css";

type Mail = components["schemas"]["MailOut"];
type MailWhole = components["schemas"]["MailWhole"];
type Mails = components["schemas"]["Mails"];

interface Asked {
  state: string;
  q: string;
}

function mailPages({ state, q }: Asked) {
  return infiniteQueryOptions({
    queryKey: ["mails", "list", state, q] as const,
    queryFn: ({ pageParam, signal }) => get<Mails>("/mails", { state, q, limit: 30, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Milliseconds between two looks at a mail that is about to leave. */
const LOOKS = 2000;

const oneMail = (id: string) => queryOptions({
  queryKey: ["mails", "one", id] as const,
  queryFn: ({ signal }) => get<MailWhole>(`/mails/${encodeURIComponent(id)}`, {}, signal),
  refetchInterval: ({ state: { data } }) => (data?.state === "waiting" ? LOOKS : false),
});

/** What the platform sent, or could not send: `?envoi=` opens one, `?state=` and `?q=` choose. */
export function TeamMails({ beside }: { beside?: React.ReactNode }) {
  const { envoi } = useSearch({ strict: false }) as { envoi?: string };
  return envoi ? <OneMail key={envoi} id={envoi} /> : <MailList beside={beside} />;
}

function MailList({ beside }: { beside?: React.ReactNode }) {
  const { w } = useMailWords();
  const navigate = useNavigate();
  const given = useSearch({ strict: false }) as Partial<Asked>;
  const [asked, setAsked] = useState<Asked>({ state: given.state && given.state in w.states ? given.state : "", q: given.q ?? "" });
  const pages = useInfiniteQuery(mailPages(useDeferredValue(asked)));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const notice = pages.data?.pages[0]?.notice;
  const change = (part: Partial<Asked>) => {
    const next = { ...asked, ...part };
    setAsked(next);
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value));
    void navigate({ to: "/espace/courriels", search: kept as never, replace: true, resetScroll: false });
  };
  const refused = pages.error instanceof Problem && pages.error.status === 403;
  return (
    <Page key="list" title={w.title} lead={<p>{w.lead}</p>} actions={beside}>
      {notice && <p className="mails__notice" role="note">{notice}</p>}
      <form className="filter filter--two" role="search" aria-label={w.title} onSubmit={(event) => event.preventDefault()}>
        <TextInput label={w.search} type="search" value={asked.q} maxLength={200} onChange={({ currentTarget }) => change({ q: currentTarget.value })} />
        <Select label={w.state} value={asked.state} onChange={(state) => change({ state: state ?? "" })} data={[{ value: "", label: w.anyState }, ...Object.entries(w.states).map(([value, label]) => ({ value, label }))]} />
      </form>
      {pages.isPending && <Waiting words={w.loading} />}
      {pages.isError && !pages.data && (refused ? <NotAllowed /> : <Failure error={pages.error} onRetry={() => void pages.refetch()} />)}
      {pages.data && items.length === 0 && <NothingYet><p>{asked.q || asked.state ? w.noneAsked : w.none}</p></NothingYet>}
      {items.length > 0 && <ul role="list" className="lines" aria-label={w.title}>{items.map((mail) => <MailLine key={mail.id} mail={mail} />)}</ul>}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Page>
  );
}

/** What became of a mail, in words; why it waits, when it does. */
function useWhy(mail: Mail): string | null {
  const { w, lang } = useMailWords();
  if (mail.state === "sent") return null;
  const tries = mail.attempts > 0 ? w.tried(mail.attempts) : null;
  const next = mail.state === "waiting" && mail.next_try_at ? w.nextTry(formatMoment(mail.next_try_at, lang)) : null;
  return [mail.last_error, tries, next].filter(Boolean).join(" · ") || (mail.state === "waiting" ? w.soon : null);
}

function MailLine({ mail }: { mail: Mail }) {
  const { w, lang } = useMailWords();
  const why = useWhy(mail);
  return (
    <li className="line">
      <div className="line__main">
        <Link to="/espace/courriels" search={{ envoi: mail.id } as never}>{mail.subject ?? w.secretSubject}</Link>
        <span className="soft">{mail.to ?? w.erased}{" · "}{formatSince(mail.created_at, lang)}</span>
        {why && <span className="soft mails__why">{why}</span>}
      </div>
      <State state={mail.state} />
    </li>
  );
}

function State({ state }: { state: Mail["state"] }) {
  const { w } = useMailWords();
  if (state === "sent") return <span className="soft">{w.states.sent}</span>;
  return <span className={state === "waiting" ? "word" : "flag flag--stop"}>{w.states[state]}</span>;
}

function OneMail({ id }: { id: string }) {
  const { w, lang } = useMailWords();
  const client = useQueryClient();
  const query = useQuery(oneMail(id));
  const retry = async () => {
    try {
      client.setQueryData(oneMail(id).queryKey, await post<MailWhole>(`/mails/${encodeURIComponent(id)}/retry`));
      tell(w.retried);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
      await client.invalidateQueries(oneMail(id));
    }
    await client.invalidateQueries({ queryKey: ["mails", "list"] });
  };
  const mail = query.data;
  if (!mail) return <Page key="wait" title={w.title} ready={query.isError}><Loaded query={query}>{() => null}</Loaded><p><Link to="/espace/courriels" search={{}}>← {w.back}</Link></p></Page>;
  return (
    <Page
      key={id} title={mail.subject ?? w.secretSubject} lead={<WhatBecame mail={mail} />}
      actions={mail.allowed_actions.includes("retry") ? <Button variant="filled" onClick={() => void retry()}>{w.retry}</Button> : undefined}
    >
      <MailView to={mail.to} at={mail.sent_at ?? mail.created_at} text={mail.text} html={mail.html} />
      <p className="soft">{w.asked(mail.sender, formatMoment(mail.created_at, lang))}</p>
      <p><Link to="/espace/courriels" search={{}}>← {w.back}</Link></p>
    </Page>
  );
}

function WhatBecame({ mail }: { mail: Mail }) {
  const { w, lang } = useMailWords();
  const why = useWhy(mail);
  return <><p><State state={mail.state} />{mail.sent_at && <> {w.sentOn(formatMoment(mail.sent_at, lang))}</>}</p>{why && <p>{why}</p>}</>;
}
