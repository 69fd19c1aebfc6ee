import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment, useState } from "react";
import { del } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { may, proposalsOf, type EventFacts, type Proposal } from "./calls";
import { readable } from "./fields";
import { useReading } from "./reading";
import { useEventWords } from "./words";

/** Settled ones shown before one asks for all. */
const SHOWN = 3;

/** Changes that wait for the coordination, and what became of the others. */
export function ProposalsPart({ event }: { event: EventFacts }) {
  const { w } = useEventWords();
  const client = useQueryClient();
  const { data = [] } = useQuery(proposalsOf(event.id));
  const [taking, setTaking] = useState<Proposal | null>(null);
  const [all, setAll] = useState(false);
  if (data.length === 0) return null;
  const open = data.filter(({ outcome }) => outcome === null);
  const settled = data.filter(({ outcome }) => outcome !== null);
  return (
    <Part title={w.proposals}>
      <ul role="list" className="lines" aria-label={w.proposals}>
        {[...open, ...(all ? settled : settled.slice(0, SHOWN))].map((each) => <ProposalLine key={each.id} proposal={each} onTake={() => setTaking(each)} />)}
      </ul>
      {!all && settled.length > SHOWN && <div><Button variant="subtle" onClick={() => setAll(true)}>{w.allProposals(settled.length)}</Button></div>}
      <Confirm
        opened={taking !== null} title={w.takeBackTitle} confirmLabel={w.takeBack} onClose={() => setTaking(null)}
        onConfirm={async () => {
          if (!taking) return;
          await del(`/change-proposals/${taking.id}`);
          await client.invalidateQueries({ queryKey: ["event-facts", event.id] });
          tell(w.takenBack);
        }}
      >
        <p>{w.takeBackText}</p>
      </Confirm>
    </Part>
  );
}

function ProposalLine({ proposal, onTake }: { proposal: Proposal; onTake: () => void }) {
  const { w, lang } = useEventWords();
  const { outcome, differences, reason } = proposal;
  const reading = useReading(differences.filter(({ field }) => field === "venue_id").flatMap(({ before, after }) => [before as string | null, after as string | null]));
  const words = (field: string, value: unknown) => readable(field, value, reading) || w.empty;
  const isNew = proposal.action === "add_session";
  return (
    <li className="line">
      <div className="line__main">
        <span>{w.proposalKind[proposal.action] ?? w.proposalKind["edit"]}</span>
        <span className="soft">{outcome ? w.settledSince(formatSince(proposal.settled_at ?? proposal.proposed_at, lang)) : w.waitsSince(formatSince(proposal.proposed_at, lang))}</span>
        <dl className="differences">
          {differences.filter(({ after }) => !isNew || words("", after) !== w.empty).map(({ field, label, before, after }) => (
            <Fragment key={field}>
              <dt>{label}</dt>
              <dd>{!isNew && before !== null && before !== undefined && <><del>{words(field, before)}</del> → </>}<ins>{words(field, after)}</ins></dd>
            </Fragment>
          ))}
        </dl>
        {reason && <span className="event-quote">{reason}</span>}
      </div>
      <span className={outcome === "rejected" ? "flag flag--stop" : "flag"}>{outcome ? w.outcome[outcome] : w.waiting}</span>
      {may(proposal, "withdraw") && <div className="line__actions"><Button size="xs" onClick={onTake}>{w.takeBack}</Button></div>}
      {may(proposal, "approve") && <div className="line__actions"><Link className="button" to="/espace/programme">{w.toDecide}</Link></div>}
    </li>
  );
}
