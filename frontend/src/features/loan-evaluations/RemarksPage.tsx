import { Button, Select, Textarea } from "@mantine/core";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useLendingWords } from "@/programme/lendingWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { OneOf } from "@/space/kit/OneOf";
import { Page, Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { changeTask, taskCounts, taskPages, tasksKey, TASK_STATES, type Task, type TaskState } from "./calls";
import { useEvaluationWords } from "./words";
import "./evaluations.css";

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** What borrowers find wrong in the content of items, as things to do: `?etat=done`, `?outil=…`. */
export function RemarksPage() {
  const { w } = useEvaluationWords();
  const words = useLendingWords();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const state = TASK_STATES.find((each) => each === search.etat) ?? "to_do";
  const item = ID.test(String(search.outil)) ? String(search.outil) : undefined;
  const counts = useQuery(taskCounts(item)).data;
  const pages = useInfiniteQuery(taskPages(state, item));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const go = (next: TaskState) => void navigate({ to: "/espace/prets/remarques", resetScroll: false, search: { etat: next === "to_do" ? undefined : next, outil: item } as never });
  return (
    <Page title={w.tasksTitle} lead={<p>{w.tasksLead}</p>}>
      <div><OneOf label={w.taskState} values={TASK_STATES} value={state} wordOf={(each) => `${words.task_state[each]}${counts ? ` (${counts[each]})` : ""}`} onChoose={go} /></div>
      {item && <p>{w.onlyItem} <Link to="/espace/prets/remarques" search={{} as never}>{w.everyItem}</Link></p>}
      <Part title={words.task_state[state]}>
        <Loaded<Task[]> query={{ ...pages, data: pages.data && items } as never} waiting={w.loading}>
          {() => (items.length === 0
            ? <NothingYet><p>{w.tasksNone[state]}</p></NothingYet>
            : <ul role="list" className="lines" aria-label={w.remarks}>{items.map((task) => <TaskLine key={task.id} task={task} />)}</ul>)}
        </Loaded>
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Part>
    </Page>
  );
}

function TaskLine({ task }: { task: Task }) {
  const { w, lang } = useEvaluationWords();
  const { open, show, close, button } = useUnfolded();
  return (
    <li className="line">
      <div className="line__main">
        <Link to={"/espace/outils/$id" as string} params={{ id: task.item_id } as never}>{task.title}</Link>
        <blockquote className="note evaluations__remark">{task.remark}</blockquote>
        <span className="soft">
          <Link to={"/espace/prets/$id" as string} params={{ id: task.loan_id } as never}>{w.loan(task.loan_number)}</Link>
          {" · "}{[w.saidOn(formatDate(task.created_at, lang)), task.version > 1 && w.changedOn(formatDate(task.updated_at, lang))].filter(Boolean).join(" · ")}
        </span>
        {task.note && <span className="note">{task.note}</span>}
      </div>
      {task.allowed_actions.includes("change") && !open && <div className="line__actions"><Button ref={button} size="xs" aria-label={w.changeOf(task.title)} onClick={show}>{w.change}</Button></div>}
      {open && <div className="line__below"><TaskForm task={task} onClose={close} /></div>}
    </li>
  );
}

/** The next step that is proposed: what waits is begun, what is begun is done. */
const NEXT: Record<TaskState, TaskState> = { to_do: "in_progress", in_progress: "done", done: "done", set_aside: "set_aside" };

function TaskForm({ task, onClose }: { task: Task; onClose: () => void }) {
  const { w } = useEvaluationWords();
  const words = useLendingWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: { state: NEXT[task.state], note: task.note ?? "" },
    labels: { state: w.taskState, note: w.note },
    check: ({ state, note }) => ({ ...(state === "set_aside" && !note.trim() && { note: w.noteNeeded }) }),
    send: async ({ state, note }) => {
      await changeTask(task, state, note);
      tell(w.changed);
    },
  });
  const done = () => {
    onClose();
    void client.invalidateQueries({ queryKey: tasksKey });
  };
  return (
    <EntryForm entry={entry} submitLabel={w.change} label={w.changeOf(task.title)} focusFirst onDone={done} onCancel={onClose}>
      <Select {...entry.field("state")} label={w.taskState} data={TASK_STATES.map((value) => ({ value, label: words.task_state[value] }))} />
      <Textarea {...entry.field("note")} label={w.note} description={w.noteHint} maxLength={2000} />
    </EntryForm>
  );
}
