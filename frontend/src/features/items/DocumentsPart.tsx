import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { del, patch } from "@/api/write";
import { formatSize } from "@/lib/amounts";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { ClashForm } from "@/space/kit/ClashForm";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { AttachForm } from "./AttachForm";
import { item as itemQuery, may, path, tagOf, type Item, type ItemDocument } from "./calls";
import { useFileWords } from "./fileWords";
import { optionsOf } from "./SheetFields";
import { useItemPart } from "./useItemPart";
import { useItemWords } from "./words";

const LONGEST = 20 * 1024 * 1024;

interface Said {
  title: string;
  kind: string;
  is_public: boolean;
}

function useSaid() {
  const { w } = useFileWords();
  return { labels: { title: w.documentTitle, kind: w.kind, is_public: w.isPublic }, check: ({ title }: Said) => (title.trim() ? {} : { title: w.titleNeeded }) };
}

/** « notice de montage.pdf » is called « notice de montage » until something else is written. */
const titleOf = (file: File) => file.name.replace(/\.[a-z0-9]{1,5}$/i, "").replaceAll("_", " ").slice(0, 200);

export function DocumentsPart({ item }: { item: Item }) {
  const { w } = useItemWords();
  const { w: words } = useFileWords();
  const client = useQueryClient();
  const said = useSaid();
  const [leaving, setLeaving] = useState<ItemDocument | null>(null);
  const title = leaving?.title ?? "";
  return (
    <Part title={w.documents}>
      <p className="soft">{words.documentsLead}</p>
      {item.documents.length === 0 ? <NothingYet><p>{words.documentsNone}</p></NothingYet> : (
        <ul role="list" className="lines" aria-label={w.documents}>{item.documents.map((document) => <OneDocument key={document.id} item={item} document={document} onRemove={() => setLeaving(document)} />)}</ul>
      )}
      {may(item, "edit") && (
        <AttachForm
          item={item} kind="documents" longest={LONGEST} types={[]} initial={(file): Said => ({ title: titleOf(file), kind: "other", is_public: true })} labels={said.labels} check={said.check}
          words={{ choose: words.documentAdd, hint: words.documentHint, go: words.documentGo, added: words.documentAdded }}
        >
          {(entry) => <Fields entry={entry} />}
        </AttachForm>
      )}
      <Confirm
        opened={leaving !== null} title={words.documentRemoveTitle(title)} confirmLabel={words.documentRemoveOf(title)} onClose={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await del(`${path(item.id)}/documents/${leaving.id}`);
          await client.invalidateQueries(itemQuery(item.id));
          tell(words.documentRemoved);
        }}
      >
        <p>{words.removeText}</p>
      </Confirm>
    </Part>
  );
}

function Fields({ entry }: { entry: Entry<Said> }) {
  const { w } = useFileWords();
  const words = useLendingWords();
  return (
    <>
      <TextInput {...entry.field("title")} label={w.documentTitle} maxLength={200} autoComplete="off" />
      <Select {...entry.field("kind")} label={w.kind} data={optionsOf(words.document)} />
      <Checkbox {...entry.check("is_public")} label={w.isPublic} description={w.isPublicHint} />
    </>
  );
}

function OneDocument({ item, document, onRemove }: { item: Item; document: ItemDocument; onRemove: () => void }) {
  const { w, lang } = useFileWords();
  const words = useLendingWords();
  const { open, show, close, button } = useUnfolded();
  const { title, kind, size_bytes: size, is_public: isPublic, url } = document;
  if (open) return <li className="line"><div className="line__main"><EditDocument item={item} document={document} onClose={close} /></div></li>;
  return (
    <li className="line">
      <div className="line__main">
        <span>{title}</span>
        <span className="soft">{[lendingWord(words, "document", kind), formatSize(size, lang), !isPublic && w.notPublic].filter(Boolean).join(" · ")}</span>
      </div>
      <div className="line__actions">
        <a className="button" href={url} download aria-label={w.downloadOf(title)}>{w.download}</a>
        {may(item, "edit") && <Button size="xs" ref={button} aria-label={w.documentEditOf(title)} onClick={show}>{w.documentEdit}</Button>}
        {may(item, "edit") && <Button size="xs" variant="subtle" aria-label={w.documentRemoveOf(title)} onClick={onRemove}>{w.documentRemove}</Button>}
      </div>
    </li>
  );
}

const said = ({ title, kind, is_public }: ItemDocument): Said => ({ title, kind, is_public });

function EditDocument({ item, document, onClose }: { item: Item; document: ItemDocument; onClose: () => void }) {
  const { w } = useFileWords();
  const words = useLendingWords();
  const { labels, check } = useSaid();
  const { met, send, settle, giveUp } = useItemPart<Said>({
    item,
    bodyOf: ({ documents }) => {
      const found = documents.find(({ id }) => id === document.id);
      return found ? said(found) : null;
    },
    tagOf: ({ version }) => tagOf(version), save: (changed, etag) => patch(`${path(item.id)}/documents/${document.id}`, changed, etag),
    onSaved: (isNew) => {
      tell(isNew ? w.documentSaved : w.nothingToSave);
      onClose();
    },
  });
  const entry = useEntry<Said>({ initial: said(document), labels, check, send: (values) => send({ ...values, title: values.title.trim() }) });
  useUnsaved(entry.changed || met !== null);
  const shown = (field: keyof Said, value: unknown) => (field === "kind" ? lendingWord(words, "document", String(value)) : typeof value === "boolean" ? (value ? w.yes : w.no) : String(value));
  if (met) return <ClashForm met={met} label={(field) => labels[field]} words={shown} onSend={settle} onCancel={() => { giveUp(); entry.set({}); }} />;
  return <EntryForm entry={entry} submitLabel={w.save} label={w.documentEditOf(document.title)} focusFirst onCancel={onClose}><Fields entry={entry} /></EntryForm>;
}
