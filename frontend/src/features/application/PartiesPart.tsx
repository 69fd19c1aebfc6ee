import { Button, Checkbox, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { del, patch, post } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { useMe } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { parties, path, type Application, type Party } from "./calls";
import { InviteParty } from "./InviteParty";
import { usePartyWords } from "./partyWords";
import { TransferPart } from "./TransferPart";
import { useRefresh } from "./useRefresh";

const ROLES = ["co_holder", "partner", "provider"] as const;

/** Who takes part, and in what: the lead first. */
export function PartiesPart({ application }: { application: Application }) {
  const { w } = usePartyWords();
  const { id } = application;
  const query = useQuery(parties(id));
  const { open, show, close, button } = useUnfolded();
  const [removing, setRemoving] = useState<Party | null>(null);
  return (
    <>
      <Part title={w.title} actions={application.allowed_actions.includes("edit") && !open ? <Button ref={button} onClick={show}>{w.add}</Button> : undefined}>
        {open && <InviteParty application={application} without={(query.data ?? []).flatMap((each) => each.organisation_id ?? [])} onClose={close} />}
        <Loaded query={query}>
          {(items) => (items.length === 0 ? <p className="soft">{w.anonymous}</p> : (
            <ul role="list" className="lines" aria-label={w.title}>
              {items.map((party) => <PartyLine key={party.id} id={id} party={party} onRemove={() => setRemoving(party)} />)}
            </ul>
          ))}
        </Loaded>
        <Removing id={id} party={removing} onClose={() => setRemoving(null)} />
      </Part>
      <TransferPart application={application} />
    </>
  );
}

function PartyLine({ id, party, onRemove }: { id: string; party: Party; onRemove: () => void }) {
  const { w } = usePartyWords();
  const refresh = useRefresh(id);
  const { organisations } = useMe();
  const name = party.name ?? w.someone;
  const may = (action: string) => party.allowed_actions.includes(action);
  const isOwn = organisations.some((each) => each.id === party.organisation_id);
  const change = async (values: { role?: string; may_edit?: boolean }) => {
    try {
      await patch(`${path(id)}/parties/${party.id}`, values);
      tell(w.changed(name));
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await refresh();
  };
  const answer = async (how: "acceptance" | "refusal") => {
    try {
      await post(`${path(id)}/parties/${party.id}/${how}`);
      tell(how === "acceptance" ? w.accepted : w.declined);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await refresh();
  };
  const state = [party.role !== "lead" && w.state[party.state], party.state === "accepted" && party.role !== "lead" && (party.may_edit ? w.edits : w.reads)].filter(Boolean).join(" · ");
  return (
    <li className="line">
      <div className="line__main"><span>{name}</span><span className="soft">{may("edit") ? state : [w.role[party.role] ?? party.role_label, state].filter(Boolean).join(" · ")}</span></div>
      <div className="line__actions">
        {may("edit") && party.role === "co_holder" && party.organisation_id && <Checkbox label={w.mayEdit} aria-label={w.mayEditOf(name)} checked={party.may_edit} onChange={({ currentTarget }) => void change({ may_edit: currentTarget.checked })} />}
        {may("edit") && <Select size="sm" aria-label={w.roleOf(name)} value={party.role} data={ROLES.map((each) => ({ value: each, label: w.role[each] ?? each }))} onChange={(role) => { if (role && role !== party.role) void change({ role }); }} />}
        {may("accept") && <Button variant="filled" size="xs" aria-label={w.acceptOf(name)} onClick={() => void answer("acceptance")}>{w.accept}</Button>}
        {may("refuse") && <Button size="xs" aria-label={w.declineOf(name)} onClick={() => void answer("refusal")}>{w.decline}</Button>}
        {may("remove") && !may("accept") && <Button size="xs" aria-label={isOwn && !may("edit") ? w.leave : w.removeOf(name)} onClick={onRemove}>{isOwn && !may("edit") ? w.leave : w.remove}</Button>}
      </div>
    </li>
  );
}

function Removing({ id, party, onClose }: { id: string; party: Party | null; onClose: () => void }) {
  const { w } = usePartyWords();
  const { organisations } = useMe();
  const navigate = useNavigate();
  const refresh = useRefresh(id);
  const name = party?.name ?? w.someone;
  const isLeaving = party !== null && !party.allowed_actions.includes("edit") && organisations.some((each) => each.id === party.organisation_id);
  const go = async () => {
    if (!party) return;
    await del(`${path(id)}/parties/${party.id}`);
    tell(isLeaving ? w.left : w.removed);
    if (isLeaving) await navigate({ to: "/espace/dossiers" as never });
    await refresh();
  };
  return (
    <Confirm opened={party !== null} title={isLeaving ? w.leaveTitle : w.removeTitle(name)} confirmLabel={isLeaving ? w.leave : w.removeOf(name)} onConfirm={go} onClose={onClose}>
      <p>{isLeaving ? w.leaveText : w.removeText}</p>
    </Confirm>
  );
}
