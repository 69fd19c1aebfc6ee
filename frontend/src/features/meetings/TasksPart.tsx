import { Button, TextInput } from "@mantine/core";
import { formatDay, todayInParis } from "@/lib/dates";
import { Problem } from "@/lib/problem";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { hasRole, useMe } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { addTask, changeTask, type Meeting, type Task } from "./calls";
import { useMeetingWords } from "./words";

/** What was decided that somebody does something about. */
export function TasksPart({ meeting, onDone }: { meeting: Meeting; onDone: () => Promise<unknown> }) {
  const { w, lang } = useMeetingWords();
  const keeps = hasRole(useMe(), "secretary", "administrator");
  const { open, show, close, button } = useUnfolded();
  const mark = async (task: Task) => {
    try {
      await changeTask(task, task.done_on ? null : todayInParis());
      await onDone();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.message, { bad: true });
    }
  };
  return (
    <Part title={w.tasks} actions={keeps && !open && <Button ref={button} size="xs" onClick={show}>{w.addTask}</Button>}>
      {meeting.tasks.length === 0 && !open && <p className="soft">{w.tasksNone}</p>}
      {meeting.tasks.length > 0 && (
        <ul role="list" className="lines" aria-label={w.tasks}>
          {meeting.tasks.map((task) => (
            <li key={task.id} className="line">
              <div className="line__main"><span>{task.what}</span><span className="soft">{[task.who, task.done_on ? w.doneOn(formatDay(task.done_on, lang, { weekday: false, year: true })) : task.due_on && w.dueOn(formatDay(task.due_on, lang, { weekday: false, year: true }))].filter(Boolean).join(" · ")}</span></div>
              {keeps && <div className="line__actions"><Button size="xs" aria-label={task.done_on ? undefined : w.markDone(task.what)} onClick={() => void mark(task)}>{task.done_on ? w.undone : w.done}</Button></div>}
            </li>
          ))}
        </ul>
      )}
      {open && <TaskForm meeting={meeting} onDone={onDone} onClose={close} />}
    </Part>
  );
}

function TaskForm({ meeting, onDone, onClose }: { meeting: Meeting; onDone: () => Promise<unknown>; onClose: () => void }) {
  const { w } = useMeetingWords();
  const entry = useEntry({
    initial: { what: "", who: "", due_on: "" }, labels: { what: w.what, who: w.who, due_on: w.until }, check: ({ what }) => ({ ...(!what.trim() && { what: w.needed }) }),
    send: async ({ what, who, due_on: due }) => {
      await addTask(meeting.id, { what, who: who || null, due_on: due || null });
      await onDone();
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.addTask} focusFirst onDone={onClose} onCancel={onClose}>
      <TextInput {...entry.field("what")} label={w.what} maxLength={500} />
      <div className="group__pair"><TextInput {...entry.field("who")} label={w.who} maxLength={200} /><TextInput {...entry.field("due_on")} type="date" label={w.until} /></div>
    </EntryForm>
  );
}
