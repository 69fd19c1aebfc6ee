import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { addDays, todayInParis } from "@/lib/dates";
import { live, type DeskSitting } from "@/programme/sitting";
import { Confirm } from "@/space/kit/Confirm";
import { Page } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { AttendancePart } from "./AttendancePart";
import { MotionsPart } from "./MotionsPart";
import { adjourn, close, meetingsKey, open } from "./calls";
import { isUnderWay, momentOf, usualClock } from "./hours";
import { useMeetingWords } from "./words";
import "./meetings.css";

/** The sitting of the day, for who keeps it and for the screen of the room: quorum, votes, who is there. */
export function SessionPage() {
  const { w } = useMeetingWords();
  const { id = "" } = useParams({ strict: false });
  const query = useQuery(live<DeskSitting>(`/meetings/${encodeURIComponent(id)}/live`));
  const [isBig, setIsBig] = useState(false);
  return (
    <Page
      title={query.data?.meeting.title ?? w.sitting} ready={!query.isPending}
      lead={query.data && <p><span className={query.data.meeting.state === "open" ? "flag" : "word"}>{w.states[query.data.meeting.state]}</span> <Link to={"/espace/reunions/$id" as string} params={{ id } as never}>{w.back}</Link></p>}
      actions={<Button size="xs" aria-pressed={isBig} onClick={() => setIsBig(!isBig)}>{isBig ? w.small : w.big}</Button>}
    >
      <Loaded query={query} waiting={w.loading}>{(told) => <Sitting id={id} told={told} isBig={isBig} />}</Loaded>
    </Page>
  );
}

function Sitting({ id, told, isBig }: { id: string; told: DeskSitting; isBig: boolean }) {
  const client = useQueryClient();
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ["live", `/meetings/${encodeURIComponent(id)}/live`] });
    await client.invalidateQueries({ queryKey: meetingsKey });
  };
  return (
    <div className="session" data-big={isBig || undefined}>
      <QuorumBand told={told} />
      <Steps id={id} told={told} onDone={refresh} />
      <MotionsPart id={id} told={told} onDone={refresh} />
      {told.roll.length > 0 && <AttendancePart id={id} told={told} onDone={refresh} />}
    </div>
  );
}

function QuorumBand({ told }: { told: DeskSitting }) {
  const { w } = useMeetingWords();
  const { members, voices, needed, present, represented, is_met: isMet } = told.meeting.quorum;
  if (told.meeting.state !== "open") return null;
  return (
    <div className="session__quorum" role="status">
      <p className="session__voices">{w.voices(voices, members)}</p>
      <p><span className={isMet ? "flag" : "flag flag--stop"}>{isMet ? w.met(needed) : w.unmet(needed)}</span> {w.present(present)}, {w.represented(represented)}</p>
      <meter min={0} max={Math.max(members, 1)} value={voices} low={needed} aria-label={w.voices(voices, members)} />
    </div>
  );
}

function Steps({ id, told, onDone }: { id: string; told: DeskSitting; onDone: () => Promise<unknown> }) {
  const { w } = useMeetingWords();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<"open" | "close" | "adjourn" | null>(null);
  const [day, setDay] = useState(addDays(todayInParis(), 15));
  const { held_on: heldOn } = told.meeting;
  const isPast = !isUnderWay(heldOn);
  const [clock, setClock] = useState(usualClock(told.meeting));
  const hour = isPast ? momentOf(heldOn, clock) : null;
  const asks = (next: "open" | "close" | "adjourn") => () => { setClock(next === "open" ? usualClock(told.meeting) : ""); setAsked(next); };
  const clockField = (label: string) => isPast && <TextInput type="time" label={label} description={w.pastHour} value={clock} onChange={({ currentTarget }) => setClock(currentTarget.value)} />;
  const may = (action: string) => told.allowed_actions.includes(action);
  const done = (work: () => Promise<unknown>) => async () => { await work(); await onDone(); };
  return (
    <div className="line__actions">
      {may("open") && <Button variant="filled" onClick={asks("open")}>{w.openIt}</Button>}
      {may("close") && <Button onClick={asks("close")}>{w.closeIt}</Button>}
      {may("adjourn") && !told.meeting.quorum.is_met && <Button onClick={asks("adjourn")}>{w.adjournIt}</Button>}
      <Confirm opened={asked === "open"} title={w.openIt} confirmLabel={w.openIt} onClose={() => setAsked(null)} onConfirm={done(() => open(id, hour))}><p>{w.openText}</p>{clockField(w.openedAt)}</Confirm>
      <Confirm opened={asked === "close"} title={w.closeIt} confirmLabel={w.closeIt} onClose={() => setAsked(null)} onConfirm={done(() => close(id, hour))}><p>{w.closeText}</p>{clockField(w.closedAt)}</Confirm>
      <Confirm opened={asked === "adjourn"} title={w.adjournIt} confirmLabel={w.adjournIt} onClose={() => setAsked(null)} onConfirm={done(async () => { const second = await adjourn(id, day, hour); void navigate({ to: "/espace/reunions/$id" as string, params: { id: second.id } as never }); })}>
        <p>{w.adjournText}</p>
        {clockField(w.closedAt)}
        <TextInput type="date" label={w.adjournDay} value={day} onChange={({ currentTarget }) => setDay(currentTarget.value)} />
      </Confirm>
    </div>
  );
}
