import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { formatClock, formatDay, todayInParis } from "@/lib/dates";
import { capital } from "@/lib/text";
import { useMemberWords } from "@/programme/memberWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { hasRole, useMe } from "@/space/kit/me";
import { atParis, inParis } from "@/space/kit/moments";
import { OneOf } from "@/space/kit/OneOf";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { meetingPages, meetingsKey, plan, type Body, type MeetingBrief } from "./calls";
import { useMeetingWords } from "./words";
import "./meetings.css";

export const BODIES: readonly Body[] = ["general_assembly", "board", "bureau"];

const isComing = ({ state }: MeetingBrief): boolean => ["planned", "convened", "open"].includes(state);

/** Every meeting of the association's bodies: those to come first. */
export function MeetingsPage() {
  const { w } = useMeetingWords();
  const words = useMemberWords();
  const [body, setBody] = useState<Body | null>(null);
  const pages = useInfiniteQuery(meetingPages(body));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const { open, show, close, button } = useUnfolded();
  const keeps = hasRole(useMe(), "secretary", "administrator");
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} actions={keeps && !open && <Button ref={button} variant="filled" onClick={show}>{w.plan}</Button>}>
      {open && <Part title={w.plan}><PlanForm onClose={close} /></Part>}
      <OneOf label={w.body} values={["all", ...BODIES]} value={body ?? "all"} wordOf={(each) => (each === "all" ? w.every : words.body[each as Body])} onChoose={(each) => setBody(each === "all" ? null : (each as Body))} />
      <Loaded<MeetingBrief[]> query={{ ...pages, data: pages.data && items } as never} waiting={w.loading}>
        {() => (items.length === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : (
          <>
            <Lines title={w.coming} meetings={items.filter(isComing).toReversed()} />
            <Lines title={w.past} meetings={items.filter((each) => !isComing(each))} />
          </>
        ))}
      </Loaded>
      {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
    </Page>
  );
}

function Lines({ title, meetings }: { title: string; meetings: readonly MeetingBrief[] }) {
  const { w, lang } = useMeetingWords();
  const words = useMemberWords();
  if (meetings.length === 0) return null;
  return (
    <Part title={title}>
      <ul role="list" className="lines" aria-label={title}>
        {meetings.map((each) => (
          <li key={each.id} className="line">
            <div className="line__main">
              <Link to={"/espace/reunions/$id" as string} params={{ id: each.id } as never}>{each.title}</Link>
              <span>{capital(formatDay(each.held_on, lang, { year: true }))}{each.starts_at && <>, {formatClock(inParis(each.starts_at).clock, lang)}</>}{each.place && <>, {each.place}</>}</span>
              <span className="soft">{words.body[each.body]}{each.second_call_of && <> · {w.second}</>}</span>
            </div>
            <span className={each.state === "cancelled" ? "flag flag--stop" : each.state === "open" ? "flag" : "word"}>{w.states[each.state]}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function PlanForm({ onClose }: { onClose: () => void }) {
  const { w } = useMeetingWords();
  const words = useMemberWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    initial: { body: "board" as Body, title: "", purpose: "ordinary", held_on: todayInParis(), time: "18:00", place: "", online_url: "" },
    labels: { body: w.body, title: w.name, purpose: w.purpose, held_on: w.day, time: w.time, place: w.place, online_url: w.online },
    check: ({ title, held_on: day }) => ({ ...(!title.trim() && { title: w.needed }), ...(!day && { held_on: w.needed }) }),
    send: async ({ time, ...values }) => {
      const wanted = { ...values, starts_at: time ? atParis(values.held_on, time) : null } as never;
      const made = await plan(wanted, nameOf(wanted));
      forget();
      tell(w.planned);
      await client.invalidateQueries({ queryKey: meetingsKey });
      void navigate({ to: "/espace/reunions/$id" as string, params: { id: made.id } as never });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.planGo} focusFirst onCancel={onClose}>
      <Select {...entry.field("body")} label={w.body} data={BODIES.map((value) => ({ value, label: words.body[value] }))} allowDeselect={false} />
      <TextInput {...entry.field("title")} label={w.name} maxLength={200} />
      <Select {...entry.field("purpose")} label={w.purpose} data={Object.entries(w.purposes).map(([value, label]) => ({ value, label }))} allowDeselect={false} />
      <div className="group__pair">
        <TextInput {...entry.field("held_on")} type="date" label={w.day} />
        <TextInput {...entry.field("time")} type="time" label={w.time} />
      </div>
      <Textarea {...entry.field("place")} label={w.place} rows={1} maxLength={300} />
      <TextInput {...entry.field("online_url")} type="url" label={w.online} maxLength={500} />
    </EntryForm>
  );
}
