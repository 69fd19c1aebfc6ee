import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { del, post, put } from "@/api/write";
import { isUnknown } from "@/lib/problem";
import { Confirm } from "@/space/kit/Confirm";
import { me, type Role } from "@/space/kit/me";
import { formatDate, formatMoment } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { accountHistory, accountPath, oneAccount, type Account, type AccountEvent } from "./calls";
import { Pages } from "./Pages";
import { useAdministrationWords } from "./words";
import "./administration.css";

/** What is asked before it is done. */
type Asking = { what: "give"; role: Role } | { what: "take"; role: Role } | { what: "suspend" } | { what: "reopen" } | null;

/** One account: the roles it holds, what happened to it, and whether it may enter. */
export function PersonPage() {
  const { w, lang } = useAdministrationWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery(oneAccount(id));
  const back = <p><Link to="/espace/administration">← {w.back}</Link></p>;
  if (!query.data && isUnknown(query.error)) return <Page key="none" title={w.unknown}>{back}</Page>;
  const account = query.data;
  if (!account) return <Page key="wait" title={w.people} ready={query.isError}><Loaded query={query}>{() => null}</Loaded></Page>;
  return (
    <Page
      key={id} title={account.name}
      lead={<><p>{account.email}</p><p>{w.opened(formatDate(account.created_at, lang))} {account.suspended_at && <strong>{w.suspendedOn(formatDate(account.suspended_at, lang))}</strong>}</p></>}
    >
      <RolesPart account={account} />
      {account.organisations && account.organisations.length > 0 && (
        <Part title={w.organisations}>
          <ul role="list" className="lines" aria-label={w.organisations}>
            {account.organisations.map((each) => (
              <li key={each.id} className="line"><div className="line__main"><Link to="/espace/structures/$id" params={{ id: each.id }}>{each.name}</Link></div><span className="flag">{w.orgRole[each.role]}</span></li>
            ))}
          </ul>
        </Part>
      )}
      <HistoryOf id={id} />
      {back}
    </Page>
  );
}

function RolesPart({ account }: { account: Account }) {
  const { w } = useAdministrationWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asking>(null);
  const refresh = async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ["administration"] }), client.invalidateQueries(me())]);
  };
  const may = (action: string) => account.allowed_actions.includes(action);
  const words = sentences(asking, account.name, w);
  const go = async () => {
    if (!asking) return;
    const path = accountPath(account.id);
    if (asking.what === "give") await put(`${path}/roles/${asking.role}`);
    else if (asking.what === "take") await del(`${path}/roles/${asking.role}`);
    else if (asking.what === "suspend") await post(`${path}/suspension`);
    else await del(`${path}/suspension`);
    tell(words.done);
    await refresh();
  };
  const suspension = may("suspend") ? "suspend" : may("reopen") ? "reopen" : null;
  return (
    <>
      <Part title={w.rolesTitle}>
        <ul role="list" className="lines" aria-label={w.rolesTitle}>
          {(Object.keys(w.roles) as Role[]).map((role) => {
            const holds = account.roles.includes(role);
            return (
              <li key={role} className="line">
                <div className="line__main"><span className="role__name">{w.roles[role]}</span><span className="soft">{w.roleText[role]}</span></div>
                {holds && <span className="flag">{w.holds}</span>}
                <div className="line__actions">
                  {!holds && may("give_role") && <Button size="xs" aria-label={w.giveOf(w.roles[role])} onClick={() => setAsking({ what: "give", role })}>{w.give}</Button>}
                  {holds && may("take_role") && <Button size="xs" aria-label={w.takeOf(w.roles[role])} onClick={() => setAsking({ what: "take", role })}>{w.take}</Button>}
                </div>
              </li>
            );
          })}
        </ul>
      </Part>
      {suspension && (
        <Part title={w.account}>
          <p className="soft">{suspension === "suspend" ? w.suspendText : w.reopenText}</p>
          <div><Button onClick={() => setAsking({ what: suspension })}>{suspension === "suspend" ? w.suspend : w.reopen}</Button></div>
        </Part>
      )}
      <Confirm opened={asking !== null} title={words.title} confirmLabel={words.go} onClose={() => setAsking(null)} onConfirm={go}><p>{words.text}</p></Confirm>
    </>
  );
}

function sentences(asking: Asking, name: string, w: ReturnType<typeof useAdministrationWords>["w"]) {
  if (!asking) return { title: "", text: "", go: "", done: "" };
  if (asking.what === "suspend") return { title: w.suspendTitle(name), text: w.suspendText, go: w.suspend, done: w.suspendDone(name) };
  if (asking.what === "reopen") return { title: w.reopenTitle(name), text: w.reopenText, go: w.reopen, done: w.reopenDone(name) };
  const role = w.roles[asking.role];
  return asking.what === "give"
    ? { title: w.giveTitle(name, role), text: w.roleText[asking.role], go: w.giveOf(role), done: w.given(name, role) }
    : { title: w.takeTitle(name, role), text: w.takeText, go: w.takeOf(role), done: w.taken(name, role) };
}

function HistoryOf({ id }: { id: string }) {
  const { w, lang } = useAdministrationWords();
  const pages = useInfiniteQuery(accountHistory(id));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Part title={w.history}>
      <Pages query={pages} waiting={w.loading}>
        {items.length === 0 && <p className="soft">{w.historyNone}</p>}
        <ol className="log" aria-label={w.history}>
          {items.map((entry) => <li key={`${entry.at}${entry.action}${JSON.stringify(entry.values)}`}><time className="soft" dateTime={entry.at}>{formatMoment(entry.at, lang)}</time><span>{said(entry, w)}</span></li>)}
        </ol>
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Pages>
    </Part>
  );
}

/** « rôle donné : prêteur, par Camille Roy ». */
function said({ action, actor_name: by, values }: AccountEvent, w: ReturnType<typeof useAdministrationWords>["w"]): string {
  const role = values?.["role"];
  const what = w.actions[action] ?? action.replaceAll("_", " ");
  return [typeof role === "string" ? `${what} : ${w.roles[role as Role] ?? role}` : what, by && w.byWhom(by)].filter(Boolean).join(", ");
}
