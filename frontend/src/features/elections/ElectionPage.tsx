import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { todayInParis } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { Confirm } from "@/space/kit/Confirm";
import { DataTable, type Column } from "@/space/kit/DataTable";
import { formatDate, formatMoment } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { Unsaved } from "@/space/kit/Unsaved";
import { CandidaciesPart } from "./CandidaciesPart";
import { ContestPart } from "./ContestPart";
import { election, step, type Election } from "./calls";
import { VotePart } from "./VotePart";
import { useElectionWords } from "./words";
import "./elections.css";

/** An election from its posts to its proclamation: what is to be done next stands on top. */
export function ElectionPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { w } = useElectionWords();
  const query = useQuery(election(id));
  return query.data ? <Whole found={query.data} /> : <Page title={w.title}><Loaded query={query}>{() => null}</Loaded></Page>;
}

const PLAIN = ["open_candidacies", "close_candidacies", "open_vote", "second_round"] as const;

function Whole({ found }: { found: Election }) {
  const { w, lang } = useElectionWords();
  const { title, held_on: day, meeting_title: meeting, meeting_id: meetingId, state, rules, proclaimed_at: at, proclaimed_by: by } = found;
  const lead = (
    <>
      <p><a href={`/espace/reunions/${meetingId}`}>{meeting}</a>, {formatDate(day, lang)} <span className="flag">{w.states[state]}</span></p>
      <p className="soft">{w.rules(w.majorities[rules.majority] ?? "", rules.rounds, w.ties[rules.tie] ?? "")}</p>
      {state === "counted" && day > todayInParis() && <p>{w.proclaimOn(formatDate(day, lang))}</p>}
      {at && <p>{w.proclaimedBy(by ?? w.office, formatMoment(at, lang))}</p>}
    </>
  );
  return (
    <Page title={title} lead={lead} actions={<Steps found={found} />}>
      <Unsaved>
        <SeatsPart found={found} />
        <CandidaciesPart found={found} />
        {found.rounds.length > 0 && <VotePart found={found} />}
        <ContestPart found={found} />
        <p><Link to={"/espace/elections" as string}>{w.back}</Link></p>
      </Unsaved>
    </Page>
  );
}

function Steps({ found: { id, state, rounds, allowed_actions: actions } }: { found: Election }) {
  const { w } = useElectionWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const [asking, setAsking] = useState<"count" | "proclaim" | null>(null);
  const go = async (name: string, told: string) => {
    await step(client, id, name.replaceAll("_", "-"), {}, nameOf([id, name, state, rounds.length]));
    forget();
    tell(told);
  };
  const press = async (name: string) => {
    try {
      await go(name, w.stepsDone[name] ?? "");
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.message, { bad: true });
    }
  };
  return (
    <>
      {PLAIN.filter((name) => actions.includes(name)).map((name, place) => <Button key={name} variant={place === 0 ? "filled" : "default"} onClick={() => void press(name)}>{w.steps[name]}</Button>)}
      {actions.includes("count") && <Button variant="filled" onClick={() => setAsking("count")}>{w.count}</Button>}
      {actions.includes("proclaim") && <Button variant="filled" onClick={() => setAsking("proclaim")}>{w.proclaim}</Button>}
      {rounds.some(({ counted_at: counted }) => counted) && <a className="button" href={`/api/v1/elections/${id}/results.pdf`}>{w.print}</a>}
      {state === "proclaimed" && <><a className="button" href="/espace/gouvernance/declarations">{w.toDeclarations}</a><a className="button" href="/espace/gouvernance">{w.toBureau}</a></>}
      <Confirm opened={asking === "count"} title={w.countTitle} confirmLabel={w.count} onConfirm={() => go("count", w.counted)} onClose={() => setAsking(null)}><p>{w.countText}</p></Confirm>
      <Confirm opened={asking === "proclaim"} title={w.proclaimTitle} confirmLabel={w.proclaim} onConfirm={() => go("proclaim", w.proclaimed)} onClose={() => setAsking(null)}><p>{w.proclaimText}</p></Confirm>
    </>
  );
}

function SeatsPart({ found: { seats } }: { found: Election }) {
  const { w, lang } = useElectionWords();
  const columns: Column<Election["seats"][number]>[] = [
    { key: "seat", label: w.seat, cell: ({ number }) => number },
    { key: "college", label: w.college, cell: ({ college }) => college ?? w.all },
    { key: "reason", label: w.reason, cell: ({ reason, renewal_group: group }) => `${w.reasons[reason]}, ${w.groupN(group)}` },
    { key: "until", label: w.end, cell: ({ until }) => formatDate(until, lang) },
  ];
  return <Part title={w.seats}><DataTable caption={w.seats} columns={columns} rows={seats} rowKey={({ post_id: post }) => post} /></Part>;
}
