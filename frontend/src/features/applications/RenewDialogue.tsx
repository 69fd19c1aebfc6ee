import { Select, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { post } from "@/api/write";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { path, type Application, type Call } from "./calls";
import { useApplicationsWords } from "./words";

interface RenewDialogueProps {
  application: Application | null;
  calls: readonly Call[];
  onRenewed: (id: string) => void;
  onClose: () => void;
}

/** A former application taken up in another call. */
export function RenewDialogue({ application, calls, onRenewed, onClose }: RenewDialogueProps) {
  const { w } = useApplicationsWords();
  return (
    <Dialogue opened={application !== null} onClose={onClose} title={w.renewTitle(application?.title ?? w.untitled)}>
      {application && <RenewForm key={application.id} application={application} calls={calls} onRenewed={onRenewed} onClose={onClose} />}
    </Dialogue>
  );
}

function RenewForm({ application, calls, onRenewed, onClose }: RenewDialogueProps & { application: Application }) {
  const { w } = useApplicationsWords();
  const others = calls.filter(({ id, state }) => id !== application.call.id && state !== "upcoming");
  const open = others.filter(({ state }) => state === "open");
  const entry = useEntry({
    initial: { call_id: (open[0] ?? others[0])?.id ?? "", access_code: "" }, labels: { call_id: w.call, access_code: w.code },
    check: ({ call_id: call, access_code: code }) => ({ ...(!call && { call_id: w.callNeeded }), ...(isClosed(call) && !code.trim() && { access_code: w.codeNeeded }) }),
    send: async ({ call_id: call, access_code: code }) => onRenewed((await post<Application>(`${path(application.id)}/renew`, { call_id: call, ...(code.trim() && { access_code: code.trim() }) })).id),
  });
  const isClosed = (id: string) => others.find((each) => each.id === id)?.state === "closed";
  const known = entry.problem?.code === "already_renewed" ? String(entry.problem.body["application_id"]) : null;
  if (others.length === 0) return <p>{w.noCall} <Link to="/appels">{w.seeCalls}</Link></p>;
  return (
    <EntryForm entry={entry} submitLabel={w.renewGo} label={w.renewTitle(application.title ?? w.untitled)} onCancel={onClose}>
      <p>{w.renewText}</p>
      {known && <p><Link to="/espace/dossiers/$id/formulaire" params={{ id: known }}>{w.openIt}</Link></p>}
      <Select {...entry.field("call_id")} value={entry.values.call_id || null} label={w.call} data={others.map(({ id, title, state }) => ({ value: id, label: state === "closed" ? w.callClosed(title) : title }))} />
      {isClosed(entry.values.call_id) && <TextInput {...entry.field("access_code")} label={w.code} description={w.codeHint} autoComplete="off" spellCheck={false} maxLength={80} />}
    </EntryForm>
  );
}
