import { Button, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { Answer } from "@/api/write";
import { formatDay, todayInParis } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { LeaveGuard } from "@/space/kit/LeaveGuard";
import { Page, Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { approveMinutes, correctMinutes, draftMinutes, meeting, meetingsKey, minutes, writeMinutes, type Meeting, type Minutes } from "./calls";
import { MinutesText } from "./MinutesText";
import { useMeetingWords } from "./words";
import "./meetings.css";

/** The minutes of a meeting: drafted from the sitting, edited, approved, printed; corrected by another version. */
export function MinutesPage() {
  const { w } = useMeetingWords();
  const { id = "" } = useParams({ strict: false });
  const query = useQuery(meeting(id));
  return (
    <Page title={w.minutes} ready={!query.isPending} lead={query.data && <p><Link to={"/espace/reunions/$id" as string} params={{ id } as never}>{query.data.data.title}</Link></p>}>
      <Loaded query={query} waiting={w.loading}>{({ data }) => (data.minutes.length === 0 ? <Start meeting={data} /> : <Written meeting={data} />)}</Loaded>
    </Page>
  );
}

function Start({ meeting: told }: { meeting: Meeting }) {
  const { w } = useMeetingWords();
  const client = useQueryClient();
  const draft = async () => {
    try {
      await draftMinutes(told.id);
      await client.invalidateQueries({ queryKey: meetingsKey });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.message, { bad: true });
    }
  };
  if (!told.allowed_actions.includes("draft_minutes")) return <p>{w.minutesNone}</p>;
  return <div><Button variant="filled" onClick={() => void draft()}>{w.draft}</Button></div>;
}

function Written({ meeting: told }: { meeting: Meeting }) {
  const { w, lang } = useMeetingWords();
  const query = useQuery(minutes(told.id));
  return (
    <Loaded query={query}>
      {(answer) => {
        const { number, approved_on: approved, allowed_actions: actions, text } = answer.data;
        return (
          <>
            <div className="line__actions">
              <span className={approved ? "flag" : "word"}>{approved ? w.isApproved(formatDay(approved, lang, { weekday: false, year: true }), number) : w.isDraft(number)}</span>
              <Button component="a" size="xs" href={`/api/v1/meetings/${told.id}/minutes.pdf?number=${number}`} download>{w.pdf}</Button>
            </div>
            {actions.includes("edit") ? <TextForm key={number} meeting={told} answer={answer} /> : <Part title={w.text}><MinutesText text={text} /></Part>}
            {actions.includes("approve") && <ApproveForm meeting={told} />}
            {actions.includes("correct") && <CorrectPart meeting={told} />}
          </>
        );
      }}
    </Loaded>
  );
}

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: meetingsKey });
}

function TextForm({ meeting: told, answer }: { meeting: Meeting; answer: Answer<Minutes> }) {
  const { w } = useMeetingWords();
  const refresh = useRefresh();
  const entry = useEntry({
    initial: { text: answer.data.text }, labels: { text: w.text }, check: ({ text }) => ({ ...(!text.trim() && { text: w.needed }) }),
    send: async ({ text }) => {
      await writeMinutes(told.id, text, answer.etag);
      entry.reset({ text });
      tell(w.saved);
      await refresh();
    },
  });
  return (
    <Part title={w.text}>
      <LeaveGuard when={entry.changed} />
      <EntryForm entry={entry} submitLabel={w.save}>
        <Textarea {...entry.field("text")} label={w.text} description={w.textHint} autosize minRows={18} maxLength={100_000} className="meetings__minutes" />
      </EntryForm>
      <details className="meetings__preview"><summary>{w.preview}</summary><MinutesText text={entry.values.text} /></details>
    </Part>
  );
}

function ApproveForm({ meeting: told }: { meeting: Meeting }) {
  const { w } = useMeetingWords();
  const refresh = useRefresh();
  const entry = useEntry({
    initial: { approved_on: todayInParis() }, labels: { approved_on: w.approvedOn },
    send: async ({ approved_on: day }) => { await approveMinutes(told.id, day); await refresh(); },
  });
  return (
    <Part title={w.approve}>
      <EntryForm entry={entry} submitLabel={w.approve}><p>{w.approveText}</p><TextInput {...entry.field("approved_on")} type="date" label={w.approvedOn} /></EntryForm>
    </Part>
  );
}

function CorrectPart({ meeting: told }: { meeting: Meeting }) {
  const { w } = useMeetingWords();
  const refresh = useRefresh();
  const { open, show, close, button } = useUnfolded();
  const entry = useEntry({
    initial: { correction: "" }, labels: { correction: w.correction }, check: ({ correction }) => ({ ...(!correction.trim() && { correction: w.needed }) }),
    send: async ({ correction }) => { await correctMinutes(told.id, correction); await refresh(); },
  });
  return (
    <Part title={w.correct}>
      {open ? (
        <EntryForm entry={entry} submitLabel={w.correctGo} focusFirst onDone={close} onCancel={close}><Textarea {...entry.field("correction")} label={w.correction} maxLength={1000} /></EntryForm>
      ) : <div><Button ref={button} size="xs" onClick={show}>{w.correct}</Button></div>}
    </Part>
  );
}
