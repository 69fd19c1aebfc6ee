import { Button, FileButton, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { del } from "@/api/write";
import { formatSize } from "@/lib/amounts";
import { newName } from "@/lib/names";
import { Problem } from "@/lib/problem";
import { Confirm } from "@/space/kit/Confirm";
import { ProblemWords } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { fileAddress } from "@/space/answers/AnswersView";
import { attachments, form, path, sendFile, type Application, type Attachment } from "./calls";
import { useFileWords } from "./fileWords";
import { shownSections, type Field } from "@/space/answers/shown";
import { useRefresh } from "./useRefresh";

const LARGEST = 20 * 1024 * 1024;

/** The files of an application: read by all who read it, added and removed by whoever may write in it. */
export function FilesPart({ application }: { application: Application }) {
  const { w } = useFileWords();
  const { id, call, answers } = application;
  const refresh = useRefresh(id);
  const query = useQuery(attachments(id));
  const definition = useQuery(form(call.id, application.form.version_id)).data;
  const fields = definition ? shownSections(definition, answers ?? {}).flatMap((section) => section.fields).filter(({ type }) => type === "file") : [];
  const labels = new Map(definition?.sections.flatMap((section) => section.fields).map(({ id: field, label }) => [field, label]));
  const [removing, setRemoving] = useState<Attachment | null>(null);
  return (
    <Part title={w.title}>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <NothingYet><p>{w.none}</p></NothingYet> : (
          <ul role="list" className="lines" aria-label={w.title}>
            {items.map((file) => <FileLine key={file.id} file={file} label={file.field_id ? labels.get(file.field_id) : undefined} onRemove={() => setRemoving(file)} />)}
          </ul>
        ))}
      </Loaded>
      {application.allowed_actions.includes("edit") && <Upload id={id} fields={fields} onAdded={refresh} />}
      <Confirm
        opened={removing !== null} title={w.removeTitle(removing?.name ?? "")} confirmLabel={w.removeOf(removing?.name ?? "")} onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (!removing) return;
          await del(`${path(id)}/attachments/${removing.id}`);
          await refresh();
          tell(w.removed);
        }}
      >
        <p>{w.removeText}</p>
      </Confirm>
    </Part>
  );
}

function FileLine({ file, label, onRemove }: { file: Attachment; label: string | undefined; onRemove: () => void }) {
  const { w, lang } = useFileWords();
  const { name, size_bytes: size, scan, uploaded_at: at, allowed_actions: actions } = file;
  return (
    <li className="line">
      <div className="line__main">
        <span>{name}</span>
        <span className="soft">{[label, formatSize(size, lang), w.sentOn(formatDate(at, lang)), w.scan[scan]].filter(Boolean).join(" · ")}</span>
      </div>
      <div className="line__actions">
        {actions.includes("read") && <a className="button" href={fileAddress(file)} download aria-label={w.downloadOf(name)}>{w.download}</a>}
        {actions.includes("remove") && <Button size="xs" aria-label={w.removeOf(name)} onClick={onRemove}>{w.remove}</Button>}
      </div>
    </li>
  );
}

/** What is wrong with the file itself does not change by sending it again. */
const isRefused = ({ status }: Problem) => [400, 409, 413, 415, 422].includes(status);

interface Sending {
  file: File;
  key: string;
  sent: number;
  problem: Problem | null;
}

function Upload({ id, fields, onAdded }: { id: string; fields: readonly Field[]; onAdded: () => Promise<void> }) {
  const { w } = useFileWords();
  const [field, setField] = useState("");
  const [sending, setSending] = useState<Sending | null>(null);
  const send = async (file: File, key: string) => {
    setSending({ file, key, sent: 0, problem: null });
    try {
      const { name } = await sendFile(id, file, field || null, key, (sent) => setSending((now) => now && { ...now, sent }));
      setSending(null);
      await onAdded();
      tell(w.added(name));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setSending({ file, key, sent: 0, problem: error });
    }
  };
  const choose = (file: File | null) => {
    if (!file) return;
    if (file.size > LARGEST) tell(w.tooLarge(file.name), { bad: true });
    else void send(file, newName());
  };
  const busy = sending !== null && sending.problem === null;
  return (
    <div className="upload">
      {fields.length > 0 && <Select label={w.field} value={field} data={[{ value: "", label: w.free }, ...fields.map((each) => ({ value: each.id, label: each.label }))]} onChange={(value) => setField(value ?? "")} />}
      <div>
        <FileButton onChange={choose} disabled={busy}>{(props) => <Button {...props} variant="filled" aria-disabled={busy}>{w.add}</Button>}</FileButton>
        <p className="soft">{w.addHint}</p>
      </div>
      {busy && sending && <p role="status">{w.sending(sending.file.name, Math.round(sending.sent * 100))} <progress max={1} value={sending.sent} aria-label={sending.file.name} /></p>}
      {sending?.problem && (
        <div className="trouble" role="alert">
          <p><strong>{sending.file.name}</strong></p>
          <ProblemWords problem={sending.problem} />
          <div className="line__actions">
            {!isRefused(sending.problem) && <Button size="xs" onClick={() => void send(sending.file, sending.key)}>{w.retry}</Button>}
            <Button size="xs" variant="subtle" onClick={() => setSending(null)}>{w.forget}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
