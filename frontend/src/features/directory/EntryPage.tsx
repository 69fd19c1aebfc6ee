import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { usePage } from "@/lib/page";
import { isUnknown } from "@/lib/problem";
import { safeUrl, unbroken } from "@/lib/text";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { CorrectionForm } from "./CorrectionForm";
import { directoryEntry, type Entry } from "./directory";
import { EntryFlower } from "./EntryRow";
import { useLabels } from "./useLabels";
import { useDirectoryWords } from "./words";
import "@/programme/event.css";
import "./directory.css";

/** An organisation's public page. */
export function EntryPage() {
  const { w } = useDirectoryWords();
  const { slug = "" } = useParams({ strict: false });
  const answer = useQuery(directoryEntry(slug));
  const isLost = isUnknown(answer.error);
  usePage(answer.data?.name ?? (isLost ? w.lostTitle : w.page), !answer.isPending);
  if (answer.data) return <EntryView key={answer.data.id} entry={answer.data} />;
  if (answer.isPending) return <div className="wrap"><h1 className="unseen">{w.page}</h1><Waiting words={w.entryLoading} /></div>;
  return (
    <div className="wrap lost">
      {isLost && <LostFlower />}
      <h1 className={isLost ? undefined : "unseen"}>{isLost ? w.lostTitle : w.page}</h1>
      {isLost ? <p>{w.lost}</p> : <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      <p className="lost__doors"><Link className="button button--strong" to="/annuaire">{w.back}</Link></p>
    </div>
  );
}

function EntryView({ entry }: { entry: Entry }) {
  const { w } = useDirectoryWords();
  const label = useLabels();
  return (
    <article className="wrap event directory-entry" data-bloom={entry.themes[0] ?? "other"}>
      <p className="event__back"><Link to="/annuaire">← {w.back}</Link></p>
      <header className="directory-entry__head">
        <div className="event__intro">
          <ul role="list" className="event__words">
            <li className="flag">{label("kind", entry.kind)}</li>
            {entry.themes.map((each) => <li key={each} className="word" data-bloom={each}>{label("theme", each)}</li>)}
          </ul>
          <h1>{unbroken(entry.name)}</h1>
          {entry.commune_name && <p className="event__place">{entry.commune_name}</p>}
        </div>
        <div className="directory-entry__flower" aria-hidden="true"><EntryFlower entry={entry} /></div>
      </header>
      <div className="event__columns">
        <div className="event__story">
          {entry.description && <div className="prose">{entry.description.split(/\n{2,}/).map((each) => <p key={each}>{unbroken(each)}</p>)}</div>}
          <p className="directory-entry__doors">
            <Link className="button" to="/agenda" search={{ holder: entry.id } as never}>{w.events}</Link>
            {entry.offers.includes("loans") && <Link className="button" to="/catalogue" search={{ owner: entry.id } as never}>{w.items}</Link>}
          </p>
        </div>
        <aside className="event__facts" aria-label={w.where}><Facts entry={entry} /></aside>
      </div>
      <CorrectionForm entry={entry} />
    </article>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const { w } = useDirectoryWords();
  const label = useLabels();
  const site = safeUrl(entry.website);
  const place = [entry.address, [entry.postal_code, entry.commune_name].filter(Boolean).join(" ")].filter(Boolean);
  const isReached = Boolean(site ?? entry.email ?? entry.phone);
  return (
    <dl className="facts">
      {entry.offers.length > 0 && <div className="facts__fact"><dt>{w.offers}</dt><dd>{entry.offers.map((each) => label("offer", each)).join(", ")}</dd></div>}
      {place.length > 0 && <div className="facts__fact"><dt>{w.where}</dt>{place.map((line) => <dd key={line}>{line}</dd>)}</div>}
      <div className="facts__fact">
        <dt>{w.reach}</dt>
        {site && <dd><a href={site} rel="noopener">{w.site}</a></dd>}
        {entry.email && <dd><a href={`mailto:${entry.email}`}>{entry.email}</a></dd>}
        {entry.phone && <dd><a href={`tel:${entry.phone.replaceAll(" ", "")}`}>{entry.phone}</a></dd>}
        {!isReached && <dd>{w.noReach}</dd>}
      </div>
    </dl>
  );
}
