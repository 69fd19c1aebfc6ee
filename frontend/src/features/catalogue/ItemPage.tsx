import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { announce } from "@/lib/announce";
import { formatDay, addDays } from "@/lib/dates";
import { usePage } from "@/lib/page";
import { isUnknown } from "@/lib/problem";
import { unbroken } from "@/lib/text";
import { useLendingWords } from "@/programme/lendingWords";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { AvailabilityPart } from "./AvailabilityPart";
import { catalogueItem, requestSearch, type Item } from "./catalogue";
import { Documents, Formats, Reach, Terms, Traits } from "./ItemParts";
import { ItemTile } from "./ItemTile";
import { Pictures } from "./Pictures";
import { useCatalogueWords } from "./words";
import "@/programme/event.css";
import "./catalogue.css";
import "./item.css";

export function ItemPage() {
  const { w } = useCatalogueWords();
  const { slug = "" } = useParams({ strict: false });
  const answer = useQuery(catalogueItem(slug));
  const isLost = isUnknown(answer.error);
  usePage(answer.data?.title ?? (isLost ? w.unknownTitle : w.page), !answer.isPending);
  if (answer.data) return <ItemView key={answer.data.id} item={answer.data} />;
  if (answer.isPending) return <div className="wrap"><h1 className="unseen">{w.page}</h1><Waiting words={w.itemLoading} /></div>;
  return (
    <div className="wrap lost">
      {isLost && <LostFlower />}
      <h1 className={isLost ? undefined : "unseen"}>{isLost ? w.unknownTitle : w.page}</h1>
      {isLost ? <p>{w.unknownText}</p> : <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      <p className="lost__doors"><Link className="button button--strong" to="/catalogue">{w.back}</Link></p>
    </div>
  );
}

function ItemView({ item }: { item: Item }) {
  const { w, lang } = useCatalogueWords();
  const words = useLendingWords();
  const isLentHere = item.handling === "handled_here";
  const theme = item.themes[0];
  return (
    <article className="wrap event item" data-bloom={theme ?? "other"}>
      <p className="event__back"><Link to="/catalogue">← {w.back}</Link></p>
      <header className="event__head item__head">
        <div className="event__intro">
          <ul role="list" className="event__words">
            <li className="flag">{words.category[item.category]}</li>
            {item.themes.map((each) => <li key={each} className="word" data-bloom={each}>{words.theme[each]}</li>)}
          </ul>
          <h1>{unbroken(item.title)}</h1>
          <p className="event__place">{w.lentBy(item.owner.name)}</p>
          {item.retired_on && <p className="item__last">{w.lastDay(formatDay(addDays(item.retired_on, -1), lang, { year: true }))}</p>}
          <Actions item={item} isLentHere={isLentHere} />
        </div>
        <Pictures item={item} />
      </header>
      <div className="event__columns">
        <div className="event__story">
          <Story item={item} />
          {isLentHere ? <AvailabilityPart item={item} /> : <Reach item={item} />}
          <Formats formats={item.formats} />
          <Documents documents={item.documents} />
        </div>
        <aside className="event__facts" aria-label={w.facts}>
          <Traits item={item} />
          {isLentHere && <Terms item={item} />}
        </aside>
      </div>
      {item.similar.length > 0 && (
        <section aria-labelledby="similar">
          <h2 id="similar">{w.similar}</h2>
          <ul role="list" className="shelf">{item.similar.map((each) => <ItemTile key={each.id} item={each} level={3} />)}</ul>
        </section>
      )}
    </article>
  );
}

function Story({ item: { abstract, description, credits } }: { item: Item }) {
  const { w } = useCatalogueWords();
  if (!abstract && !description && !credits) return null;
  return (
    <div className="item__story">
      {abstract && <p className="event__lead">{unbroken(abstract)}</p>}
      {description && <div className="prose">{description.split(/\n{2,}/).map((each) => <p key={each} className="item__paragraph">{unbroken(each)}</p>)}</div>}
      {credits && <p className="soft"><strong>{w.credits}</strong> {unbroken(credits)}</p>}
    </div>
  );
}

function Actions({ item, isLentHere }: { item: Item; isLentHere: boolean }) {
  const { w } = useCatalogueWords();
  const [said, setSaid] = useState<string | null>(null);
  const share = async () => {
    if (navigator.share && window.matchMedia("(pointer: coarse)").matches) {
      // The reader closing the panel is no failure.
      await navigator.share({ title: item.title, url: location.href.split("#")[0] ?? location.href }).catch(() => undefined);
      return;
    }
    const told = await navigator.clipboard.writeText(location.href.split("#")[0] ?? location.href).then(() => w.copied, () => w.copyFailed);
    setSaid(told);
    announce(told);
  };
  return (
    <div className="share">
      {isLentHere
        ? <Link className="button button--strong" to="/espace/prets/demandes/nouvelle" search={requestSearch(item.slug)} preload={false}>{w.request}</Link>
        : item.handling === "forwarded"
          ? <Link className="button button--strong" to="/espace/prets/transmettre/$item" params={{ item: item.slug }} preload={false}>{w.forward}</Link>
          : <a className="button button--strong" href="#emprunter">{w.reach}</a>}
      {isLentHere && <a className="button" href="#disponibilites">{w.seeDates}</a>}
      <a className="button" href={`/api/v1/catalogue/${encodeURIComponent(item.slug)}/sheet.pdf`}>{w.sheet}</a>
      <button type="button" className="button" onClick={() => void share()}>{said ?? w.share}</button>
    </div>
  );
}
