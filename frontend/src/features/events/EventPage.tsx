import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { eventFacts, type EventFacts } from "./calls";
import { CandidatesPart } from "./CandidatesPart";
import { FactsForm } from "./FactsForm";
import { PreviewPart } from "./PreviewPart";
import { ProposalsPart } from "./ProposalsPart";
import { SessionsPart } from "./SessionsPart";
import { StandsPart } from "./StandsPart";
import { StatePart } from "./StatePart";
import { useEventWords } from "./words";
import "./events.css";

/** An event, by whoever keeps it: what is told of it, when and where it takes place, where it stands. */
export function EventPage() {
  const { w } = useEventWords();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({ ...eventFacts(id), staleTime: 0 });
  if (!query.data) return <Page key="wait" title={w.title} ready={query.isError}><Loaded query={query}>{() => null}</Loaded></Page>;
  return <EventEditor key={id} event={query.data.data} etag={query.data.etag} />;
}

function EventEditor({ event, etag }: { event: EventFacts; etag: string | null }) {
  const { w } = useEventWords();
  const isUmbrella = event.structure === "umbrella";
  const sections = [["fiche", w.facts], ["seances", w.sessions], ...(isUmbrella ? [["stands", w.stands]] : []), ["apercu", w.preview]] as [string, string][];
  return (
    <Page title={event.title} lead={<Whose event={event} />}>
      <StatePart event={event} etag={etag} />
      <nav className="event-nav" aria-label={w.onThisPage}>{sections.map(([anchor, name]) => <a key={anchor} href={`#${anchor}`}>{name}</a>)}</nav>
      <CandidatesPart event={event} />
      <ProposalsPart event={event} />
      <div id="fiche"><Part title={w.facts}><FactsForm event={event} etag={etag} /></Part></div>
      <div id="seances"><SessionsPart event={event} /></div>
      {isUmbrella && <div id="stands"><StandsPart event={event} /></div>}
      <div id="apercu"><PreviewPart event={event} /></div>
    </Page>
  );
}

/** What it is part of, with the way there. */
function Whose({ event }: { event: EventFacts }) {
  const { w } = useEventWords();
  const { organisation_id: organisation, project_id: project, parent_id: parent, edition } = event;
  return (
    <p className="event-whose">
      {organisation && <span>{w.heldBy} <Link to="/espace/structures/$id" params={{ id: organisation }}>{event.organisation_name ?? w.anOrganisation}</Link></span>}
      {project && <span>{w.ofProject} <Link to="/espace/projets/$id" params={{ id: project }}>{event.project_title ?? w.aProject}</Link></span>}
      {parent && <span>{w.standOf} {event.parent_title}</span>}
      {edition && <span>{w.edition(edition)}</span>}
    </p>
  );
}
