import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { agendaEvent } from "@/api/queries";
import type { AgendaDetail } from "@/api/types";
import { Umbel } from "@/identity/Umbel";
import { useWords } from "@/lib/i18n";
import { usePage } from "@/lib/page";
import { Problem } from "@/lib/problem";
import { safeUrl, unbroken } from "@/lib/text";
import { EventRow } from "@/programme/EventRow";
import { umbelTraits } from "@/programme/traits";
import { placeWords, wordFor } from "@/programme/words";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { Facts } from "./Facts";
import { Notice } from "./Notice";
import { Register } from "./Register";
import { SafeHtml } from "@/ui/SafeHtml";
import { Sessions } from "./Sessions";
import { ShareBar } from "./ShareBar";
import { VenueBlock } from "./VenueBlock";
import "@/programme/event.css";

export function EventPage() {
  const { t } = useWords();
  const { slug = "" } = useParams({ strict: false });
  const answer = useQuery(agendaEvent(slug));
  if (answer.data) return <EventView event={answer.data} />;
  if (answer.isPending) return <div className="wrap"><Waiting words={t.event.loading} /></div>;
  const problem = answer.error instanceof Problem ? answer.error : null;
  const status = problem?.status ?? 0;
  if (status === 404) return <Lost title={t.errors.eventNotFoundTitle} text={t.errors.eventNotFoundText} />;
  if (problem?.see) return <Lost title={t.errors.elsewhereTitle} text={t.errors.elsewhereText} see={problem.see} />;
  if (status === 410) return <Lost title={t.errors.goneTitle} text={t.errors.goneText} />;
  return <EventFailure error={answer.error} onRetry={() => void answer.refetch()} />;
}

function EventView({ event }: { event: AgendaDetail }) {
  const { t } = useWords();
  usePage(event.title);
  return (
    <article className="wrap event" data-bloom={event.theme ?? "other"}>
      <p className="event__back"><Link to="/agenda">← {t.event.back}</Link></p>
      <header className="event__head">
        <div className="event__intro">
          {event.parent && (
            <p className="event__parent">{t.event.parent} <Link to="/agenda/$slug" params={{ slug: event.parent.slug }}>{unbroken(event.parent.title)}</Link></p>
          )}
          <h1>{unbroken(event.title)}</h1>
          <Notice event={event} />
          <p className="event__place">{placeWords(event, t)}</p>
          <ul role="list" className="event__words">
            {event.activity_type && <li className="word">{wordFor(t, "activity_type", event.activity_type)}</li>}
            {event.theme && <li className="word">{wordFor(t, "theme", event.theme)}</li>}
          </ul>
          <ShareBar event={event} />
        </div>
        <Picture event={event} />
      </header>
      <div className="event__columns">
        <div className="event__story">
          {event.description && <p className="event__lead">{unbroken(event.description)}</p>}
          {event.long_description_html && <SafeHtml html={event.long_description_html} />}
          <Sessions event={event} />
          <VenueBlock event={event} />
          {event.children.length > 0 && (
            <section aria-labelledby="children">
              <h2 id="children">{t.event.children(event.children.length)}</h2>
              <ul role="list">{event.children.toSorted((a, b) => (a.sessions[0]?.starts_at ?? "~").localeCompare(b.sessions[0]?.starts_at ?? "~")).map((child) => <EventRow key={child.id} event={{ ...child, children_count: 0 }} withDay withinParent />)}</ul>
            </section>
          )}
        </div>
        <aside className="event__facts">
          <Register event={event} />
          <Facts event={event} />
        </aside>
      </div>
      <footer className="event__source">
        <p className="soft">
          {event.source ? t.event.source : t.event.sourceOwn}
          {event.source && safeUrl(event.source.url) && <> · <a href={safeUrl(event.source.url) ?? ""} rel="noopener">{event.source.name}</a></>}
        </p>
      </footer>
    </article>
  );
}

/** The photograph with its credit, or the event's own flower, large. */
function Picture({ event }: { event: AgendaDetail }) {
  const { t } = useWords();
  const url = safeUrl(event.image?.url)?.replace(/^http:/, "https:");
  if (url && event.image) {
    return (
      <figure className="event__picture">
        <img src={url} alt={event.image.alt ?? t.event.imageAlt(event.title)} decoding="async" />
        {event.image.credits && <figcaption>{t.event.photo} {event.image.credits}</figcaption>}
      </figure>
    );
  }
  const traits = umbelTraits(event);
  return (
    <figure className="event__flower">
      <Umbel seed={event.id} traits={traits} bloom={event.theme} />
      <figcaption>{t.event.flower(traits.rays)}</figcaption>
    </figure>
  );
}

function Lost({ title, text, see }: { title: string; text: string; see?: { slug: string; title: string } }) {
  const { t } = useWords();
  usePage(title);
  return (
    <div className="wrap lost">
      <LostFlower />
      <h1>{title}</h1>
      <p>{text}</p>
      {see && <p><Link to="/agenda/$slug" params={{ slug: see.slug }}>{unbroken(see.title)}</Link></p>}
      <p className="lost__doors"><Link className="button button--strong" to="/agenda">{t.event.back}</Link></p>
    </div>
  );
}

function EventFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords();
  usePage(t.errors.title);
  return <div className="wrap lost"><h1 className="unseen">{t.site.agenda}</h1><Failure error={error} onRetry={onRetry} /></div>;
}
