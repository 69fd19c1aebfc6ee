import { Button, Select, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { del, patch } from "@/api/write";
import { formatSpan, type Day } from "@/lib/dates";
import { capital } from "@/lib/text";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { addClosure, closures, lenders, type Closure } from "./calls";
import { checkDays, DaysFields } from "./DaysFields";
import { usePlanningWords } from "./words";

/** When lenders are closed, from today on: added, changed, removed. */
export function ClosuresPart({ today }: { today: Day }) {
  const { w } = usePlanningWords();
  const query = useQuery(closures(today));
  const { open, show, close, button } = useUnfolded();
  return (
    <Part title={w.closures} actions={!open && <Button ref={button} onClick={show}>{w.addClosure}</Button>}>
      <p className="soft">{w.closuresLead}</p>
      {open && <ClosureForm today={today} onClose={close} />}
      <Loaded query={query}>
        {(found) => (found.length === 0
          ? <p>{w.noClosure}</p>
          : <ul role="list" className="lines" aria-label={w.closures}>{found.map((each) => <ClosureLine key={`${each.id} ${each.version}`} closure={each} today={today} />)}</ul>)}
      </Loaded>
    </Part>
  );
}

function ClosureLine({ closure, today }: { closure: Closure; today: Day }) {
  const { w, lang } = usePlanningWords();
  const client = useQueryClient();
  const names = useQuery(lenders()).data ?? [];
  const { open, show, close, button } = useUnfolded();
  const [isRemoving, setRemoving] = useState(false);
  const { id, label, starts_on, ends_on, organisation_id: whose } = closure;
  const remove = async () => {
    await del(`/closures/${id}`);
    await Promise.all([client.invalidateQueries({ queryKey: ["closures"] }), client.invalidateQueries({ queryKey: ["planning"] })]);
    tell(w.closureGone);
  };
  return (
    <li className="line">
      <div className="line__main">
        <span>{label || w.closures}</span>
        <span className="soft">{[capital(formatSpan(starts_on, ends_on, lang)), names.length > 1 && (whose ? names.find(({ lender }) => lender.id === whose)?.lender.name : w.agency)].filter(Boolean).join(" · ")}</span>
      </div>
      {closure.allowed_actions.length > 0 && !open && (
        <div className="line__actions">
          <Button ref={button} variant="subtle" aria-label={w.editClosureOf(label)} onClick={show}>{w.editClosure}</Button>
          <Button variant="subtle" aria-label={w.removeClosureOf(label)} onClick={() => setRemoving(true)}>{w.removeClosure}</Button>
        </div>
      )}
      {open && <div className="line__below"><ClosureForm closure={closure} today={today} onClose={close} /></div>}
      <Confirm opened={isRemoving} title={w.removeTitle(label)} confirmLabel={w.removeGo} onConfirm={remove} onClose={() => setRemoving(false)}><p>{w.removeText}</p></Confirm>
    </li>
  );
}

function ClosureForm({ closure, today, onClose }: { closure?: Closure; today: Day; onClose: () => void }) {
  const { w } = usePlanningWords();
  const client = useQueryClient();
  const all = (useQuery(lenders()).data ?? []).filter(({ allowed_actions: actions }) => actions.length > 0);
  const { nameOf, forget } = useRequestName();
  const [whose, setWhose] = useState<string | null>(null);
  // Whoever lends for one organisation alone closes that one.
  const lender = whose ?? all[0]?.lender.id ?? "agency";
  const entry = useEntry({
    initial: { label: closure?.label ?? "", starts_on: closure?.starts_on ?? today, ends_on: closure?.ends_on ?? today },
    labels: { label: w.closureLabel, starts_on: w.from, ends_on: w.to },
    check: (values) => ({ ...(!values.label.trim() && { label: w.labelNeeded }), ...checkDays(values, w) }),
    send: async (values) => {
      const body = { ...values, label: values.label.trim() };
      if (closure) await patch(`/closures/${closure.id}`, body, `"v${closure.version}"`);
      else await addClosure({ ...body, lender }, nameOf({ ...body, lender }));
      forget();
      await Promise.all([client.invalidateQueries({ queryKey: ["closures"] }), client.invalidateQueries({ queryKey: ["planning"] })]);
      tell(closure ? w.closureChanged : w.closureNoted);
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.save} onDone={onClose} onCancel={onClose} label={w.addClosure} focusFirst>
      <TextInput {...entry.field("label")} label={w.closureLabel} description={w.closureHint} maxLength={120} />
      <DaysFields entry={entry} />
      {!closure && all.length > 1 && <Select label={w.closureWhose} value={lender} allowDeselect={false} searchable data={all.map((each) => ({ value: each.lender.id ?? "agency", label: each.lender.name ?? w.agency }))} onChange={setWhose} />}
    </EntryForm>
  );
}
