import { Button, Select, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatSince } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { joinRequests, path, type JoinRequest, type Organisation } from "./calls";
import { useOrganisationWords } from "./words";

interface RequestLinesProps {
  organisation: Organisation;
  onSettled: () => Promise<void>;
}

/** Those who ask to come in; nothing at all when nobody does. */
export function RequestLines({ organisation, onSettled }: RequestLinesProps) {
  const { w } = useOrganisationWords();
  const query = useQuery(joinRequests(organisation.id));
  const [refusing, setRefusing] = useState<JoinRequest | null>(null);
  const waiting = query.data?.items ?? [];
  const settle = async ({ id, person }: JoinRequest, role: string) => {
    try {
      await post(`${path(organisation.id)}/join-requests/${id}/acceptance`, { role });
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
      await onSettled();
      return;
    }
    await onSettled();
    tell(w.accepted(person.name ?? w.unnamed));
  };
  return (
    <>
      {waiting.length > 0 && (
        <>
          <h3>{w.requests}</h3>
          <ul role="list" className="lines" aria-label={w.requests}>
            {waiting.map((each) => <RequestLine key={each.id} request={each} onAccept={(role) => void settle(each, role)} onRefuse={() => setRefusing(each)} />)}
          </ul>
        </>
      )}
      {refusing && <RefuseDialog key={refusing.id} request={refusing} organisation={organisation} onClose={() => setRefusing(null)} onSettled={onSettled} />}
    </>
  );
}

function RequestLine({ request, onAccept, onRefuse }: { request: JoinRequest; onAccept: (role: string) => void; onRefuse: () => void }) {
  const { w, lang } = useOrganisationWords();
  const [role, setRole] = useState("editor");
  const { person, message, created_at: at } = request;
  const name = person.name ?? person.email ?? w.unnamed;
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}</span>
        <span className="soft">{[person.name && person.email, formatSince(at, lang)].filter(Boolean).join(" · ")}</span>
        {message && <span className="note">{message}</span>}
      </div>
      <div className="line__actions">
        <Select size="sm" aria-label={w.acceptAs(name)} value={role} data={[{ value: "editor", label: w.role.editor }, { value: "administrator", label: w.role.administrator }]} onChange={(value) => setRole(value ?? "editor")} />
        <Button size="xs" variant="filled" aria-label={w.acceptOf(name)} onClick={() => onAccept(role)}>{w.accept}</Button>
        <Button size="xs" aria-label={w.refuseOf(name)} onClick={onRefuse}>{w.refuse}</Button>
      </div>
    </li>
  );
}

interface RefuseDialogProps extends RequestLinesProps {
  request: JoinRequest;
  onClose: () => void;
}

function RefuseDialog({ request, organisation, onClose, onSettled }: RefuseDialogProps) {
  const { w } = useOrganisationWords();
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.refuseReason },
    send: async ({ reason }) => {
      await post(`${path(organisation.id)}/join-requests/${request.id}/refusal`, { reason: reason.trim() || null });
      await onSettled();
      tell(w.refused);
    },
  });
  return (
    <Dialogue opened onClose={onClose} title={w.refuseTitle(request.person.name ?? w.unnamed)}>
      <EntryForm entry={entry} submitLabel={w.refuseGo} label={w.refuse} focusFirst onDone={onClose} onCancel={onClose}>
        <Textarea {...entry.field("reason")} label={w.refuseReason} maxLength={1000} />
      </EntryForm>
    </Dialogue>
  );
}
