import { useQueries, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { get } from "@/api/client";
import { formatDay, todayInParis } from "@/lib/dates";
import { hasRole, useMe } from "@/space/kit/me";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { openLoans, type Listed, type Loan } from "./calls";
import { KindPart } from "./KindPart";
import { KINDS, movementsOf, sortOut, waitingList } from "@/space/loans/sorting-out";
import { useDeskWords } from "./deskWords";
import { WeekPart } from "./WeekPart";
import "./lending-desk.css";

/** Days of the comings and goings. */
const AHEAD = 14;

/** The lender's day: what waits, by kind; what goes out and comes back; what else is followed. */
export function LendingDeskPage() {
  const { w, lang } = useDeskWords();
  const query = useQuery({ ...openLoans(), staleTime: 15_000 });
  const today = todayInParis();
  return (
    <Page title={w.title} lead={<p>{w.lead(formatDay(today, lang, { year: true }))}</p>}>
      <Loaded query={query} waiting={w.loading}>{({ items, next }) => <Desk loans={items} isPartial={next !== null} today={today} />}</Loaded>
    </Page>
  );
}

function Desk({ loans, isPartial, today }: { loans: Loan[]; isPartial: boolean; today: string }) {
  const { w } = useDeskWords();
  const found = sortOut(loans, today);
  const kinds = KINDS.filter((kind) => found[kind].length > 0);
  useEffect(() => {
    // A link to a part came before the part did.
    const part = document.getElementById(location.hash.slice(1));
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="lending">
      <div className="lending__kinds">
        {kinds.length > 0 && (
          <nav className="lending__summary" aria-label={w.summary}>
            {kinds.map((kind) => <a key={kind} href={`#${kind}`} className={kind === "late" || kind === "at_risk" ? "lending__count lending__count--stop" : "lending__count"}><strong>{found[kind].length}</strong> {w.counted(kind, found[kind].length)}</a>)}
          </nav>
        )}
        {isPartial && <p className="soft">{w.partial}</p>}
        {kinds.length === 0 ? <NothingYet><p><strong>{loans.length === 0 ? w.nothingUnderWay : w.calm}</strong><br />{w.calmHow}</p><Link className="button" to={"/espace/outils" as never}>{w.toItems}</Link></NothingYet> : kinds.map((kind) => <KindPart key={kind} kind={kind} loans={found[kind]} today={today} />)}
      </div>
      <div className="lending__beside">
        <WeekPart days={movementsOf(loans, today, AHEAD)} today={today} />
        <Beside waiting={waitingList(loans).length} />
      </div>
    </div>
  );
}

/** What else is followed elsewhere: each with its number, as soon as it is known. */
function Beside({ waiting }: { waiting: number }) {
  const { w } = useDeskWords();
  const someone = useMe();
  const [incidents, evaluations, remarks] = useQueries({
    queries: ["/incidents?open=true", "/evaluations?state=asked", "/content-tasks?state=to_do"].map((path) => ({
      queryKey: ["lending-desk", "count", path] as const, queryFn: async ({ signal }: { signal: AbortSignal }) => (await get<Listed<unknown>>(`${path}&limit=1`, {}, signal)).total,
    })),
  });
  const lines: [string, string | null][] = [
    ["/espace/prets/attente", w.waiting(waiting)],
    ["/espace/prets/incidents", incidents?.data === undefined ? null : w.incidents(incidents.data)],
    ["/espace/prets/evaluations", evaluations?.data === undefined ? null : w.evaluations(evaluations.data)],
    ["/espace/prets/remarques", remarks?.data === undefined ? null : w.remarks(remarks.data)],
    ["/espace/prets", w.allLoans],
    // Who lends for the agency has these in the menu.
    ...(hasRole(someone, "lender", "administrator") ? [] : [["/espace/prets/factures", w.invoices], ["/espace/prets/reglages", w.settings]] as [string, string][]),
  ];
  return (
    <Part title={w.beside}>
      <ul role="list" className="lending__links">{lines.map(([to, words]) => words && <li key={to}><Link to={to as never}>{words}</Link></li>)}</ul>
    </Part>
  );
}
