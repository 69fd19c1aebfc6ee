import { Button, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type FocusEvent } from "react";
import { post, put } from "@/api/write";
import { announce } from "@/lib/announce";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { LeaveGuard } from "@/space/kit/LeaveGuard";
import { mailHtml } from "@/space/kit/mailHtml";
import { tell } from "@/space/kit/toasts";
import { useVersions, type Version } from "@/space/kit/versions";
import { braced, unknownNames } from "./placeholders";
import { callText, callTexts, may, tagOf, textPath, type CallText, type TextPreview } from "./queries";
import { useTextWords } from "./textWords";
import { useCallWords } from "./words";
import "@/space/kit/mail.css";

interface Written {
  subject: string;
  body: string;
}

const version = (text: CallText): Version<Written> => ({ body: { subject: text.subject, body: text.body }, etag: tagOf(text) });

/** A text, the values that it may hold, and how it would leave. */
export function TextEditor({ id, text }: { id: string; text: CallText }) {
  const { w } = useTextWords();
  const { w: common } = useCallWords();
  const client = useQueryClient();
  const query = callText(id, text.kind, text.key);
  const { met, send, settle, giveUp } = useVersions<Written>({
    first: version(text),
    save: async (_changed, whole, from) => {
      const now = await put<CallText>(textPath(id, text.kind, text.key), whole, from);
      client.setQueryData(query.queryKey, now);
      return version(now);
    },
    readAgain: async () => version(await client.fetchQuery({ ...query, staleTime: 0 })),
    onSaved: async ({ body }, isNew) => {
      entry.reset(body);
      if (isNew) await client.invalidateQueries({ queryKey: callTexts(id).queryKey });
      tell(isNew ? w.saved : common.nothingToSave);
    },
  });
  const names = text.placeholders.map(({ name }) => name);
  const wrong = (value: string) => {
    const unknown = unknownNames(value, names);
    return unknown.length > 0 ? w.unknownNames(unknown) : undefined;
  };
  const entry = useEntry({
    initial: { subject: text.subject, body: text.body }, labels: { subject: w.subject, body: w.body },
    check: ({ subject, body }) => {
      const [inSubject, inBody] = [subject.trim() ? wrong(subject) : w.subjectNeeded, body.trim() ? wrong(body) : w.bodyNeeded];
      return { ...(inSubject && { subject: inSubject }), ...(inBody && { body: inBody }) };
    },
    send: ({ subject, body }) => send({ subject: subject.trim(), body }),
  });
  const { follow, insert } = useInsertion(entry.values, entry.set);
  const { subject, body } = entry.values;
  const faults = { subject: entry.errors.subject ?? wrong(subject), body: entry.errors.body ?? wrong(body) };
  const isFrozen = !may(text, "edit_texts");
  if (met) return <><LeaveGuard when /><ClashForm met={met} label={(field) => w[field]} words={(_field, value) => String(value)} onSend={settle} onCancel={giveUp} /></>;
  return (
    <div className="call-text" onFocus={follow}>
      <EntryForm entry={entry} submitLabel={w.save} label={w.names[text.key] ?? text.key}>
        {isFrozen && <p>{common.frozen}</p>}
        <TextInput {...entry.field("subject")} label={w.subject} error={faults.subject} maxLength={200} autoComplete="off" readOnly={isFrozen} />
        <Textarea {...entry.field("body")} label={w.body} description={w.bodyHint} error={faults.body} minRows={10} maxRows={24} maxLength={20_000} readOnly={isFrozen} />
        {!isFrozen && (
          <section className="call-values" aria-label={w.insert}>
            <h3>{w.insert}</h3>
            <p className="soft">{w.insertHint}</p>
            <ul role="list" className="call-values__list">
              {text.placeholders.map(({ name, label }) => <li key={name}><Button size="xs" variant="light" onClick={({ currentTarget }) => { insert(braced(name), currentTarget.closest("form")); announce(w.added(label)); }}>{label}</Button></li>)}
            </ul>
            {body.includes("{%") && <p className="soft">{w.conditional}</p>}
          </section>
        )}
      </EntryForm>
      <Preview id={id} text={text} written={entry.values} sound={!faults.subject && !faults.body && subject.trim() !== "" && body.trim() !== ""} />
      <LeaveGuard when={entry.changed && !entry.busy} />
    </div>
  );
}

type Input = HTMLInputElement | HTMLTextAreaElement;

/** Where the cursor was last, so that a value goes there; in the text's end when it was nowhere. */
function useInsertion(values: Written, set: (part: Partial<Written>) => void) {
  const last = useRef<Input | null>(null);
  const place = useRef<number | null>(null);
  useEffect(() => {
    if (place.current === null) return;
    last.current?.focus();
    last.current?.setSelectionRange(place.current, place.current);
    place.current = null;
  });
  const follow = ({ target }: FocusEvent<HTMLElement>) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) last.current = target;
  };
  const insert = (piece: string, box: HTMLElement | null) => {
    last.current ??= box?.querySelector<Input>("textarea[data-field=body]") ?? null;
    const name = last.current?.dataset["field"] === "subject" ? "subject" : "body";
    const [from, to] = [last.current?.selectionStart ?? values[name].length, last.current?.selectionEnd ?? values[name].length];
    place.current = from + piece.length;
    set({ [name]: values[name].slice(0, from) + piece + values[name].slice(to) });
  };
  return { follow, insert };
}

const PAUSE = 400;

function Preview({ id, text, written, sound }: { id: string; text: CallText; written: Written; sound: boolean }) {
  const { w } = useTextWords();
  const [asked, setAsked] = useState(written);
  useEffect(() => {
    if (!sound) return undefined;
    const timer = setTimeout(() => setAsked(written), PAUSE);
    return () => clearTimeout(timer);
  }, [written, sound]);
  const { data, isError } = useQuery({
    queryKey: ["text-preview", id, text.kind, text.key, asked.subject, asked.body] as const, placeholderData: (before) => before, retry: false, staleTime: Infinity,
    queryFn: () => post<TextPreview>(`${textPath(id, text.kind, text.key)}/preview`, asked),
  });
  return (
    <section className="call-text__preview" aria-label={w.preview}>
      <h3>{w.preview}</h3>
      <p className="soft">{!sound || isError ? w.previewNone : w.previewHint}</p>
      {!data && !isError && <p>{w.previewWaiting}</p>}
      {data && (
        <>
          <p><strong>{data.subject}</strong></p>
          {data.html === null ? <div className="mail__paper mail__text">{data.text}</div> : <div className="mail__paper">{mailHtml(data.html)}</div>}
        </>
      )}
    </section>
  );
}
