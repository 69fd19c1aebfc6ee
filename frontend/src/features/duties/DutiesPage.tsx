import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { del, post, put } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Page, Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { Unsaved, useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { dutyPages, dutyPath, refresh, type Duty } from "./calls";
import { useDutyWords } from "./words";

const STATES = ["overdue", "soon", "later", "done"] as const;

/** What the association has to do by when: what is late first. */
export function DutiesPage() {
  const { w } = useDutyWords();
  const { open, show, close, button } = useUnfolded();
  const pages = useInfiniteQuery(dutyPages());
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const enters = pages.data?.pages[0]?.allowed_actions.includes("enter") ?? false;
  return (
    <Page title={w.title} lead={<p>{w.lead}</p>} actions={enters && !open && <Button ref={button} onClick={show}>{w.add}</Button>}>
      <Unsaved>
        {open && <AddForm onClose={close} />}
        {pages.isPending && <Waiting words={w.looking} />}
        {pages.isError && !pages.data && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.data && items.length === 0 && <NothingYet><p>{w.none}</p></NothingYet>}
        {STATES.map((state) => {
          const some = items.filter((each) => each.state === state);
          return some.length > 0 && (
            <Part key={state} title={w.states[state]}>
              <ul role="list" className="lines" aria-label={w.states[state]}>{some.map((duty) => <Line key={`${duty.kind} ${duty.key}`} duty={duty} />)}</ul>
            </Part>
          );
        })}
        {pages.hasNextPage && <div><Button aria-disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{w.more}</Button></div>}
      </Unsaved>
    </Page>
  );
}

function Line({ duty }: { duty: Duty }) {
  const { w, lang } = useDutyWords();
  const client = useQueryClient();
  const { open, show, close, button } = useUnfolded();
  const title = w.titles[duty.kind]?.(duty.about) ?? duty.title;
  const { state, due_on: due, done_on: done, note, allowed_actions: actions } = duty;
  const day = formatDate(done ?? due, lang);
  const undo = async () => {
    await del(`${dutyPath(duty)}/done`);
    await refresh(client);
    tell(w.undone);
  };
  const remove = async () => {
    await del(dutyPath(duty));
    await refresh(client);
    tell(w.removed);
  };
  return (
    <li className="line">
      <div className="line__main">
        <span>{title}</span>
        <span className="soft">{state === "done" ? w.doneOn(day) : state === "overdue" ? w.late(day) : w.before(day)}{note && ` · ${note}`}</span>
      </div>
      {!open && (
        <div className="line__actions">
          <Where kind={duty.kind} />
          {actions.includes("done") && <Button size="xs" ref={button} aria-label={w.doneOf(title)} onClick={show}>{w.done}</Button>}
          {actions.includes("undo") && <Button size="xs" variant="subtle" aria-label={w.undoOf(title)} onClick={() => void undo()}>{w.undo}</Button>}
          {actions.includes("remove") && <Button size="xs" variant="subtle" aria-label={w.removeOf(title)} onClick={() => void remove()}>{w.remove}</Button>}
        </div>
      )}
      {open && <div className="line__below"><DoneForm duty={duty} title={title} onClose={close} /></div>}
    </li>
  );
}

/** Where what is due is done. */
function Where({ kind }: { kind: Duty["kind"] }) {
  const { w } = useDutyWords();
  const places: Partial<Record<Duty["kind"], [string, string]>> = {
    declaration: ["/espace/gouvernance/declarations", w.openDeclaration], fee_call: ["/espace/cotisations", w.openFees], partial_renewal: ["/espace/elections", w.openElections],
    bureau_election: ["/espace/gouvernance", w.openGovernance],
  };
  const place = places[kind];
  return place ? <a className="button" href={place[0]}>{place[1]}</a> : null;
}

function DoneForm({ duty, title, onClose }: { duty: Duty; title: string; onClose: () => void }) {
  const { w } = useDutyWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: { on: todayInParis(), note: "" }, labels: { on: w.on, note: w.note }, check: ({ on }) => (on ? {} : { on: w.onNeeded }),
    send: async ({ on, note }) => {
      await put(`${dutyPath(duty)}/done`, { on, note: note.trim() || null });
      await refresh(client);
      tell(w.doneTold);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.done} label={w.doneOf(title)} focusFirst onCancel={onClose} onDone={onClose}>
      <TextInput {...entry.field("on")} type="date" label={w.on} max={todayInParis()} />
      <Textarea {...entry.field("note")} label={w.note} maxLength={1000} minRows={2} autosize />
    </EntryForm>
  );
}

function AddForm({ onClose }: { onClose: () => void }) {
  const { w } = useDutyWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: { kind: "accounts_published", title: "", since: todayInParis(), due_on: "" }, labels: { kind: w.kind, title: w.name, since: w.since, due_on: w.dueOn },
    check: ({ kind, title, since, due_on: due }) => ({ ...(!since && { since: w.needed }), ...(kind === "other" && !title.trim() && { title: w.needed }), ...(kind === "other" && !due && { due_on: w.needed }) }),
    send: async ({ kind, title, since, due_on: due }) => {
      await post("/duties", kind === "other" ? { kind, title: title.trim(), since, due_on: due } : { kind, since });
      await refresh(client);
      tell(w.added);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  const isOther = entry.values.kind === "other";
  return (
    <EntryForm entry={entry} submitLabel={w.add} label={w.add} focusFirst onCancel={onClose} onDone={onClose}>
      <Select {...entry.field("kind")} label={w.kind} allowDeselect={false} data={Object.entries(w.kinds).map(([value, label]) => ({ value, label }))} />
      {isOther && <TextInput {...entry.field("title")} label={w.name} maxLength={200} />}
      <div className="group__pair">
        <TextInput {...entry.field("since")} type="date" label={isOther ? w.sinceOther : w.since} />
        {isOther && <TextInput {...entry.field("due_on")} type="date" label={w.dueOn} />}
      </div>
      {!isOther && <p className="soft">{w.accounts}</p>}
    </EntryForm>
  );
}
