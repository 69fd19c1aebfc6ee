import { Button, Checkbox } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { editionPath, type Edition, type Publication, type Published, type PublishItem } from "./calls";
import { Doubles } from "./Doubles";
import { useEditionWords } from "./words";

/** What publishing the edition would show, and what it would leave and why; then, in one step, it is done. */
export function PublicationView({ edition }: { edition: Edition }) {
  const { w } = useEditionWords();
  const [drafts, setDrafts] = useState(false);
  const what = { include_drafts: drafts };
  const query = useQuery({
    queryKey: ["programme", edition.year, "publication", drafts] as const, staleTime: 0, refetchOnWindowFocus: false,
    queryFn: () => post<Publication>(`${editionPath(edition.year)}/publish/preview`, what),
  });
  return (
    <Part title={w.publication}>
      <p>{w.publicationHint}</p>
      <Checkbox label={w.withDrafts} description={w.withDraftsHint} checked={drafts} onChange={({ currentTarget }) => setDrafts(currentTarget.checked)} />
      <Loaded query={query} waiting={w.previewing}>{(seen) => <Seen key={query.dataUpdatedAt} edition={edition} seen={seen} drafts={drafts} />}</Loaded>
    </Part>
  );
}

function Seen({ edition, seen, drafts }: { edition: Edition; seen: Publication; drafts: boolean }) {
  const { w } = useEditionWords();
  const client = useQueryClient();
  const ready = seen.items.filter(({ can_be_published: can }) => can);
  const held = seen.items.filter(({ can_be_published: can }) => !can);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const chosen = ready.filter(({ event_id: id }) => !left.has(id)).map(({ event_id: id }) => id);
  const choose = (id: string, on: boolean) => setLeft((before) => { const next = new Set(before); if (on) next.delete(id); else next.add(id); return next; });
  const publish = async () => {
    const done = await post<Published>(`${editionPath(edition.year)}/publish`, { include_drafts: drafts, event_ids: chosen });
    await client.invalidateQueries({ queryKey: ["programme", edition.year] });
    tell([w.published(done.published.length), done.left.length > 0 && w.left(done.left.length)].filter(Boolean).join(" "));
  };
  return (
    <>
      {seen.warnings.map(({ code, text }) => <p key={code} className="edition__note" role="note">{text}</p>)}
      {seen.items.length === 0 && <NothingYet><p>{w.nothing}</p></NothingYet>}
      {ready.length > 0 && (
        <section aria-label={w.ready(ready.length)} className="publishing">
          <h3>{w.ready(ready.length)}</h3>
          <ul role="list" className="lines">
            {ready.map((item) => (
              <li key={item.event_id} className="line">
                <Checkbox aria-label={w.choose(item.title)} checked={!left.has(item.event_id)} onChange={({ currentTarget }) => choose(item.event_id, currentTarget.checked)} />
                <EventWords item={item} />
              </li>
            ))}
          </ul>
          <div className="page__actions">
            <Button variant="filled" onClick={() => (chosen.length > 0 ? setAsking(true) : tell(w.noneChosen, { bad: true }))}>{w.publishN(chosen.length)}</Button>
            {left.size > 0 && <Button variant="subtle" onClick={() => setLeft(new Set())}>{w.allChosen}</Button>}
          </div>
        </section>
      )}
      {held.length > 0 && (
        <section aria-label={w.held(held.length)} className="publishing">
          <h3>{w.held(held.length)}</h3>
          <p className="soft">{w.heldHint}</p>
          <ul role="list" className="lines">{held.map((item) => <li key={item.event_id} className="line"><EventWords item={item} /></li>)}</ul>
        </section>
      )}
      <Confirm opened={asking} title={w.publishTitle(chosen.length)} confirmLabel={w.publishN(chosen.length)} onClose={() => setAsking(false)} onConfirm={publish}><p>{w.publishText}</p></Confirm>
    </>
  );
}

const DOUBLES = new Set(["in_national_feed", "may_be_double"]);

const sentences = (notes: PublishItem["missing"]) => notes.map(({ text }) => text).join(" ");

/** Of a project that is cancelled nothing else counts. */
function EventWords({ item }: { item: PublishItem }) {
  const { w } = useEditionWords();
  const over = item.missing.filter(({ code }) => code === "project_cancelled");
  const missing = over.length > 0 ? over : item.missing;
  const warnings = over.length > 0 ? [] : item.warnings;
  return (
    <>
      <div className="line__main">
        <Link to="/espace/evenements/$id" params={{ id: item.event_id }}>{item.title}</Link>
        <span className="soft">{[item.project_title ?? w.noProject, item.organisation_name, item.publication === "draft" && w.draft].filter(Boolean).join(" · ")}</span>
        {missing.length > 0 && <span className="publishing__missing">{sentences(missing)}</span>}
        {warnings.length > 0 && <span className="publishing__look">{sentences(warnings)}</span>}
      </div>
      {[...missing, ...warnings].some(({ code }) => DOUBLES.has(code)) && <Doubles event={item.event_id} title={item.title} />}
    </>
  );
}
