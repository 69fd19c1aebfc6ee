import { Button } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { formatSince } from "@/space/kit/moments";
import { MailView } from "@/space/kit/MailView";
import { Page } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { useDemoWords } from "./words";

type Caught = components["schemas"]["CaughtMail"];

function caughtMails() {
  return queryOptions({
    queryKey: ["demo-mails"] as const,
    queryFn: async ({ signal }) => (await get<{ items: Caught[] }>("/demo/mails", {}, signal)).items,
    // One looks here because a mail should come: it shows without asking again.
    refetchInterval: 5_000,
  });
}

/** What the demonstration caught instead of sending; `?courriel=` opens one. Read signed out too: that is how one gets in. */
export function DemoMails() {
  const { w } = useDemoWords();
  const { courriel } = useSearch({ from: "/space/espace/courriels" });
  const query = useQuery(caughtMails());
  const open = courriel ? query.data?.find((mail) => mail.id === courriel) : undefined;
  if (open) {
    return (
      <Page key={open.id} title={open.subject || w.noSubject}>
        <MailView to={open.to} at={open.at} text={open.text || null} html={open.html || null} />
        <p><Link to="/espace/courriels">← {w.back}</Link></p>
      </Page>
    );
  }
  return (
    <Page key="all" title={w.title} lead={<p>{courriel && query.data ? w.gone : w.lead}</p>} actions={<Button onClick={() => void query.refetch()}>{w.refresh}</Button>}>
      <Loaded query={query} waiting={w.waiting}>
        {(mails) => (mails.length === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : <MailLines mails={mails} />)}
      </Loaded>
    </Page>
  );
}

function MailLines({ mails }: { mails: Caught[] }) {
  const { w, lang } = useDemoWords();
  return (
    <ul role="list" className="lines" aria-label={w.list}>
      {mails.map(({ id, subject, to, at }) => (
        <li key={id} className="line">
          <div className="line__main">
            <Link to="/espace/courriels" search={{ courriel: id }}>{subject || w.noSubject}</Link>
            <span className="soft">{w.to(to)}</span>
          </div>
          <span className="soft">{formatSince(at, lang)}</span>
        </li>
      ))}
    </ul>
  );
}
