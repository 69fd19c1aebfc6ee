import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { del } from "@/api/write";
import { formatSize } from "@/lib/amounts";
import { announce } from "@/lib/announce";
import { Problem } from "@/lib/problem";
import { tell } from "@/space/kit/toasts";
import { attachments, path, type Attachment } from "./calls";
import type { RowField } from "./definition";
import { Label } from "./fields/shared";
import { LARGEST, typeNames, upload } from "./upload";
import { useFormWords } from "./words";

interface Sending {
  key: number;
  file: File;
  part: number;
  /** Why it did not get through; null while it is on its way. */
  why: string | null;
  mayRetry: boolean;
  abort: AbortController;
}

interface FileInputProps {
  application: string;
  field: RowField;
  error: string | undefined;
  isDisabled: boolean;
}

let last = 0;

/** The files of a question: chosen, sent one by one with their progress, taken away. A file that did not get through stays, to be tried again. */
export function FileInput({ application, field, error, isDisabled }: FileInputProps) {
  const { w, lang } = useFormWords();
  const client = useQueryClient();
  const files = (useQuery(attachments(application)).data ?? []).filter(({ field_id: id }) => id === field.id);
  const [sendings, setSendings] = useState<Sending[]>([]);
  const chooser = useRef<HTMLInputElement>(null);
  const most = field.max_size_bytes ?? LARGEST;
  const types = field.media_types ?? [];
  const size = (bytes: number) => formatSize(bytes, lang);
  const hintId = `pieces-${field.id}`;
  const change = (key: number, part: Partial<Sending> | null) => setSendings((before) => before.flatMap((each) => (each.key === key ? (part ? [{ ...each, ...part }] : []) : [each])));
  const refresh = () => client.invalidateQueries({ queryKey: attachments(application).queryKey });
  const go = async ({ key, file, abort }: Sending) => {
    change(key, { why: null, part: 0 });
    try {
      await upload(application, field.id, file, (part) => change(key, { part }), abort.signal);
      await refresh();
      change(key, null);
      tell(w.fileAdded(file.name));
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      const why = problem.status === 0 || problem.status >= 500 ? w.fileFailed : problem.message;
      change(key, { why, mayRetry: problem.status === 0 || problem.status >= 500 });
      if (!abort.signal.aborted) announce(`${file.name} : ${why}`);
    }
  };
  const add = (chosen: readonly File[]) => {
    for (const file of chosen) {
      last += 1;
      const why = types.length > 0 && file.type && !types.includes(file.type) ? w.fileType : file.size > most ? w.fileSize(size(most)) : null;
      const sending = { key: last, file, part: 0, why, mayRetry: false, abort: new AbortController() };
      setSendings((before) => [...before, sending]);
      if (why) announce(`${file.name} : ${why}`);
      else void go(sending);
    }
  };
  const remove = async ({ id }: Attachment) => {
    try {
      await del(`${path(application)}/attachments/${id}`);
      await refresh();
      tell(w.fileRemoved);
      chooser.current?.focus();
    } catch (problem) {
      tell(problem instanceof Error ? problem.message : String(problem), { bad: true });
    }
  };
  return (
    <fieldset className="ask__group files">
      <legend><Label field={field} /></legend>
      <p id={hintId} className="ask__help">{field.help && <>{field.help}<br /></>}{w.fileTypes(typeNames(types) || w.anyType, size(most))}</p>
      {error && <p className="ask__error" role="alert">{error}</p>}
      {files.length + sendings.length > 0 && (
        <ul role="list" className="files__list">
          {files.map((file) => (
            <li key={file.id}>
              <a href={`/api/v1${path(application)}/attachments/${file.id}`} download>{file.name}</a> <span className="soft">{size(file.size_bytes)}{file.scan === "waiting" && ` · ${w.fileWaiting}`}</span>
              {file.allowed_actions.includes("remove") && <Button size="xs" variant="subtle" aria-label={w.removeFile(file.name)} onClick={() => void remove(file)}>{w.removeRow}</Button>}
            </li>
          ))}
          {sendings.map((each) => (
            <li key={each.key}>
              {each.why ? (
                <>
                  <span className="files__bad"><strong>{each.file.name}</strong> : {each.why}</span>
                  {each.mayRetry && <Button size="xs" onClick={() => void go(each)}>{w.tryFile}</Button>}
                  <Button size="xs" variant="subtle" aria-label={w.removeFile(each.file.name)} onClick={() => change(each.key, null)}>{w.dropFile}</Button>
                </>
              ) : (
                <>
                  <span>{w.sending(each.file.name, Math.round(each.part * 100))}</span>
                  <progress max={1} value={each.part} aria-label={each.file.name} />
                  <Button size="xs" variant="subtle" onClick={() => { each.abort.abort(); change(each.key, null); }}>{w.dropFile}</Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <input
        ref={chooser} type="file" multiple className="files__chooser" disabled={isDisabled} accept={types.join(",") || undefined}
        aria-label={`${files.length > 0 ? w.addAnotherFile : w.addFile} : ${field.label}`} aria-describedby={hintId}
        onChange={({ currentTarget }) => { add([...currentTarget.files ?? []]); currentTarget.value = ""; }}
      />
    </fieldset>
  );
}
