import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { formatClock, formatDay } from "@/lib/dates";
import { capital, safeUrl } from "@/lib/text";
import { useMemberWords } from "@/programme/memberWords";
import type { Answer } from "@/api/write";
import { formatDate, inParis } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { AgendaPart } from "./AgendaPart";
import { CancelPart } from "./CancelPart";
import { ConvenePart } from "./ConvenePart";
import { DocumentsPart } from "./DocumentsPart";
import { FactsForm } from "./FactsForm";
import { RollPart } from "./RollPart";
import { TasksPart } from "./TasksPart";
import { meeting, meetingsKey, type Meeting } from "./calls";
import { useMeetingWords } from "./words";
import "./meetings.css";

/** One meeting as the team prepares it: when and where, agenda, documents, notice, roll, tasks. */
export function MeetingPage() {
  const { w } = useMeetingWords();
  const { id = "" } = useParams({ strict: false });
  const query = useQuery(meeting(id));
  const name = query.data?.data.title ?? w.meeting;
  return (
    <Page title={name} ready={!query.isPending} lead={query.data && <Lead meeting={query.data.data} />} actions={query.data && <Doors meeting={query.data.data} />}>
      <Loaded query={query} waiting={w.loading}>{(answer) => <Whole key={answer.data.id} answer={answer} />}</Loaded>
    </Page>
  );
}

function Lead({ meeting: told }: { meeting: Meeting }) {
  const { w, lang } = useMeetingWords();
  const words = useMemberWords();
  return (
    <>
      <p>{words.body[told.body]}{told.second_call_of && <>, {w.second}</>} · {capital(formatDay(told.held_on, lang, { year: true }))}{told.starts_at && <>, {formatClock(inParis(told.starts_at).clock, lang)}</>}{told.place && <>, {told.place}</>}</p>
      <p><span className={told.state === "cancelled" ? "flag flag--stop" : "flag"}>{w.states[told.state]}</span>{told.cancel_reason && <> {told.cancel_reason}</>}</p>
    </>
  );
}

function Doors({ meeting: told }: { meeting: Meeting }) {
  const { w } = useMeetingWords();
  const params = { id: told.id } as never;
  const isHeld = ["closed", "minutes_draft", "minutes_approved"].includes(told.state);
  return (
    <>
      {["convened", "open"].includes(told.state) || told.allowed_actions.includes("open") ? <Button variant="filled" renderRoot={(props) => <Link to={"/espace/reunions/$id/seance" as string} params={params} {...props} />}>{w.session}</Button> : null}
      {isHeld && <Button variant="filled" renderRoot={(props) => <Link to={"/espace/reunions/$id/proces-verbal" as string} params={params} {...props} />}>{w.minutesLink}</Button>}
      {told.roll.total > 0 && <Button component="a" href={`/api/v1/meetings/${told.id}/attendance-sheet.pdf`} download>{w.sheet}</Button>}
    </>
  );
}

function Whole({ answer }: { answer: Answer<Meeting> }) {
  const client = useQueryClient();
  const told = answer.data;
  const refresh = () => client.invalidateQueries({ queryKey: meetingsKey });
  const may = (action: string) => told.allowed_actions.includes(action);
  return (
    <>
      <FactsPart answer={answer} onDone={refresh} />
      <AgendaPart answer={answer} mayEdit={may("edit") || told.state === "closed"} onDone={refresh} />
      <DocumentsPart meeting={told} mayEdit={told.state !== "cancelled" && (may("edit") || told.allowed_actions.length > 0)} onDone={refresh} />
      <ConvenePart meeting={told} onDone={refresh} />
      <RollPart meeting={told} onDone={refresh} />
      <TasksPart meeting={told} onDone={refresh} />
      {(may("cancel") || may("record_held")) && <CancelPart meeting={told} onDone={refresh} />}
    </>
  );
}

function FactsPart({ answer, onDone }: { answer: Answer<Meeting>; onDone: () => Promise<unknown> }) {
  const { w, lang } = useMeetingWords();
  const { open, show, close, button } = useUnfolded();
  const told = answer.data;
  const online = safeUrl(told.online_url);
  const facts: [string, string | null][] = [
    [w.purpose, w.purposes[told.purpose]], [w.cutOff, formatDay(told.cut_off_on, lang, { year: true })],
    [w.rules, [w.quorum(told.quorum_share), w.proxies(told.proxies_per_holder, told.proxies_same_college), w.notice(told.notice_days)].join(" · ")],
    [w.staff, told.has_staff_seat ? told.staff_voter_name ?? "—" : null], [w.chair, told.chair_name], [w.secretary, told.secretary_name], [w.tellers, told.tellers],
    [w.sitting, told.opened_at ? [told.opened_at, told.closed_at].filter((each) => each !== null).map((each) => `${formatDate(each, lang)}, ${formatClock(inParis(each).clock, lang)}`).join(" – ") : null],
  ];
  return (
    <Part title={w.when} actions={told.allowed_actions.includes("edit") && !open && <Button ref={button} size="xs" onClick={show}>{w.edit}</Button>}>
      {open ? <FactsForm answer={answer} onDone={onDone} onClose={close} /> : (
        <dl className="facts">
          {facts.filter(([, value]) => value).map(([label, value]) => <div key={label} className="meetings__fact"><dt>{label}</dt><dd>{value}</dd></div>)}
          {online && <div className="meetings__fact"><dt>{w.online}</dt><dd><a href={online} rel="noopener noreferrer" target="_blank">{online}</a></dd></div>}
        </dl>
      )}
    </Part>
  );
}
