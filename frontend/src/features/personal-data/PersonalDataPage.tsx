import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import { usePage } from "@/lib/page";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { ReceiptCheck } from "./ReceiptCheck";
import { usePersonalDataWords } from "./words";
import "./personal-data.css";

type Rules = components["schemas"]["Rules"];
/** Each service says its own. */
const SOURCES = ["/retention", "/retention/events", "/retention/members", "/retention/loans"] as const;

/** What is kept of people and for how long, as the rules that run every night say it; and how to take it or have it erased. */
export function PersonalDataPage() {
  const { w } = usePersonalDataWords();
  usePage(w.title);
  return (
    <div className="wrap personal">
      <header className="personal__head">
        <h1>{w.title}</h1>
        <p className="personal__lead">{w.lead}</p>
      </header>
      <section className="personal__part" aria-labelledby="rights">
        <h2 id="rights">{w.rightsTitle}</h2>
        <ul className="personal__rights">{w.rights.map((each) => <li key={each}>{each}</li>)}</ul>
        <p><Link className="button button--strong" to="/espace/moi" preload={false}>{w.rightsGo}</Link></p>
      </section>
      <section className="personal__part" aria-labelledby="trace">
        <h2 id="trace">{w.traceTitle}</h2>
        <p>{w.trace}</p>
      </section>
      <section className="personal__part" aria-labelledby="kept">
        <h2 id="kept">{w.keptTitle}</h2>
        <p className="soft">{w.keptLead}</p>
        <Kept />
      </section>
      <ReceiptCheck />
    </div>
  );
}

function Kept() {
  const { w } = usePersonalDataWords();
  const asked = useQueries({ queries: SOURCES.map((path) => ({ queryKey: [path], queryFn: ({ signal }: { signal: AbortSignal }) => get<Rules>(path, {}, signal), staleTime: Infinity })) });
  const failed = asked.filter(({ isError }) => isError);
  // half a list would look like all that is kept
  if (failed[0]) return <Failure error={failed[0].error} onRetry={() => failed.forEach((each) => void each.refetch())} />;
  const rules = asked.flatMap(({ data }) => data?.items ?? []);
  if (asked.some(({ isPending }) => isPending)) return <Waiting words={w.loading} />;
  return (
    <ul role="list" className="kept" lang="fr">
      {rules.map(({ kind, what, kept, starts, basis, notice }) => (
        <li key={kind} className="kept__row">
          <p className="kept__time"><Duration text={kept} /></p>
          <div className="kept__words">
            <p className="kept__what">{what}</p>
            <p>{w.from(starts)}</p>
            {notice && <p>{notice}</p>}
            <p className="soft">{basis}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** « 30 jours (12 heures avec un rôle…) »: the duration first, its exceptions after it, smaller. */
function Duration({ text }: { text: string }) {
  const exceptions = text.search(/[(,]/);
  if (exceptions < 0) return <>{text}</>;
  return <>{text.slice(0, exceptions)}<small>{text.slice(exceptions)}</small></>;
}
