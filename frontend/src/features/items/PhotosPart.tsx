import { Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { del, patch } from "@/api/write";
import { Problem } from "@/lib/problem";
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
import { item as itemQuery, may, path, tagOf, type Item, type Photo } from "./calls";
import { useFileWords } from "./fileWords";
import { moved } from "./moved";
import { useItemPart } from "./useItemPart";
import { useItemWords } from "./words";

const LONGEST = 10 * 1024 * 1024;
const TYPES = ["image/jpeg", "image/png", "image/webp"];

interface Said {
  alt: string;
  credit: string;
}

function useSaid() {
  const { w } = useFileWords();
  return {
    labels: { alt: w.alt, credit: w.credit },
    check: ({ alt, credit }: Said) => ({ ...(!alt.trim() && { alt: w.altNeeded }), ...(!credit.trim() && { credit: w.creditNeeded }) }),
  };
}

export function PhotosPart({ item }: { item: Item }) {
  const { w } = useItemWords();
  const { w: words } = useFileWords();
  const client = useQueryClient();
  const said = useSaid();
  const [leaving, setLeaving] = useState<Photo | null>(null);
  return (
    <Part title={w.photos}>
      <p className="soft">{words.photosLead}</p>
      {item.photos.length === 0 ? <NothingYet><p>{words.photosNone}</p></NothingYet> : (
        <ul role="list" className="photos" aria-label={w.photos}>{item.photos.map((photo, place) => <OnePhoto key={photo.id} item={item} photo={photo} place={place} onRemove={() => setLeaving(photo)} />)}</ul>
      )}
      {may(item, "edit") && (
        <AttachForm
          item={item} kind="photos" longest={LONGEST} types={TYPES} initial={(): Said => ({ alt: "", credit: "" })} labels={said.labels} check={said.check}
          words={{ choose: words.photoAdd, hint: words.photoHint, go: words.photoGo, added: words.photoAdded }}
        >
          {(entry) => <Fields entry={entry} />}
        </AttachForm>
      )}
      <Confirm
        opened={leaving !== null} title={words.photoRemoveTitle} confirmLabel={words.photoRemoveOf(leaving?.alt ?? "")} onClose={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await del(`${path(item.id)}/photos/${leaving.id}`);
          await client.invalidateQueries(itemQuery(item.id));
          tell(words.photoRemoved);
        }}
      >
        <p>{words.removeText}</p>
      </Confirm>
    </Part>
  );
}

function Fields({ entry }: { entry: Entry<Said> }) {
  const { w } = useFileWords();
  return (
    <>
      <TextInput {...entry.field("alt")} label={w.alt} description={w.altHint} maxLength={300} autoComplete="off" />
      <TextInput {...entry.field("credit")} label={w.credit} description={w.creditHint} maxLength={200} autoComplete="off" />
    </>
  );
}

function OnePhoto({ item, photo, place, onRemove }: { item: Item; photo: Photo; place: number; onRemove: () => void }) {
  const { w } = useFileWords();
  const client = useQueryClient();
  const { open, show, close, button } = useUnfolded();
  const { alt, credit, url, width, height } = photo;
  const [busy, setBusy] = useState(false);
  const back = useRef<HTMLButtonElement>(null);
  const forth = useRef<HTMLButtonElement>(null);
  const last = item.photos.length - 1;
  const moveTo = async (to: number) => {
    if (busy) return;
    setBusy(true);
    try {
      await order(item, moved(item.photos, place, to));
      tell(to === 0 ? w.photoIsFirst : w.photoMoved(to + 1, last + 1));
      // The button that was pressed is gone at the end of the way.
      (to === 0 ? forth : to === last ? back : null)?.current?.focus();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      tell(error.message, { bad: true });
    } finally {
      setBusy(false);
      await client.invalidateQueries(itemQuery(item.id));
    }
  };
  return (
    <li className={open ? "photos__open" : undefined}>
      <figure className="photo">
        <img src={url} alt={alt} width={width} height={height} loading="lazy" />
        {open ? <EditPhoto item={item} photo={photo} onClose={close} /> : <figcaption><span>{alt}</span><span className="soft">{w.byline(credit)}</span></figcaption>}
        {may(item, "edit") && !open && (
          <div className="line__actions">
            <Button size="xs" ref={button} aria-label={w.photoEditOf(alt)} onClick={show}>{w.photoEdit}</Button>
            {place > 0 && <Button ref={back} size="xs" aria-disabled={busy} aria-label={w.photoBackOf(alt)} onClick={() => void moveTo(place - 1)}>←</Button>}
            {place < last && <Button ref={forth} size="xs" aria-disabled={busy} aria-label={w.photoForthOf(alt)} onClick={() => void moveTo(place + 1)}>→</Button>}
            {place > 1 && <Button size="xs" aria-disabled={busy} aria-label={w.photoFirstOf(alt)} onClick={() => void moveTo(0)}>{w.photoFirst}</Button>}
            <Button size="xs" variant="subtle" aria-label={w.photoRemoveOf(alt)} onClick={onRemove}>{w.photoRemove}</Button>
          </div>
        )}
      </figure>
    </li>
  );
}

/** Gives photographs their places, one after the other: each change is made on the version that the one before left. */
async function order(item: Item, photos: readonly Photo[]): Promise<void> {
  let { version } = item;
  for (const [position, { id }] of photos.entries()) {
    // The API answers the item as it is where nothing changes.
    version = (await patch<Item>(`${path(item.id)}/photos/${id}`, { position }, tagOf(version))).data.version;
  }
}

function EditPhoto({ item, photo, onClose }: { item: Item; photo: Photo; onClose: () => void }) {
  const { w } = useFileWords();
  const { labels, check } = useSaid();
  const { met, send, settle, giveUp } = useItemPart<Said>({
    item,
    bodyOf: ({ photos }) => {
      const found = photos.find(({ id }) => id === photo.id);
      return found ? { alt: found.alt, credit: found.credit } : null;
    },
    tagOf: ({ version }) => tagOf(version), save: (changed, etag) => patch(`${path(item.id)}/photos/${photo.id}`, changed, etag),
    onSaved: (isNew) => {
      tell(isNew ? w.photoSaved : w.nothingToSave);
      onClose();
    },
  });
  const entry = useEntry<Said>({ initial: { alt: photo.alt, credit: photo.credit }, labels, check, send: ({ alt, credit }) => send({ alt: alt.trim(), credit: credit.trim() }) });
  useUnsaved(entry.changed || met !== null);
  if (met) return <ClashForm met={met} label={(field) => labels[field]} words={(_, value) => String(value)} onSend={settle} onCancel={() => { giveUp(); entry.set({}); }} />;
  return <EntryForm entry={entry} submitLabel={w.save} label={w.photoEditOf(photo.alt)} focusFirst onCancel={onClose}><Fields entry={entry} /></EntryForm>;
}
