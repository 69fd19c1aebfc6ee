import { Button, Select } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { del, patch } from "@/api/write";
import { Confirm } from "@/space/kit/Confirm";
import { me } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { may, memberships, path, type Membership, type Organisation } from "./calls";
import { InvitationLines, InviteForm } from "./InviteForm";
import { RequestLines } from "./RequestLines";
import { useOrganisationWords } from "./words";

type Role = Membership["role"];
const ROLES: readonly Role[] = ["editor", "administrator"];

/** What is asked before it is done: someone goes, or one gives up what one may not take back. */
type Asking = { what: "remove" | "leave" | "step-down"; of: Membership } | null;

/** Who is in the organisation, who is invited, who asks to come in. */
export function TeamPart({ organisation }: { organisation: Organisation }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const query = useQuery(memberships(organisation.id));
  const { open, show, close, button } = useUnfolded();
  const [asking, setAsking] = useState<Asking>(null);
  const refresh = async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ["organisation", organisation.id] }), client.invalidateQueries(me())]);
  };
  const giveRole = async (of: Membership, role: Role) => {
    await patch(`${path(organisation.id)}/memberships/${of.id}`, { role });
    await refresh();
    tell(w.roleChanged(of.person.name ?? w.unnamed, w.role[role]));
  };
  const choose = async (of: Membership, role: Role) => {
    if (role === of.role) return;
    if (of.is_me) return setAsking({ what: "step-down", of });
    try {
      await giveRole(of, role);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
  };
  return (
    <Part title={w.team} actions={may(organisation, "invite") && !open ? <Button ref={button} onClick={show}>{w.invite}</Button> : undefined}>
      {open && <InviteForm organisation={organisation} onClose={close} />}
      {may(organisation, "decide_join_requests") && <RequestLines organisation={organisation} onSettled={refresh} />}
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <NothingYet><p>{w.teamNone}</p></NothingYet> : (
          <ul role="list" className="lines" aria-label={w.team}>
            {items.map((each) => <MemberLine key={each.id} membership={each} onRole={(role) => void choose(each, role)} onAsk={(what) => setAsking({ what, of: each })} />)}
          </ul>
        ))}
      </Loaded>
      {may(organisation, "invite") && <InvitationLines organisation={organisation} />}
      <TeamConfirm asking={asking} organisation={organisation} onClose={() => setAsking(null)} onRole={giveRole} onGone={refresh} />
    </Part>
  );
}

interface MemberLineProps {
  membership: Membership;
  onRole: (role: Role) => void;
  onAsk: (what: "remove" | "leave") => void;
}

function MemberLine({ membership, onRole, onAsk }: MemberLineProps) {
  const { w, lang } = useOrganisationWords();
  const { person, role, since, is_me: isMe } = membership;
  const name = person.name ?? person.email ?? w.unnamed;
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}{isMe && <span className="soft"> ({w.me})</span>}</span>
        <span className="soft">{[person.name && person.email, w.memberSince(formatDate(since, lang))].filter(Boolean).join(" · ")}</span>
      </div>
      <div className="line__actions">
        {may(membership, "change_role")
          ? <Select size="sm" aria-label={w.roleOf(name)} value={role} data={ROLES.map((each) => ({ value: each, label: w.role[each] }))} onChange={(value) => { if (value) onRole(value as Role); }} />
          : <span className="flag">{w.role[role]}</span>}
        {may(membership, "remove") && <Button size="xs" aria-label={w.removeOf(name)} onClick={() => onAsk("remove")}>{w.remove}</Button>}
        {may(membership, "leave") && <Button size="xs" onClick={() => onAsk("leave")}>{w.leave}</Button>}
      </div>
    </li>
  );
}

interface TeamConfirmProps {
  asking: Asking;
  organisation: Organisation;
  onClose: () => void;
  onRole: (of: Membership, role: Role) => Promise<void>;
  onGone: () => Promise<void>;
}

function TeamConfirm({ asking, organisation, onClose, onRole, onGone }: TeamConfirmProps) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const what = asking?.what ?? "remove";
  const name = asking?.of.person.name ?? w.unnamed;
  const words = {
    remove: { title: w.removeTitle(name), text: w.removeText, go: w.removeOf(name) },
    leave: { title: w.leaveTitle(organisation.name), text: w.leaveText, go: w.leave },
    "step-down": { title: w.demoteTitle, text: w.demoteText, go: w.demoteGo },
  }[what];
  const go = async () => {
    if (!asking) return;
    if (what === "step-down") return onRole(asking.of, "editor");
    await del(`${path(organisation.id)}/memberships/${asking.of.id}`);
    if (what === "leave") {
      tell(w.left(organisation.name));
      await navigate({ to: "/espace/structures" });
      client.removeQueries({ queryKey: ["organisation", organisation.id] });
      await Promise.all([client.invalidateQueries({ queryKey: ["organisations"] }), client.invalidateQueries(me())]);
      return undefined;
    }
    tell(w.removed(name));
    return onGone();
  };
  return <Confirm opened={asking !== null} title={words.title} confirmLabel={words.go} onClose={onClose} onConfirm={go}><p>{words.text}</p></Confirm>;
}
