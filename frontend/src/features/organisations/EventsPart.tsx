import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Problem } from "@/lib/problem";
import { Waiting } from "@/ui/LostFlower";
import { Failure } from "@/ui/Failure";
import { Umbel } from "@/identity/Umbel";
import { useKitWords } from "@/space/kit/words";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { eventsOf, may, type Organisation, type OwnEvent } from "./calls";
import { useOrganisationWords } from "./words";

/** The events that the organisation holds, published or not. A service that is down takes nothing from the rest of the page. */
export function EventsPart({ organisation: { id } }: { organisation: Organisation }) {
  const { w } = useOrganisationWords();
  const { w: kit } = useKitWords();
  const pages = useInfiniteQuery(eventsOf(id));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const closed = pages.error instanceof Problem && [403, 404, 422].includes(pages.error.status);
  return (
    <Part title={w.events}>
      {pages.isPending && <Waiting words={kit.loading} />}
      {pages.isError && !pages.data && (closed ? <p className="soft">{w.eventsClosed}</p> : <Failure error={pages.error} onRetry={() => void pages.refetch()} />)}
      {pages.data && items.length === 0 && <NothingYet><p>{w.eventsNone}</p></NothingYet>}
      {items.length > 0 && <ul role="list" className="lines" aria-label={w.events}>{items.map((event) => <EventLine key={event.id} event={event} />)}</ul>}
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Part>
  );
}

function EventLine({ event }: { event: OwnEvent }) {
  const { w } = useOrganisationWords();
  const { id, slug, title, edition, publication, withdrawn_at: withdrawn } = event;
  const state = withdrawn ? w.withdrawn : (w.publication[publication] ?? publication);
  return (
    <li className="line">
      <span className="line__flower"><Umbel seed={id} traits={{ rays: 5, florets: 4, stature: 0.5 }} bloom="other" /></span>
      <div className="line__main">
        <span>{title}</span>
        <span className="soft">{[edition && w.edition(edition), state].filter(Boolean).join(" · ")}</span>
      </div>
      <div className="line__actions">
        {may(event, "edit") && <Link to="/espace/evenements/$id" params={{ id }} className="button" aria-label={w.eventEditOf(title)}>{w.eventEdit}</Link>}
        {publication === "published" && !withdrawn && <Link to="/agenda/$slug" params={{ slug }} aria-label={w.eventSeeOf(title)}>{w.eventSee}</Link>}
      </div>
    </li>
  );
}
