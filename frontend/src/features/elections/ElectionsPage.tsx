import { Button, Select, Switch, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { post } from "@/api/write";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Page } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { Unsaved, useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { assemblies, electionPages, refresh, type Brief, type Election } from "./calls";
import { useElectionWords } from "./words";
import "./elections.css";

/** Elections of the board, the last first. */
export function ElectionsPage() {
  const { w } = useElectionWords();
  const { open, show, close, button } = useUnfolded();
  const pages = useInfiniteQuery(electionPages());
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const first = pages.data?.pages[0];
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} actions={first?.allowed_actions.includes("plan") && !open && <Button ref={button} onClick={show}>{w.plan}</Button>}>
      <Unsaved>
        {open && <PlanForm onClose={close} />}
        {pages.isPending && <Waiting words={w.looking} />}
        {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
        {first && (first.total === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : <p className="soft" role="status">{w.found(first.total)}</p>)}
        {items.length > 0 && <ul role="list" className="lines" aria-label={w.title}>{items.map((each) => <Line key={each.id} election={each} />)}</ul>}
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Unsaved>
    </Page>
  );
}

function Line({ election: { id, title, held_on: day, state, seats, candidacies_count: standing, contested_on: contested, meeting_title: meeting } }: { election: Brief }) {
  const { w, lang } = useElectionWords();
  return (
    <li className="line">
      <div className="line__main">
        <span><Link to={"/espace/elections/$id" as string} params={{ id } as never}>{title}</Link></span>
        <span>{[w.seatsN(seats.length), w.candidatesN(standing)].join(", ")}</span>
        <span className="soft">{`${meeting}, ${formatDate(day, lang)}`}</span>
      </div>
      <span className={state === "proclaimed" ? "word" : "flag"}>{contested && state === "proclaimed" ? `${w.states[state]}, ${w.contested}` : w.states[state]}</span>
    </li>
  );
}

function PlanForm({ onClose }: { onClose: () => void }) {
  const { w, lang } = useElectionWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { nameOf, forget } = useRequestName();
  const meetings = useQuery(assemblies());
  const entry = useEntry({
    initial: { meeting_id: "", title: w.usual, renewal_group: "1", fills_vacancies: true, voting: "at_meeting", by_college: false, candidacies_until: "" },
    labels: { meeting_id: w.meeting, title: w.name, renewal_group: w.group, fills_vacancies: w.vacancies, voting: w.voting, by_college: w.byCollege, candidacies_until: w.until },
    check: ({ meeting_id: meeting, title }) => ({ ...(!meeting && { meeting_id: w.meetingNeeded }), ...(!title.trim() && { title: w.nameNeeded }) }),
    send: async ({ renewal_group: group, candidacies_until: until, ...values }) => {
      const body = { ...values, title: values.title.trim(), renewal_group: group ? Number(group) : null, candidacies_until: until || null };
      const made = await post<Election>("/elections", body, nameOf(body));
      forget();
      await refresh(client);
      tell(w.planned);
      await navigate({ to: "/espace/elections/$id" as string, params: { id: made.id } as never });
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  const known = meetings.data ?? [];
  return (
    <EntryForm entry={entry} submitLabel={w.planGo} label={w.plan} focusFirst onCancel={onClose}>
      {meetings.data && known.length === 0 && <p className="trouble">{w.noMeeting}</p>}
      <Select {...entry.field("meeting_id")} value={entry.values.meeting_id || null} label={w.meeting} data={known.map(({ id, title, held_on: day }) => ({ value: id, label: `${title}, ${formatDate(day, lang)}` }))} />
      <TextInput {...entry.field("title")} label={w.name} maxLength={200} />
      <div className="group__pair">
        <Select {...entry.field("renewal_group")} label={w.group} allowDeselect={false} data={["1", "2", ""].map((value) => ({ value, label: w.groups[value] ?? value }))} />
        <Select {...entry.field("voting")} label={w.voting} allowDeselect={false} data={Object.entries(w.votings).map(([value, label]) => ({ value, label }))} />
      </div>
      <Switch {...entry.check("fills_vacancies")} label={w.vacancies} />
      <Switch {...entry.check("by_college")} label={w.byCollege} />
      <TextInput {...entry.field("candidacies_until")} type="date" label={w.until} />
    </EntryForm>
  );
}
