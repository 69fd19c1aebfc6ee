import { Button, FileButton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { formatSize } from "@/lib/amounts";
import type { UnitOfLoan } from "./calls";
import { TYPES, type PhotoQueue, type QueuedPhoto, type Refusal } from "./photos";
import { useReportWords } from "./reportWords";
import { useUnitName } from "./useUnitName";

/** The photos of a unit that wait to leave, and a way to take more: on a telephone, its camera opens. */
export function PhotosField({ unit, photos }: { unit: UnitOfLoan; photos: PhotoQueue }) {
  const { w, lang } = useReportWords();
  const name = useUnitName();
  const own = photos.queue.filter((each) => each.unit === unit.id);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const choose = async (files: File[]) => {
    setRefused([]);
    setRefused(await photos.add(unit.id, files));
  };
  return (
    <div className="store-photos">
      {own.length > 0 && <ul role="list" className="store-thumbs" aria-label={w.photos}>{own.map((photo) => <Waiting key={photo.key} photo={photo} onDrop={() => photos.drop(photo.key)} />)}</ul>}
      {refused.length > 0 && <div role="alert">{refused.map(({ file, why }) => <p key={file.name} className="store-why">{why === "too_large" ? w.tooLarge(file.name, formatSize(file.size, lang)) : w.notPhoto(file.name)}</p>)}</div>}
      <FileButton multiple accept={TYPES.join(",")} onChange={(files) => void choose(files)}>
        {(props) => <Button {...props} size="sm" aria-label={w.addPhotosOf(name(unit))}>{w.addPhotos}</Button>}
      </FileButton>
    </div>
  );
}

function Waiting({ photo, onDrop }: { photo: QueuedPhoto; onDrop: () => void }) {
  const { w } = useReportWords();
  const { file, state, sent } = photo;
  const said = state === "sending" ? w.sending(Math.round(sent * 100)) : state === "failed" ? w.failed : w.waiting;
  return (
    <li className="store-thumb" data-state={state}>
      <Drawn file={file} />
      <span className="store-thumb__state">{said}</span>
      {state !== "sending" && <button type="button" className="store-thumb__drop" aria-label={w.dropPhoto(file.name)} onClick={onDrop}>×</button>}
    </li>
  );
}

const SIDE = 192;

/** Drawn from the file itself: the content policy lets no other address than ours into an image. */
function Drawn({ file }: { file: File }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isGone = false;
    void createImageBitmap(file).then((bitmap) => {
      const context = canvas.current?.getContext("2d");
      const side = Math.min(bitmap.width, bitmap.height);
      if (!isGone) context?.drawImage(bitmap, (bitmap.width - side) / 2, (bitmap.height - side) / 2, side, side, 0, 0, SIDE, SIDE);
      bitmap.close();
    }).catch(() => undefined);
    return () => { isGone = true; };
  }, [file]);
  return <canvas ref={canvas} width={SIDE} height={SIDE} role="img" aria-label={file.name} />;
}
