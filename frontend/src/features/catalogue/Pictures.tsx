import { useState } from "react";
import { ItemDrawing } from "@/programme/ItemDrawing";
import type { Item } from "./catalogue";
import { useCatalogueWords } from "./words";

/** The photograph that is looked at, with its credit, and the others to choose from; or the item's own drawing. */
export function Pictures({ item }: { item: Item }) {
  const { w } = useCatalogueWords();
  const [chosen, setChosen] = useState(0);
  const photo = item.photos[chosen];
  if (!photo) {
    return (
      <figure className="item__drawing">
        <ItemDrawing item={item} />
        <figcaption className="unseen">{w.drawing}</figcaption>
      </figure>
    );
  }
  return (
    <div className="item__pictures">
      <figure className="item__photo">
        <img src={photo.url} alt={photo.alt || w.photoOf(item.title)} width={photo.width} height={photo.height} decoding="async" />
        <figcaption>{w.photo} {photo.credit}</figcaption>
      </figure>
      {item.photos.length > 1 && (
        <ul role="list" className="item__thumbs" aria-label={w.photos(item.photos.length)}>
          {item.photos.map((each, index) => (
            <li key={each.url}>
              <button type="button" aria-pressed={index === chosen} aria-label={w.photoN(index + 1, item.photos.length)} onClick={() => setChosen(index)}>
                <img src={each.url} alt="" width={each.width} height={each.height} loading="lazy" decoding="async" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
