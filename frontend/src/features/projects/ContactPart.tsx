import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { patch } from "@/api/write";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { useVersions, type Version } from "@/space/kit/versions";
import { may, path, project as projectQuery, type Project } from "./calls";
import { useProjectWords } from "./words";

interface ContactPartProps {
  project: Project;
  etag: string | null;
}

/** Its name, and whom to write to about it. */
export function ContactPart({ project, etag }: ContactPartProps) {
  const { w, lang } = useProjectWords();
  const { open, show, close, button } = useUnfolded();
  return (
    <Part title={w.contact} actions={may(project, "edit") && !open ? <Button ref={button} onClick={show}>{w.edit}</Button> : undefined}>
      {open ? <EditContact project={project} etag={etag} onClose={close} /> : (
        <dl className="facts">
          <dt>{w.contactName}</dt><dd>{project.contact_name ?? w.unknown}</dd>
          <dt>{w.contactEmail}</dt><dd>{project.contact_email ? <a href={`mailto:${encodeURIComponent(project.contact_email)}`}>{project.contact_email}</a> : w.noAddress}</dd>
          {project.reminders.length > 0 && <><dt>{w.reminders}</dt><dd>{project.reminders.map(({ kind, sent_at: at }) => <span key={at} className="project-reminder">{w.reminder[kind]}, {formatDate(at, lang)}</span>)}</dd></>}
        </dl>
      )}
    </Part>
  );
}

const bodyOf = ({ title, contact_name, contact_email }: Project) => ({ title, contact_name, contact_email });
type Body = ReturnType<typeof bodyOf>;
const version = (project: Project, etag: string | null): Version<Body> => ({ body: bodyOf(project), etag });

function EditContact({ project, etag, onClose }: ContactPartProps & { onClose: () => void }) {
  const { w } = useProjectWords();
  const client = useQueryClient();
  const labels = { title: w.projectTitle, contact_name: w.contactName, contact_email: w.contactEmail };
  const { met, send, settle, giveUp } = useVersions<Body>({
    first: version(project, etag),
    save: async (changed, _whole, from) => {
      const answer = await patch<Project>(path(project.id), changed, from);
      client.setQueryData(projectQuery(project.id).queryKey, answer);
      return version(answer.data, answer.etag);
    },
    readAgain: async () => {
      const now = await client.fetchQuery({ ...projectQuery(project.id), staleTime: 0 });
      return version(now.data, now.etag);
    },
    onSaved: async (_now, isNew) => {
      if (isNew) await client.invalidateQueries({ queryKey: ["projects"] });
      tell(isNew ? w.saved : w.nothingToSave);
      onClose();
    },
  });
  const entry = useEntry({
    initial: { title: project.title, contact_name: project.contact_name ?? "", contact_email: project.contact_email ?? "" }, labels, check: ({ title }) => (title.trim() ? {} : { title: w.titleNeeded }),
    send: ({ title, contact_name: name, contact_email: email }) => send({ title: title.trim(), contact_name: name.trim() || null, contact_email: email.trim() || null }),
  });
  if (met) return <ClashForm met={met} label={(field) => labels[field]} words={(_field, value) => String(value ?? "")} onSend={settle} onCancel={giveUp} />;
  return (
    <EntryForm entry={entry} submitLabel={w.save} label={w.contact} focusFirst onCancel={onClose}>
      <TextInput {...entry.field("title")} label={w.projectTitle} maxLength={300} />
      <div className="group__pair">
        <TextInput {...entry.field("contact_name")} label={w.contactName} maxLength={200} autoComplete="off" />
        <TextInput {...entry.field("contact_email")} label={w.contactEmail} type="email" inputMode="email" maxLength={254} autoComplete="off" />
      </div>
    </EntryForm>
  );
}
