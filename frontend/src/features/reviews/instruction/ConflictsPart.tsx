import { Button, SegmentedControl, Select, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { committee, conflicts, progress, sitting, type Call } from "./calls";
import { ConflictLines } from "./ConflictLines";
import { useInstructionWords } from "./words";

/** Conflicts of interest of a call: those that stand, those that were dismissed, and a way to tell one more. */
export function ConflictsPart({ call }: { call: Call }) {
  const { w } = useInstructionWords();
  const [state, setState] = useState<"standing" | "dismissed">("standing");
  const query = useQuery(conflicts(call.id, state));
  const { open, show, close, button } = useUnfolded();
  return (
    <Part title={w.conflictsTitle} actions={!open ? <Button ref={button} onClick={show}>{w.pin}</Button> : undefined}>
      <p className="soft instruction__text">{w.conflictsText}</p>
      {open && <PinForm call={call} onClose={close} />}
      <div><SegmentedControl aria-label={w.conflictState} value={state} onChange={(value) => setState(value as typeof state)} data={[{ value: "standing", label: w.standing }, { value: "dismissed", label: w.dismissedOnes }]} transitionDuration={0} /></div>
      <Loaded query={query}>{(items) => (items.length === 0 ? <NothingYet><p><strong>{w.noConflict}</strong></p><p>{w.noConflictText}</p></NothingYet> : <ConflictLines call={call} items={items} />)}</Loaded>
    </Part>
  );
}

function PinForm({ call, onClose }: { call: Call; onClose: () => void }) {
  const { w } = useInstructionWords();
  const { account } = useMe();
  const client = useQueryClient();
  const seats = useQuery(committee(call.id)).data;
  const dossiers = useQuery(progress(call.id)).data?.items ?? [];
  const members = seats ? sitting(seats) : [];
  const people = [...members.filter((each) => each.account_id !== account.id).map((each) => ({ value: each.account_id, label: each.name })), { value: account.id, label: w.me(account.name) }];
  const entry = useEntry({
    initial: { account_id: "", application_id: "", reason: "" }, labels: { account_id: w.pinWho, application_id: w.pinDossier, reason: w.pinReason },
    check: (values) => ({ ...(!values.account_id && { account_id: w.whoNeeded }), ...(!values.application_id && { application_id: w.dossierNeeded }), ...(!values.reason.trim() && { reason: w.reasonNeeded }) }),
    send: async (values) => {
      await post("/conflicts-of-interest", values);
      tell(w.pinned);
      await client.invalidateQueries({ queryKey: ["instruction", call.id] });
      await client.invalidateQueries({ queryKey: ["reviews", "all", values.application_id] });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.pinGo} label={w.pin} focusFirst onDone={onClose} onCancel={onClose}>
      <p className="soft">{w.pinText}</p>
      <Select {...entry.field("account_id")} value={entry.values.account_id || null} label={w.pinWho} searchable data={people} />
      <Select {...entry.field("application_id")} value={entry.values.application_id || null} label={w.pinDossier} searchable data={dossiers.map(({ application: { id, number, title } }) => ({ value: id, label: `${w.number(number)} ${title ?? w.untitled}` }))} />
      <Textarea {...entry.field("reason")} label={w.pinReason} maxLength={2_000} autosize minRows={2} />
    </EntryForm>
  );
}
