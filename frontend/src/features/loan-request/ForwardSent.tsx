import { Link } from "@tanstack/react-router";
import { formatSpan } from "@/lib/dates";
import { Page, Part } from "@/space/kit/Page";
import type { ForwardedRequest } from "./forwarding";
import { useForwardWords } from "./forwardWords";

/** It left: who has it, and what happens next. */
export function ForwardSent({ request: { item, contact, starts_on: first, ends_on: last, place_of_use: place } }: { request: ForwardedRequest }) {
  const { w, lang } = useForwardWords();
  return (
    <Page
      title={w.sentTitle} lead={<p>{w.sentLead(item.owner_name, item.title)}</p>}
      actions={<><Link to={"/espace/prets" as never} className="button button--strong">{w.back}</Link><a href={`/catalogue/${item.slug}`} className="button">{w.sheet}</a><a href="/catalogue" className="button">{w.catalogue}</a></>}
    >
      <Part title={w.next}>
        <ol className="request__steps">{w.steps(item.owner_name, contact?.email ?? "").map((each) => <li key={each}>{each}</li>)}</ol>
        <dl className="facts">
          <dt>{w.dates}</dt><dd>{formatSpan(first, last, lang)}</dd>
          <dt>{w.place}</dt><dd>{[place.name, place.address, place.commune_name].filter(Boolean).join(", ")}</dd>
          {contact && <><dt>{w.answered}</dt><dd>{contact.name} <span className="soft">({contact.email})</span></dd></>}
        </dl>
      </Part>
    </Page>
  );
}
