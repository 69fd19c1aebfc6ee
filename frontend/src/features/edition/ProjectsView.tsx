import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { notEntered, projects, type Edition, type Project } from "./calls";
import { Reminders, type Reminding } from "./Reminders";
import { SheetDialogue } from "./SheetDialogue";
import { useEditionWords } from "./words";

/** The labelled projects: who has not confirmed, who is not in the national agenda, who goes on, who gave up. */
export function ProjectsView({ edition }: { edition: Edition }) {
  const { w } = useEditionWords();
  const query = useQuery(projects(edition.year));
  const [reminding, setReminding] = useState<Reminding | null>(null);
  return (
    <>
      <Loaded query={query}>
        {(all) => (all.length === 0
          ? <NothingYet><p>{w.noProjectYet}</p><Link className="button" to="/espace/decisions">{w.toDecisions}</Link></NothingYet>
          : (
            <>
              <Confirmations items={all.filter(({ lifecycle }) => lifecycle === "awaiting_confirmation")} onRemind={setReminding} />
              {edition.mastering === "nationally" && <NotEnteredPart edition={edition} onRemind={setReminding} />}
              <Listed title={w.others} items={all.filter(({ lifecycle }) => lifecycle === "active")} empty={w.othersNone} />
              <Listed title={w.cancelled} items={all.filter(({ lifecycle }) => lifecycle === "cancelled")} empty={null} />
            </>
          ))}
      </Loaded>
      {reminding && <Reminders edition={edition} reminding={reminding} onClose={() => setReminding(null)} />}
    </>
  );
}

function Confirmations({ items, onRemind }: { items: Project[]; onRemind: (asked: Reminding) => void }) {
  const { w, lang } = useEditionWords();
  const remind = (some: Project[]) => onRemind({ kind: "confirmation-reminders", projects: some.map(({ id }) => id) });
  return (
    <Part title={w.confirmations} actions={items.length > 0 ? <Button onClick={() => remind(items)}>{w.remindAll(items.length)}</Button> : undefined}>
      {items.length === 0 ? <NothingYet><p>{w.confirmationsNone}</p></NothingYet> : (
        <ul role="list" className="lines" aria-label={w.confirmations}>
          {items.map((each) => <ProjectLine key={each.id} id={each.id} title={each.title} details={[each.organisation_name, each.reminded_at ? w.reminded(formatSince(each.reminded_at, lang)) : w.notReminded]} />)}
        </ul>
      )}
    </Part>
  );
}

function NotEnteredPart({ edition, onRemind }: { edition: Edition; onRemind: (asked: Reminding) => void }) {
  const { w, lang } = useEditionWords();
  const query = useQuery(notEntered(edition.year));
  const [reading, setReading] = useState<{ id: string; title: string } | null>(null);
  const items = query.data?.items ?? [];
  return (
    <Part title={w.notEntered} actions={items.length > 0 ? <Button onClick={() => onRemind({ kind: "not-entered/reminders", projects: items.map(({ project_id: id }) => id) })}>{w.remindAll(items.length)}</Button> : undefined}>
      <p className="soft">{w.notEnteredHint}</p>
      <Loaded query={query}>
        {() => (items.length === 0 ? <NothingYet><p>{w.notEnteredNone}</p></NothingYet> : (
          <ul role="list" className="lines" aria-label={w.notEntered}>
            {items.map((each) => (
              <ProjectLine
                key={each.project_id} id={each.project_id} title={each.title}
                details={[each.organisation_name, each.candidate_count > 0 && w.candidatesN(each.candidate_count), !each.has_contact && w.noContact, each.reminded_at ? w.reminded(formatSince(each.reminded_at, lang)) : w.notReminded]}
              >
                <Button size="xs" aria-label={w.theSheetOf(each.title)} onClick={() => setReading({ id: each.project_id, title: each.title })}>{w.theSheet}</Button>
              </ProjectLine>
            ))}
          </ul>
        ))}
      </Loaded>
      {reading && <SheetDialogue project={reading.id} title={w.theSheetOf(reading.title)} onClose={() => setReading(null)} />}
    </Part>
  );
}

function Listed({ title, items, empty }: { title: string; items: Project[]; empty: string | null }) {
  const { w, lang } = useEditionWords();
  if (items.length === 0 && empty === null) return null;
  return (
    <Part title={title}>
      {items.length === 0 ? <NothingYet><p>{empty}</p></NothingYet> : (
        <ul role="list" className="lines" aria-label={title}>
          {items.map((each) => (
            <ProjectLine
              key={each.id} id={each.id} title={each.title}
              details={each.cancelled_at ? [each.organisation_name, w.cancelledOn(formatSince(each.cancelled_at, lang)), each.cancelled_reason] : [each.organisation_name, w.events(each.event_count), each.ready_count > 0 && w.readyN(each.ready_count), each.published_count > 0 && w.publishedN(each.published_count)]}
            />
          ))}
        </ul>
      )}
    </Part>
  );
}

interface ProjectLineProps {
  id: string;
  title: string;
  details: (string | null | false)[];
  children?: ReactNode;
}

function ProjectLine({ id, title, details, children }: ProjectLineProps) {
  return (
    <li className="line">
      <div className="line__main"><Link to="/espace/projets/$id" params={{ id }}>{title}</Link><span className="soft">{details.filter(Boolean).join(" · ")}</span></div>
      {children && <div className="line__actions">{children}</div>}
    </li>
  );
}
