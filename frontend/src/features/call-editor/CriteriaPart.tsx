import { Button, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { put } from "@/api/write";
import { announce } from "@/lib/announce";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { LeaveGuard } from "@/space/kit/LeaveGuard";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useVersions, type Version } from "@/space/kit/versions";
import { shares, toBody, toTyped, type CriteriaBody, type TypedCriterion } from "./criteria";
import { moved, replaced, without } from "./lists";
import { OrderButtons } from "./OrderButtons";
import { usePartWords } from "./partWords";
import { callCriteria, callKey, may, path, tagOf, type Call, type Criteria } from "./queries";
import { useCallWords } from "./words";

export function CriteriaPart({ call }: { call: Call }) {
  const { w } = usePartWords();
  const { w: common } = useCallWords();
  // A list that is being written is not read again behind the writer.
  const query = useQuery({ ...callCriteria(call.id), staleTime: Infinity, refetchOnMount: "always" });
  return (
    <Part title={common.part.criteria}>
      <p>{w.criteriaLead}</p>
      {!call.has_scoring && <p className="soft">{w.criteriaOff} <Link to="/espace/appels/$id" params={{ id: call.id }}>{w.toSettings}</Link></p>}
      <Loaded query={query}>{(criteria) => (query.isFetchedAfterMount ? <CriteriaForm id={call.id} criteria={criteria} /> : null)}</Loaded>
    </Part>
  );
}

const version = (criteria: Criteria): Version<CriteriaBody> => ({ body: toBody(toTyped(criteria.items)), etag: tagOf(criteria) });

function CriteriaForm({ id, criteria }: { id: string; criteria: Criteria }) {
  const { w } = usePartWords();
  const { w: common } = useCallWords();
  const client = useQueryClient();
  const { met, send, settle, giveUp } = useVersions<CriteriaBody>({
    first: version(criteria),
    save: async (_changed, whole, from) => {
      const now = await put<Criteria>(`${path(id)}/criteria`, whole, from);
      client.setQueryData(callCriteria(id).queryKey, now);
      return version(now);
    },
    readAgain: async () => version(await client.fetchQuery({ ...callCriteria(id), staleTime: 0 })),
    onSaved: async ({ body }, isNew) => {
      entry.reset({ items: toTyped(body.items) });
      // The call's version has moved too.
      if (isNew) await client.invalidateQueries({ queryKey: [...callKey(id), "settings"] });
      tell(isNew ? common.saved : common.nothingToSave);
    },
  });
  const entry = useEntry({
    initial: { items: toTyped(criteria.items) }, labels: { items: common.part.criteria },
    check: ({ items }) => {
      const wrong = items.flatMap((each, place) => [
        ...(each.name.trim() ? [] : [w.nameNeeded(place + 1)]), ...(Number(each.weight) > 0 ? [] : [w.weightNeeded(place + 1)]), ...(Number(each.scale) >= 1 ? [] : [w.scaleNeeded(place + 1)]),
      ]);
      return wrong.length > 0 ? { items: wrong.join(" ") } : {};
    },
    send: ({ items }) => send(toBody(items)),
  });
  const words = (_field: "items", value: unknown) => (value as CriteriaBody["items"]).map(({ name, weight, scale }) => `${name} (${w.weight.toLocaleLowerCase()} ${weight}, ${w.scale.toLocaleLowerCase()} ${scale})`).join("\n");
  if (met) return <><LeaveGuard when /><ClashForm met={met} label={() => common.part.criteria} words={words} onSend={settle} onCancel={giveUp} /></>;
  if (!may(criteria, "edit_criteria")) return <ReadCriteria items={entry.values.items} />;
  return (
    <EntryForm entry={entry} submitLabel={w.saveCriteria} label={common.part.criteria}>
      <CriteriaLines items={entry.values.items} wrong={entry.errors.items !== undefined} onChange={(items) => entry.set({ items })} />
      <LeaveGuard when={entry.changed && !entry.busy} />
    </EntryForm>
  );
}

function ReadCriteria({ items }: { items: TypedCriterion[] }) {
  const { w } = usePartWords();
  const percents = shares(items);
  if (items.length === 0) return <p>{w.criteriaNone}</p>;
  return (
    <ul role="list" className="lines">
      {items.map((each, place) => <li key={each.key} className="line"><div className="line__main"><span>{each.name}</span><span className="soft">{each.help}</span></div>{percents && <span>{w.share(percents[place] ?? 0)}</span>}</li>)}
    </ul>
  );
}

let made = 0;

function CriteriaLines({ items, wrong, onChange }: { items: TypedCriterion[]; wrong: boolean; onChange: (items: TypedCriterion[]) => void }) {
  const { w } = usePartWords();
  const percents = shares(items);
  const box = useRef<HTMLDivElement>(null);
  const added = useRef<string | null>(null);
  useEffect(() => {
    if (added.current) box.current?.querySelector<HTMLElement>(`[data-name="${added.current}"]`)?.focus();
    added.current = null;
  });
  const add = () => {
    made += 1;
    const key = `added-${made}`;
    added.current = key;
    onChange([...items, { key, id: null, name: "", help: "", weight: 1, scale: items[0]?.scale ?? 5 }]);
  };
  const remove = (place: number, what: string) => {
    onChange(without(items, place));
    announce(w.removed(what));
    box.current?.querySelector<HTMLElement>("[data-add]")?.focus();
  };
  return (
    <div ref={box} className="call-criteria" data-field="items" tabIndex={-1}>
      {items.length === 0 && <p className="soft">{w.criteriaNone}</p>}
      <ol role="list" className="call-criteria__list">
        {items.map((each, place) => {
          const what = each.name.trim() || w.criterion(place + 1);
          const set = (part: Partial<TypedCriterion>) => onChange(replaced(items, place, { ...each, ...part }));
          return (
            <li key={each.key} className="call-criterion">
              <div className="call-criterion__head">
                <strong>{w.criterion(place + 1)}</strong>
                <span className="soft">{percents ? w.share(percents[place] ?? 0) : ""}</span>
                <span className="call-criterion__order">
                  <OrderButtons what={what} place={place} count={items.length} onMove={(by) => onChange(moved(items, place, place + by))} />
                  <Button size="xs" variant="subtle" aria-label={w.remove(what)} onClick={() => remove(place, what)}>{w.removeShort}</Button>
                </span>
              </div>
              <TextInput label={w.criterionName} value={each.name} maxLength={200} data-name={each.key} error={wrong && !each.name.trim()} onChange={({ currentTarget }) => set({ name: currentTarget.value })} />
              <Textarea label={w.criterionHelp} value={each.help} maxLength={2000} minRows={1} onChange={({ currentTarget }) => set({ help: currentTarget.value })} />
              <div className="call-criterion__numbers">
                <NumberInput label={w.weight} value={each.weight} min={0} max={999} decimalScale={2} decimalSeparator="," error={wrong && !(Number(each.weight) > 0)} onChange={(weight) => set({ weight })} />
                <NumberInput label={w.scale} value={each.scale} min={1} max={100} allowDecimal={false} error={wrong && !(Number(each.scale) >= 1)} onChange={(scale) => set({ scale })} />
              </div>
            </li>
          );
        })}
      </ol>
      {items.length < 30 && <div><Button data-add onClick={add}>{w.addCriterion}</Button></div>}
    </div>
  );
}
