import { Button, Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { del } from "@/api/write";
import { Problem } from "@/lib/problem";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { allReviews, type ApplicationReviews } from "../calls";
import { ReviewsTold } from "../ReviewsTold";
import { committee, conflicts, progress, sitting, type Call } from "./calls";
import { ConflictLines } from "./ConflictLines";
import { EntrustForm } from "./EntrustForm";
import { useInstructionWords } from "./words";

/** One application before the committee: what each thinks, who reads it, who may not. */
export function OneDossier({ call, id }: { call: Call; id: string }) {
  const { w } = useInstructionWords();
  const row = useQuery(progress(call.id)).data?.items.find(({ application }) => application.id === id);
  const reviews = useQuery({ ...allReviews(id), retry: false });
  const ties = useQuery(conflicts(call.id, "", id));
  const application = row?.application;
  // It takes the table's place on the same page: one is brought to it.
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const isBound = reviews.error instanceof Problem && reviews.error.code === "conflict_stands";
  return (
    <div className="instruction__one">
      <p><Link to="/espace/appels/$id/instruction" params={{ id: call.id }} search={{} as never} resetScroll={false}>← {w.backToTable}</Link></p>
      <header className="instruction__about">
        <h2 ref={heading} tabIndex={-1}>{application ? (application.title ?? w.untitled) : w.dossier}</h2>
        {application && <p className="soft">{[w.number(application.number), application.organisation].filter(Boolean).join(" · ")}</p>}
        <p><Link to={"/espace/dossiers/$id" as never} params={{ id } as never} className="button">{w.toDossier}</Link></p>
      </header>
      {isBound ? <NothingYet><p><strong>{w.bound}</strong></p><p>{w.boundText}</p></NothingYet> : (
        <Loaded query={reviews}>
          {(found) => (
            <>
              {found.items.some(({ state }) => state === "submitted") && <Part title={w.dossiers}><ReviewsTold reviews={found} /></Part>}
              <ReadersPart call={call} id={id} found={found} bound={(ties.data ?? []).filter((each) => each.dismissed_at === null).map(({ account }) => account.id)} />
            </>
          )}
        </Loaded>
      )}
      <Part title={w.conflictsTitle}><Loaded query={ties}>{(items) => (items.length === 0 ? <p className="soft">{w.noConflict}</p> : <ConflictLines call={call} items={items} />)}</Loaded></Part>
    </div>
  );
}

function ReadersPart({ call, id, found, bound }: { call: Call; id: string; found: ApplicationReviews; bound: readonly string[] }) {
  const { w } = useInstructionWords();
  const client = useQueryClient();
  const { open, show, close, button } = useUnfolded();
  const refresh = () => Promise.all([client.invalidateQueries({ queryKey: ["reviews", "all", id] }), client.invalidateQueries({ queryKey: ["instruction", call.id] })]);
  const end = async (account: ApplicationReviews["items"][number]["account"]) => {
    try {
      await del(`/assignments/${encodeURIComponent(id)}/${encodeURIComponent(account.id)}`);
      tell(w.ended(account.name));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.message, { bad: true });
    }
    await refresh();
  };
  return (
    <Part title={w.one} actions={!open ? <Button ref={button} onClick={show}>{w.addReader}</Button> : undefined}>
      {open && <AddReader call={call} id={id} taken={[...found.items.map(({ account }) => account.id), ...bound]} onClose={() => { close(); void refresh(); }} />}
      {found.items.length === 0 ? <p className="soft">{w.oneNone}</p> : (
        <ul role="list" className="lines" aria-label={w.one}>
          {found.items.map(({ account, state }) => (
            <li key={account.id} className="line">
              <div className="line__main"><span>{account.name}</span><State state={state} /></div>
              {state === "to_do" && <div className="line__actions"><Button size="xs" aria-label={w.endOf(account.name)} onClick={() => void end(account)}>{w.end}</Button></div>}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function State({ state }: { state: ApplicationReviews["items"][number]["state"] }) {
  const { w } = useInstructionWords();
  return <span className="soft">{w.states[state]}</span>;
}

function AddReader({ call, id, taken, onClose }: { call: Call; id: string; taken: readonly string[]; onClose: () => void }) {
  const { w } = useInstructionWords();
  const members = useQuery(committee(call.id)).data;
  const [who, setWho] = useState<string | null>(null);
  const free = members ? sitting(members).filter(({ account_id: account }) => !taken.includes(account)) : [];
  if (members && free.length === 0) return <p>{w.readerNone}</p>;
  const choice = <Select label={w.reader} value={who} searchable data={free.map(({ account_id: value, name }) => ({ value, label: name }))} onChange={setWho} />;
  if (!who) return <div className="entry">{choice}<div><Button variant="subtle" onClick={onClose}>{w.cancel}</Button></div></div>;
  return <EntrustForm call={call} assignments={[{ application_id: id, account_id: who }]} onDone={onClose} onCancel={onClose}>{choice}</EntrustForm>;
}
