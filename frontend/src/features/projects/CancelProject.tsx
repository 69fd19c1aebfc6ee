import { Textarea } from "@mantine/core";
import { useRef } from "react";
import { post } from "@/api/write";
import { newName } from "@/lib/names";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { path, type Project } from "./calls";
import { toldOf } from "./steps";
import { useProjectWords } from "./words";

interface CancelProjectProps {
  project: Project;
  opened: boolean;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** Cancels a project with all its events, once one has read what that does and who is told. */
export function CancelProject({ project, opened, onClose, onDone }: CancelProjectProps) {
  const { w } = useProjectWords();
  const sent = useRef({ reason: "", key: "" });
  const { contact, organisations } = toldOf(project);
  const live = project.events.filter(({ status }) => status !== "cancelled");
  const shown = live.filter(({ publication, withdrawn_at: withdrawn }) => publication === "published" && withdrawn === null);
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.why }, check: ({ reason }) => (reason.trim() ? {} : { reason: w.whyNeeded }),
    send: async ({ reason }) => {
      if (sent.current.reason !== reason) sent.current = { reason, key: newName() };
      await post(`${path(project.id)}/cancel`, { reason: reason.trim() }, sent.current.key);
      await onDone();
      tell(w.cancelled);
    },
  });
  return (
    <Dialogue opened={opened} onClose={onClose} title={w.cancelTitle(project.title)}>
      <EntryForm entry={entry} submitLabel={w.cancelGo} label={w.cancelTitle(project.title)} focusFirst onDone={onClose} onCancel={onClose} cancelLabel={w.keepIt}>
        <p>{w.cancelText}</p>
        <Textarea {...entry.field("reason")} label={w.why} description={shown.length > 0 ? w.whyPublic : w.whyTold} minRows={3} maxLength={2000} />
        <div className="project-notes">
          <p><strong>{w.whatHappens}</strong></p>
          <ul>
            <li>{w.cancelEvents(live.length, shown.length)}</li>
            <li>{contact ? w.tellsContact(contact) : w.tellsNoContact}</li>
            <li>{w.tellsTeam}</li>
            {organisations.length > 0 && <li>{w.tellsPrograms(organisations.join(", "))}</li>}
          </ul>
        </div>
      </EntryForm>
    </Dialogue>
  );
}
