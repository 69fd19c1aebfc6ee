import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { isUnknown } from "@/lib/problem";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { Page } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { Unsaved } from "@/space/kit/Unsaved";
import { item as itemQuery, may, type Item } from "./calls";
import { DocumentsPart } from "./DocumentsPart";
import { FormatsPart } from "./FormatsPart";
import { State } from "./ItemsPage";
import { PhotosPart } from "./PhotosPart";
import { PublicationPart } from "./PublicationPart";
import { SheetPart } from "./SheetPart";
import { useItemWords } from "./words";
import "./items.css";

/** An item as those who lend it see and write it. */
export function ItemPage() {
  const { w } = useItemWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery(itemQuery(id));
  if (!query.data && isUnknown(query.error)) return <Page key="none" title={w.unknown}><p><Link to={"/espace/outils" as string}>← {w.back}</Link></p></Page>;
  if (!query.data) return <Page key="wait" title={w.title} ready={query.isError}><Loaded query={query} waiting={w.loading}>{() => null}</Loaded></Page>;
  return <Unsaved key={id}><Whole item={query.data} /></Unsaved>;
}

function Whole({ item }: { item: Item }) {
  const { w } = useItemWords();
  const words = useLendingWords();
  const sections = [["fiche", w.sheet], ["formats", w.formatsPart], ["photos", w.photos], ["documents", w.documents], ["publication", w.publicationPart]] as const;
  const isWriting = ["publish", "unpublish", "retire"].some((action) => may(item, action));
  return (
    <Page
      title={item.title}
      lead={<p className="items__state">{lendingWord(words, "category", item.category)} · {item.owner.name} <State line={item} /></p>}
      actions={(
        <>
          {item.publication === "published" && <Link to={"/catalogue/$slug" as string} params={{ slug: item.slug } as never} className="button">{w.seePublic}</Link>}
          {item.publication === "published" && <a href={`/api/v1/catalogue/${encodeURIComponent(item.slug)}/sheet.pdf`} className="button" download>{w.printable}</a>}
          <Link to={"/espace/prets/planning" as string} search={{ item: item.id } as never} className="button">{w.seePlanning}</Link>
        </>
      )}
    >
      <nav aria-label={w.sections} className="sections">{sections.map(([anchor, label]) => <a key={anchor} href={`#${anchor}`}>{label}</a>)}</nav>
      <div id="fiche" className="item__sheet"><SheetPart item={item} /></div>
      <div id="formats"><FormatsPart item={item} /></div>
      <div id="photos"><PhotosPart item={item} /></div>
      <div id="documents"><DocumentsPart item={item} /></div>
      {isWriting && <div id="publication"><PublicationPart item={item} /></div>}
      <p><Link to={"/espace/outils" as string}>← {w.back}</Link></p>
    </Page>
  );
}
