import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { usePage } from "@/lib/page";
import { formatMoment } from "@/space/kit/moments";
import { Loaded } from "@/space/kit/States";
import { callSettings, type Call } from "./queries";
import { graceEnd, stateOf } from "./state";
import { useNow } from "./useNow";
import { useCallWords } from "./words";
import "./call-editor.css";

const PARTS = [
  ["settings", "/espace/appels/$id"], ["form", "/espace/appels/$id/formulaire"], ["criteria", "/espace/appels/$id/criteres"],
  ["codes", "/espace/appels/$id/codes"], ["texts", "/espace/appels/$id/textes"], ["review", "/espace/appels/$id/instruction"],
] as const;
export type CallPart = (typeof PARTS)[number][0];

/** A page of one call: which call it is and where it stands, the way to its other parts, then the part. */
export function CallFrame({ part, children }: { part: CallPart; children: (call: Call) => ReactNode }) {
  const { w } = useCallWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery(callSettings(id));
  const call = query.data;
  usePage(call ? `${w.part[part]} · ${call.title}` : w.title, call !== undefined || query.isError);
  return (
    <div className="page">
      <header className="page__head">
        <p className="call__back"><Link to="/espace/appels">← {w.back}</Link></p>
        <h1>{call?.title ?? w.title}</h1>
        {call && <StateOfCall call={call} />}
      </header>
      <Loaded query={query} waiting={w.callLoading}>
        {(found) => (
          <>
            <nav className="sections call__parts" aria-label={w.parts}>
              {PARTS.map(([name, to]) => <Link key={name} to={to} params={{ id: found.id }} activeOptions={{ exact: name === "settings" }}>{w.part[name]}</Link>)}
            </nav>
            {children(found)}
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Where a call stands: the word, then what it means today. */
export function StateOfCall({ call }: { call: Call }) {
  const { w, lang } = useCallWords();
  const state = stateOf(call, useNow());
  const at = { upcoming: call.opens_at, open: call.closes_at, grace: graceEnd(call), closed: graceEnd(call) };
  const saying = state === "draft" || state === "archived" ? w.saying[state] : w.saying[state](formatMoment(at[state], lang));
  return (
    <div className="page__lead call__state">
      <p><span className={state === "open" || state === "grace" ? "flag" : "word"}>{w.states[state]}</span> {saying}</p>
      {call.publication === "published" && <p><Link to="/appels/$id" params={{ id: call.id }}>{w.public}</Link></p>}
    </div>
  );
}
