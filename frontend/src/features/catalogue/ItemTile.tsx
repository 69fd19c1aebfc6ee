import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { unbroken } from "@/lib/text";
import { ItemDrawing } from "@/programme/ItemDrawing";
import { useLendingWords } from "@/programme/lendingWords";
import { requestSearch, type Card } from "./catalogue";
import { useCatalogueWords } from "./words";
import "./tile.css";

interface ItemTileProps {
  item: Card;
  level?: 2 | 3;
  /** The days that were asked for go with the request. */
  dates?: { starts_on?: string | undefined; ends_on?: string | undefined };
}

const MOST_AUDIENCES = 3;

/** An item of the shelf: its picture or its flower, what it is, for whom, and the way to ask for it. */
export const ItemTile = memo(function ItemTile({ item, level = 2, dates }: ItemTileProps) {
  const { w } = useCatalogueWords();
  const words = useLendingWords();
  const Heading = level === 2 ? "h2" : "h3";
  const theme = item.themes[0] ?? "other";
  // In the order in which the words stand: everybody first, then the youngest.
  const audiences = (Object.keys(words.audience) as Card["audiences"]).filter((each) => item.audiences.includes(each));
  return (
    <li className="tile" data-bloom={theme}>
      <div className="tile__picture">
        {item.photo ? <img src={item.photo.url} alt="" width={item.photo.width} height={item.photo.height} loading="lazy" decoding="async" /> : <ItemDrawing item={item} />}
      </div>
      <div className="tile__body">
        <p className="tile__kind">{words.category[item.category]}</p>
        <Heading className="tile__title"><Link to="/catalogue/$slug" params={{ slug: item.slug }}>{unbroken(item.title)}</Link></Heading>
        {item.abstract && <p className="tile__abstract">{unbroken(item.abstract)}</p>}
        <ul role="list" className="tile__words">
          {item.themes[0] && <li className="word">{words.theme[item.themes[0]]}</li>}
          {audiences.length > 0 && <li className="tile__aside">{audiences.slice(0, MOST_AUDIENCES).map((each) => words.audience[each]).join(", ")}{audiences.length > MOST_AUDIENCES && "…"}</li>}
        </ul>
        <p className="tile__owner">{item.owner.name}</p>
        <p className="tile__act">
          {item.handling === "handled_here"
            ? <Link className="tile__add" to="/espace/prets/demandes/nouvelle" search={requestSearch(item.slug, dates)} preload={false} aria-label={w.requestOf(item.title)}><span aria-hidden="true">+&nbsp;</span>{w.request}</Link>
            : <Link className="tile__add" to="/catalogue/$slug" params={{ slug: item.slug }} hash="emprunter" aria-label={w.reachOf(item.title)}>{w.reach}</Link>}
        </p>
      </div>
    </li>
  );
});
