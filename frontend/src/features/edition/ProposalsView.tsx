import { Button, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/write";
import { readable } from "@/features/events/fields";
import { useReading } from "@/features/events/reading";
import { Confirm } from "@/space/kit/Confirm";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { proposals, type Edition, type Proposal } from "./calls";
import { useEditionWords } from "./words";

/** Changes of what is published that wait: what it was, what it would be, and yes or no with a reason. */
export function ProposalsView({ edition }: { edition: Edition }) {
  const { w } = useEditionWords();
  const client = useQueryClient();
  const query = useQuery(proposals(edition.year));
  const [approving, setApproving] = useState<Proposal | null>(null);
  const [rejecting, setRejecting] = useState<Proposal | null>(null);
  const settled = () => client.invalidateQueries({ queryKey: ["programme", edition.year] });
  return (
    <Part title={w.proposals}>
      <Loaded query={query}>
        {(items) => (items.length === 0
          ? <NothingYet><p>{w.proposalsNone}</p></NothingYet>
          : <ul role="list" className="lines">{items.map((each) => <ProposalLine key={each.id} proposal={each} onApprove={() => setApproving(each)} onReject={() => setRejecting(each)} />)}</ul>)}
      </Loaded>
      <Confirm
        opened={approving !== null} title={w.approveTitle} confirmLabel={w.approve} onClose={() => setApproving(null)}
        onConfirm={async () => {
          if (!approving) return;
          await post(`/change-proposals/${approving.id}/approve`, { over_newer: approving.is_outdated });
          await settled();
          tell(w.approved);
        }}
      >
        {approving?.is_outdated && <p><strong>{w.approveOver}</strong></p>}
        <p>{w.approveText}</p>
      </Confirm>
      {rejecting && <Rejection proposal={rejecting} onClose={() => setRejecting(null)} onDone={settled} />}
    </Part>
  );
}

function Rejection({ proposal, onClose, onDone }: { proposal: Proposal; onClose: () => void; onDone: () => Promise<void> }) {
  const { w } = useEditionWords();
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.reason }, check: ({ reason }) => ({ ...(!reason.trim() && { reason: w.reasonNeeded }) }),
    send: async ({ reason }) => {
      await post(`/change-proposals/${proposal.id}/reject`, { reason: reason.trim() });
      await onDone();
      tell(w.rejected);
    },
  });
  return (
    <Dialogue opened onClose={onClose} title={w.rejectTitle(proposal.event_title)}>
      <EntryForm entry={entry} submitLabel={w.reject} onDone={onClose} onCancel={onClose} focusFirst>
        <Textarea {...entry.field("reason")} label={w.reason} description={w.reasonHint} maxLength={1000} />
      </EntryForm>
    </Dialogue>
  );
}

interface ProposalLineProps {
  proposal: Proposal;
  onApprove: () => void;
  onReject: () => void;
}

function ProposalLine({ proposal, onApprove, onReject }: ProposalLineProps) {
  const { w, lang } = useEditionWords();
  const { differences, event_title: title, event_id: id, allowed_actions: actions } = proposal;
  const reading = useReading(differences.filter(({ field }) => field === "venue_id").flatMap(({ before, after, now }) => [before, after, now] as (string | null)[]));
  const words = (field: string, value: unknown) => readable(field, value, reading) || w.empty;
  return (
    <li className="line proposal">
      <div className="line__main">
        <Link to="/espace/evenements/$id" params={{ id }}>{title}</Link>
        <span className="soft">{[w.actions[proposal.action] ?? w.actions["edit"], w.since(proposal.organisation_name, formatSince(proposal.proposed_at, lang)), proposal.is_outdated && w.outdated].filter(Boolean).join(" · ")}</span>
      </div>
      <div className="line__actions">
        {actions.includes("approve") && <Button variant="filled" aria-label={w.approveOf(title)} onClick={onApprove}>{w.approve}</Button>}
        {actions.includes("reject") && <Button aria-label={w.rejectOf(title)} onClick={onReject}>{w.reject}</Button>}
      </div>
      <dl className="line__below proposal__differences">
        {differences.map(({ field, label, before, after, now }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>
              <del><span className="unseen">{w.before}{" : "}</span>{words(field, before)}</del>
              <ins><span className="unseen">{w.after}{" : "}</span>{words(field, after)}</ins>
              {proposal.is_outdated && JSON.stringify(now) !== JSON.stringify(before) && <span className="soft">{w.now}{" : "}{words(field, now)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
