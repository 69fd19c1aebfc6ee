import { Button, Textarea, TextInput } from "@mantine/core";
import { useEffect } from "react";
import { patch, post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { path, type Application, type ChangeRequest } from "./calls";
import { useExchangeWords } from "./exchangeWords";
import { useKept } from "./useKept";
import { useRefresh } from "./useRefresh";

/** The request that waits: what is asked, where, by when; the holder answers, the coordination may give another day. */
export function OpenRequest({ application, request }: { application: Application; request: ChangeRequest }) {
  const { w, lang } = useExchangeWords();
  const { id, standing } = application;
  const { reason, message, fields, due_on: due, allowed_actions: actions } = request;
  const why = w.reasons[reason] ?? reason;
  const address = `/espace/dossiers/${id}/formulaire`;
  const mayEdit = application.allowed_actions.includes("edit");
  return (
    <div className="request request--open">
      <h2 className="request__title">{standing === "editor" ? w.wants(why) : w.wanted(why)}</h2>
      <p className="message__text">{message}</p>
      {fields.length > 0 && (
        <p>{w.fields} {fields.map(({ id: field, label }, index) => <span key={field}>{index > 0 && ", "}{mayEdit ? <a href={`${address}#champ-${field}`}>{label}</a> : label}</span>)}.</p>
      )}
      {standing === "coordination" && <p className="soft">{due ? w.dueOn(formatDate(due, lang)) : w.noDue}</p>}
      {actions.includes("answer") && <Answer application={application} formAddress={address} />}
      {actions.includes("put_off") && <PutOff application={application} request={request} />}
    </div>
  );
}

function Answer({ application: { id }, formAddress }: { application: Application; formAddress: string }) {
  const { w } = useExchangeWords();
  const refresh = useRefresh(id);
  const { kept, keep } = useKept(`answer/${id}`);
  const entry = useEntry({
    initial: { answer: kept }, labels: { answer: w.answer },
    send: async ({ answer }) => {
      await post(`${path(id)}/resubmit`, { answer: answer.trim() || null });
      keep("");
      await refresh();
      tell(w.resubmitted);
    },
  });
  useEffect(() => keep(entry.values.answer), [keep, entry.values.answer]);
  return (
    <EntryForm entry={entry} submitLabel={w.resubmit} label={w.resubmit}>
      <Textarea {...entry.field("answer")} label={w.answer} description={w.answerHint} minRows={2} maxRows={12} maxLength={10_000} />
      {entry.problem?.code === "application_incomplete" && <p>{w.incomplete}<a href={formAddress}>{w.toForm}</a></p>}
    </EntryForm>
  );
}

function PutOff({ application: { id }, request }: { application: Application; request: ChangeRequest }) {
  const { w } = useExchangeWords();
  const refresh = useRefresh(id);
  const { open, show, close, button } = useUnfolded();
  const entry = useEntry({
    initial: { due_on: request.due_on ?? "" }, labels: { due_on: w.askDue },
    send: async ({ due_on: due }) => {
      await patch(`${path(id)}/change-requests/${request.id}`, { due_on: due || null });
      await refresh();
      tell(w.putOffDone);
    },
  });
  if (!open) return <div><Button ref={button} size="xs" onClick={show}>{w.putOff}</Button></div>;
  return (
    <EntryForm entry={entry} submitLabel={w.putOffGo} label={w.putOff} focusFirst onDone={close} onCancel={close}>
      <TextInput {...entry.field("due_on")} type="date" min={todayInParis()} label={w.askDue} description={w.askDueHint} className="date-field" />
    </EntryForm>
  );
}
