import { Button, FileButton } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { sendForm } from "@/api/upload";
import { formatSize } from "@/lib/amounts";
import { useEntry, type Entry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { item as itemQuery, path, type Item } from "./calls";
import { useFileWords } from "./fileWords";

interface AttachFormProps<V> {
  item: Item;
  kind: "photos" | "documents";
  /** What the API takes, in bytes, and of which types; none: any. */
  longest: number;
  types: readonly string[];
  initial: (file: File) => V;
  labels: Partial<Record<keyof V & string, string>>;
  check: (values: V) => Partial<Record<keyof V & string, string>>;
  words: { choose: string; hint: string; go: string; added: string };
  children: (entry: Entry<V>) => ReactNode;
}

/** A file chosen, then what is said of it, then sent: when it does not get through, both stay. */
export function AttachForm<V extends object>(props: AttachFormProps<V>) {
  const { w, lang } = useFileWords();
  const { longest, types, words } = props;
  const [file, setFile] = useState<File | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const choose = (chosen: File | null) => {
    if (!chosen) return;
    const why = chosen.size > longest ? w.tooLarge(chosen.name, formatSize(longest, lang)) : types.length > 0 && !types.includes(chosen.type) ? w.notAPhoto(chosen.name) : null;
    setRefused(why);
    if (!why) setFile(chosen);
  };
  if (file) return <Described {...props} file={file} onChoose={choose} refused={refused} onClose={() => setFile(null)} />;
  return (
    <div>
      <FileButton onChange={choose} accept={types.join(",")}>{(given) => <Button {...given}>{words.choose}</Button>}</FileButton>
      <p className="soft">{words.hint}</p>
      {refused && <p className="trouble" role="alert">{refused}</p>}
    </div>
  );
}

interface DescribedProps<V> extends AttachFormProps<V> {
  file: File;
  refused: string | null;
  onChoose: (file: File | null) => void;
  onClose: () => void;
}

function Described<V extends object>({ item, kind, initial, labels, check, words, children, types, file, refused, onChoose, onClose }: DescribedProps<V>) {
  const { w, lang } = useFileWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const [sent, setSent] = useState(0);
  const entry = useEntry<V>({
    initial: initial(file), labels, check,
    send: async (values) => {
      const fields = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value).trim()]));
      await sendForm<Item>(`${path(item.id)}/${kind}`, fields, file, { key: nameOf([file.name, file.size, file.lastModified, fields]), onProgress: setSent });
      forget();
      await client.invalidateQueries(itemQuery(item.id));
    },
  });
  useUnsaved(true);
  return (
    <EntryForm entry={entry} submitLabel={words.go} label={words.go} focusFirst onCancel={onClose} onDone={() => { onClose(); tell(words.added); }}>
      <div className="chosen">
        <strong>{file.name}</strong><span className="soft">{formatSize(file.size, lang)}</span>
        <FileButton onChange={onChoose} accept={types.join(",")}>{(given) => <Button {...given} size="xs" variant="subtle">{w.other}</Button>}</FileButton>
      </div>
      {refused && <p className="trouble" role="alert">{refused}</p>}
      {children(entry)}
      {entry.busy && <p role="status">{w.sending(file.name, Math.round(sent * 100))} <progress max={1} value={sent} aria-label={file.name} /></p>}
    </EntryForm>
  );
}
