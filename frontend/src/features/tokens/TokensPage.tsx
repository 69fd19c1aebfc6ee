import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { del } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { Confirm } from "@/space/kit/Confirm";
import { useMe } from "@/space/kit/me";
import { formatDate, formatSince } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { scopes, tokens, type Token, type TokenMade } from "./calls";
import { MadeToken } from "./MadeToken";
import { TokenForm } from "./TokenForm";
import { useTokenWords } from "./words";
import "./tokens.css";

/** The tokens of my organisations: made, read, ended. `?structure=` keeps to one. */
export function TokensPage() {
  const { w } = useTokenWords();
  const { organisations } = useMe();
  const { structure } = useSearch({ strict: false }) as { structure?: string };
  const client = useQueryClient();
  const query = useQuery(tokens(structure));
  const { open, show, close, button } = useUnfolded();
  const [made, setMade] = useState<TokenMade | null>(null);
  const [ending, setEnding] = useState<Token | null>(null);
  const refresh = () => client.invalidateQueries({ queryKey: ["tokens"] });
  const only = structure && (organisations.find(({ id }) => id === structure)?.name ?? query.data?.[0]?.organisation.name);
  return (
    <Page title={w.title} lead={<><p>{w.lead} <Link to="/developpeurs">{w.guide}</Link>.</p>{only && <p>{w.only(only)} <Link to="/espace/jetons" search={{}}>{w.all}</Link>.</p>}</>}>
      {made && <MadeToken made={made} onDone={() => setMade(null)} />}
      <Part title={w.live} actions={organisations.length > 0 && !open && !made ? <Button ref={button} onClick={show}>{w.make}</Button> : undefined}>
        {open && <TokenForm organisation={structure} onCancel={close} onMade={(token) => { close(); setMade(token); void refresh(); }} />}
        {organisations.length === 0 && <NothingYet><p>{w.noOrganisation}</p><Link to="/espace/structures" className="button">{w.toOrganisations}</Link></NothingYet>}
        <Loaded query={query}>{(items) => <TokenLines items={items.filter((each) => each.is_live)} label={w.live} empty={organisations.length > 0 ? w.none : null} onEnd={setEnding} />}</Loaded>
      </Part>
      {query.data?.some((each) => !each.is_live) && <Part title={w.over}><TokenLines items={query.data.filter((each) => !each.is_live)} label={w.over} empty={null} onEnd={setEnding} /></Part>}
      <Confirm
        opened={ending !== null} title={w.endTitle(ending?.name ?? "")} confirmLabel={w.endOf(ending?.name ?? "")} onClose={() => setEnding(null)}
        onConfirm={async () => {
          if (!ending) return;
          await del(`/tokens/${ending.id}`);
          await refresh();
          tell(w.ended);
        }}
      >
        <p>{w.endText}</p>
      </Confirm>
    </Page>
  );
}

function TokenLines({ items, label, empty, onEnd }: { items: Token[]; label: string; empty: string | null; onEnd: (token: Token) => void }) {
  if (items.length === 0) return empty ? <NothingYet><p>{empty}</p></NothingYet> : null;
  return <ul role="list" className="lines" aria-label={label}>{items.map((token) => <TokenLine key={token.id} token={token} onEnd={() => onEnd(token)} />)}</ul>;
}

function TokenLine({ token, onEnd }: { token: Token; onEnd: () => void }) {
  const { w, lang } = useTokenWords();
  const all = useQuery(scopes()).data ?? [];
  const { name, prefix, organisation, created_by: by, expires_on: expires, last_used_at: used, ended_at: ended } = token;
  const label = (scope: string) => { const found = all.find((each) => each.scope === scope); return (lang === "fr" ? found?.label_fr : found?.label_en) ?? scope; };
  const state = token.is_live ? w.until(formatDate(expires, lang)) : ended ? w.endedOn(formatDate(ended, lang)) : expires < todayInParis() ? w.expired(formatDate(expires, lang)) : w.asleep;
  return (
    <li className="line">
      <div className="line__main">
        <span>{name} <code className="token__prefix">{w.prefix(prefix)}</code></span>
        <span className="soft">{[organisation.name, w.by(by.name), state, used ? w.used(formatSince(used, lang)) : w.unused].join(" · ")}</span>
        <span className="soft">{token.scopes.map(label).join(", ")}</span>
      </div>
      {token.allowed_actions.includes("end") && <div className="line__actions"><Button size="xs" aria-label={w.endOf(name)} onClick={onEnd}>{w.end}</Button></div>}
    </li>
  );
}
