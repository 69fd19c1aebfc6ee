import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useWords } from "@/lib/i18n";
import { wordFor } from "@/programme/words";
import { Confirm } from "@/space/kit/Confirm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { changeCommittee, committee, sitting, type Call, type Committee, type Member } from "./calls";
import { MemberForm } from "./MemberForm";
import { useInstructionWords } from "./words";

/** Who sits in a call's committee, and what they know best. */
export function CommitteePart({ call }: { call: Call }) {
  const query = useQuery(committee(call.id));
  return <Loaded query={query}>{(found) => <Seats call={call} found={found} />}</Loaded>;
}

function Seats({ call, found }: { call: Call; found: Committee }) {
  const { w, lang } = useInstructionWords();
  const client = useQueryClient();
  const { open, show, close, button } = useUnfolded();
  const [editing, setEditing] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Member | null>(null);
  const members = sitting(found);
  const left = found.items.filter((each) => each.left_at !== null);
  const mayWrite = found.allowed_actions.includes("write");
  const refresh = async (now: Committee) => {
    client.setQueryData(committee(call.id).queryKey, now);
    await client.invalidateQueries({ queryKey: ["instruction", call.id] });
  };
  return (
    <>
      <Part title={w.committee} actions={mayWrite && !open ? <Button ref={button} onClick={show}>{w.add}</Button> : undefined}>
        {open && <MemberForm call={call} taken={members} onDone={refresh} onClose={close} />}
        {members.length === 0 && !open && <NothingYet><p><strong>{w.committeeNone}</strong></p><p>{w.committeeNoneText}</p></NothingYet>}
        {members.length > 0 && (
          <ul role="list" className="lines" aria-label={w.committee}>
            {members.map((member) => (
              <li key={member.account_id} className="line">
                <MemberLine member={member} />
                {mayWrite && editing !== member.account_id && (
                  <div className="line__actions">
                    <Button size="xs" aria-label={w.editOf(member.name)} onClick={() => setEditing(member.account_id)}>{w.edit}</Button>
                    <Button size="xs" aria-label={w.removeOf(member.name)} onClick={() => setRemoving(member)}>{w.remove}</Button>
                  </div>
                )}
                {editing === member.account_id && <div className="line__below"><MemberForm call={call} member={member} taken={members} onDone={refresh} onClose={() => setEditing(null)} /></div>}
              </li>
            ))}
          </ul>
        )}
      </Part>
      {left.length > 0 && (
        <Part title={w.left}>
          <ul role="list" className="lines" aria-label={w.left}>{left.map((member) => <li key={member.account_id} className="line"><div className="line__main"><span>{member.name}</span><span className="soft">{member.left_at && w.leftOn(formatDate(member.left_at, lang))}</span></div></li>)}</ul>
        </Part>
      )}
      <Confirm
        opened={removing !== null} title={w.removeTitle(removing?.name ?? "")} confirmLabel={w.removeOf(removing?.name ?? "")} onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await refresh(await changeCommittee(call.id, removing.account_id, null, null));
          tell(w.removed(removing.name));
        }}
      >
        <p>{w.removeText}</p>
      </Confirm>
    </>
  );
}

function MemberLine({ member: { name, email, themes, departments, organisations, is_chair: isChair, assigned, submitted } }: { member: Member }) {
  const { w } = useInstructionWords();
  const { t } = useWords();
  const knows = [...themes.map((theme) => wordFor(t, "theme", theme)), ...departments].join(", ") || w.any;
  return (
    <div className="line__main">
      <span>{name} {isChair && <span className="flag">{w.chairFlag}</span>}</span>
      <span className="soft">{[email, knows].join(" · ")}</span>
      {organisations.length > 0 && <span className="soft">{organisations.map((each) => each.name ?? "").filter(Boolean).join(", ")}</span>}
      <span className="soft">{w.workload(submitted, assigned)}</span>
    </div>
  );
}
