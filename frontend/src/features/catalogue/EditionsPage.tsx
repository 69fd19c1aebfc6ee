import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dayOf, formatDay } from "@/lib/dates";
import { usePage } from "@/lib/page";
import { unbroken } from "@/lib/text";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { catalogueEditions } from "./catalogue";
import { useCatalogueWords } from "./words";
import "@/programme/nothing.css";
import "./catalogue.css";
import "./editions.css";

/** The catalogue as it was frozen every two years: to print, to cite, to take as data. */
export function EditionsPage() {
  const { w, lang } = useCatalogueWords();
  const query = useQuery(catalogueEditions());
  usePage(w.editionsTitle, !query.isPending);
  const files = [["pdf", w.pdf], ["json", w.json], ["csv", w.csv]] as const;
  return (
    <div className="wrap editions">
      <p className="event__back"><Link to="/catalogue">← {w.back}</Link></p>
      <header className="catalogue__head">
        <h1>{w.editionsTitle}</h1>
        <p className="catalogue__lead">{w.editionsLead}</p>
      </header>
      {query.isPending && <Waiting words={w.editionsLoading} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <div className="nothing"><LostFlower /><h2>{w.editionsNone}</h2></div>}
      <ul role="list">
        {query.data?.map((each) => (
          <li key={each.id} className="edition-row">
            <h2>{unbroken(each.title)}</h2>
            <p>{w.frozen(formatDay(dayOf(each.frozen_at), lang, { weekday: false, year: true }), each.items, each.lenders)}</p>
            <p className="edition-row__files">
              {files.map(([ending, word]) => <a key={ending} className="button" href={`/api/v1/catalogue-editions/${each.id}.${ending}`} aria-label={w.of(word, each.title)}>{word}</a>)}
            </p>
            <details><summary>{w.fingerprint}</summary><code>{each.sha256}</code></details>
          </li>
        ))}
      </ul>
    </div>
  );
}
