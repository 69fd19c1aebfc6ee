import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { usePage } from "@/lib/page";
import { isUnknown } from "@/lib/problem";
import { live, type ElectionPanelProps, type ElectionResultsProps, type MySitting } from "@/programme/sitting";
import { Failure } from "@/ui/Failure";
import { LostFlower, Waiting } from "@/ui/LostFlower";
import { AgendaPart } from "./AgendaPart";
import { PresencePart } from "./PresencePart";
import { ProxyPart } from "./ProxyPart";
import { QuorumPart } from "./QuorumPart";
import { ResultsPart } from "./ResultsPart";
import { SeatHead } from "./SeatHead";
import { VotePart } from "./VotePart";
import { useSeatWords } from "./words";
import "./seat.css";

export interface SeatPanels {
  /** What shows the ballot of an election: features do not know one another. */
  election: ComponentType<ElectionPanelProps>;
  /** What shows what was in their urns. */
  results: ComponentType<ElectionResultsProps>;
}

/** Somebody's own place at a meeting, by the link of the notice: live, on a phone first. */
export function LinkedSeatPage({ panels }: { panels: SeatPanels }) {
  const { token = "" } = useParams({ strict: false });
  return <SeatPage place={`/meetings/by-link/${encodeURIComponent(token)}`} token={token} panels={panels} />;
}

/** The same place, by the account of who acts for the member. */
export function OwnSeatPage({ panels }: { panels: SeatPanels }) {
  const { id = "" } = useParams({ strict: false });
  return <SeatPage place={`/me/meetings/${encodeURIComponent(id)}`} token={null} panels={panels} />;
}

interface SeatPageProps {
  place: string;
  token: string | null;
  panels: SeatPanels;
}

function SeatPage({ place, token, panels }: SeatPageProps) {
  const { w } = useSeatWords();
  const query = useQuery(live<MySitting>(place));
  const isLost = isUnknown(query.error);
  usePage(query.data?.meeting.title ?? (isLost ? w.unknownTitle : w.page), !query.isPending);
  if (isLost) return <div className="wrap lost"><LostFlower /><h1>{w.unknownTitle}</h1><p>{w.unknown}</p></div>;
  if (query.data) return <Sitting place={place} token={token} told={query.data} isLate={query.isError} panels={panels} />;
  return (
    <div className="wrap seat">
      <h1>{w.page}</h1>
      {query.isPending ? <Waiting words={w.loading} /> : <Failure error={query.error} onRetry={() => void query.refetch()} />}
    </div>
  );
}

function Sitting({ place, token, told, isLate, panels: { election: Election, results: Elected } }: SeatPageProps & { told: MySitting; isLate: boolean }) {
  const { w } = useSeatWords();
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: ["live", place] });
  const { meeting, me } = told;
  const isOpen = meeting.state === "open";
  return (
    <div className="wrap seat">
      <SeatHead meeting={meeting} me={me} />
      {isLate && <p className="seat__late" role="status">{w.offline}</p>}
      <PresencePart place={place} meeting={meeting} me={me} onDone={refresh} />
      {isOpen && <QuorumPart quorum={meeting.quorum} />}
      {meeting.motions.filter(({ state }) => state === "open").map((motion) => <VotePart key={motion.id} place={place} motion={motion} me={me} onDone={refresh} />)}
      {me.may_vote && meeting.polls.filter(({ kind }) => kind === "election").map((poll) => (
        <Election key={poll.id} place={place} token={token} meetingId={meeting.id} poll={poll} voices={me.voices} isPresent={me.is_present} onVoted={() => void refresh()} />
      ))}
      <ProxyPart place={place} me={me} onDone={refresh} />
      {meeting.state !== "planned" && <Elected token={token} meetingId={meeting.id} polls={meeting.polls} />}
      <ResultsPart motions={meeting.motions} />
      <AgendaPart place={place} meeting={meeting} />
    </div>
  );
}
