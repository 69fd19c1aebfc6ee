import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { Umbel } from "@/identity/Umbel";
import { unbroken } from "@/lib/text";
import type { Card } from "./directory";
import { useLabels } from "./useLabels";

/** An organisation's flower: a ray for each theme, a floret for each thing it offers. */
export function EntryFlower({ entry: { id, themes, offers } }: { entry: Pick<Card, "id" | "themes" | "offers"> }) {
  return <Umbel seed={id} traits={{ rays: Math.min(4 + themes.length, 9), florets: 2 + offers.length, stature: 0.6 }} bloom={themes[0] ?? "other"} />;
}

/** An organisation of the list: its flower, its name, what it is and where, what it offers. */
export const EntryRow = memo(function EntryRow({ entry, level = 2 }: { entry: Card; level?: 2 | 3 }) {
  const label = useLabels();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <li className="entry-row" data-bloom={entry.themes[0] ?? "other"}>
      <div className="entry-row__flower" aria-hidden="true"><EntryFlower entry={entry} /></div>
      <div className="entry-row__body">
        <Heading className="entry-row__name"><Link to="/annuaire/$slug" params={{ slug: entry.slug }}>{unbroken(entry.name)}</Link></Heading>
        <p className="soft">{[label("kind", entry.kind), entry.commune_name].filter(Boolean).join(" · ")}</p>
        {entry.offers.length > 0 && <p className="entry-row__offers">{entry.offers.map((each) => label("offer", each)).join(", ")}</p>}
      </div>
    </li>
  );
});
