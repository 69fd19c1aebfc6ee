import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useWords } from "@/lib/i18n";
import { unbroken } from "@/lib/text";
import { EventRow } from "@/programme/EventRow";
import { ageWords, placeWords, wordFor } from "@/programme/words";
import { Part } from "@/space/kit/Page";
import { sessionsOf, venue, type EventFacts } from "./calls";
import { asCard } from "./preview";
import { sessionWords } from "./sessionWords";
import { useEventWords } from "./words";

/** Sessions shown of a long list. */
const SHOWN = 8;

/** What visitors read: the line of the agenda, and the page behind it. */
export function PreviewPart({ event }: { event: EventFacts }) {
  const { w, lang } = useEventWords();
  const { t } = useWords();
  const { data: sessions = [] } = useQuery(sessionsOf(event.id));
  const place = useQuery({ ...venue(event.venue_id ?? ""), enabled: event.venue_id !== null });
  const card = useMemo(() => asCard(event, sessions, place.data), [event, sessions, place.data]);
  const isPublic = event.publication === "published" && !event.withdrawn_at && !event.duplicate_of;
  // « Gratuit, sans réservation » says it already.
  const saysFree = event.free === true && /^(entrée )?(libre|gratuit)/i.test(event.conditions ?? "");
  const audience = [...event.audience.map((code) => wordFor(t, "audience", code)), ageWords(card.age, t), ...event.school_levels.map((code) => wordFor(t, "school_level", code))].filter(Boolean).join(", ");
  return (
    <Part title={w.preview} actions={isPublic ? <Link to="/agenda/$slug" params={{ slug: event.slug }} className="button">{w.publicPage}</Link> : undefined}>
      <p className="soft">{isPublic ? w.previewPublic : w.previewDraft}</p>
      <div className="event-preview">
        {/* A picture of a line, not a line: its link would lead nowhere before it is published. */}
        <ul role="list" className="event-preview__row" inert><EventRow event={card} withDay /></ul>
        <article aria-label={w.previewPage}>
          <h3>{unbroken(event.title)}</h3>
          {event.status !== "scheduled" && <p><span className="flag flag--stop">{wordFor(t, "status", event.status)}</span> {event.status_reason}</p>}
          {event.description && <p><strong>{unbroken(event.description)}</strong></p>}
          {event.long_description && <p className="event-preview__long">{event.long_description}</p>}
          <dl className="facts">
            <dt>{t.event.when}</dt>
            <dd>{sessions.length === 0 ? t.event.noSession : <ul className="event-plain">{sessions.slice(0, SHOWN).map((each) => <li key={each.id}>{sessionWords(each, lang)}</li>)}{sessions.length > SHOWN && <li>{w.andMore(sessions.length - SHOWN)}</li>}</ul>}</dd>
            <dt>{t.event.where}</dt><dd>{placeWords(card, t)}</dd>
            <dt>{t.event.who}</dt><dd>{audience || t.event.audienceUnknown}</dd>
            <dt>{t.event.price}</dt><dd>{[!saysFree && (event.free === null ? t.event.priceUnknown : event.free ? `${t.event.free}.` : `${t.event.paid}.`), event.conditions].filter(Boolean).join(" ")}</dd>
            <dt>{t.event.access}</dt><dd>{event.accessibility === null ? t.event.accessUnknown : event.accessibility.length === 0 ? t.event.accessNone : event.accessibility.map((code) => wordFor(t, "accessibility", code)).join(", ")}</dd>
          </dl>
        </article>
      </div>
    </Part>
  );
}
