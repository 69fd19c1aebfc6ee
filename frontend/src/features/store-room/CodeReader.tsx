import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState, type FormEvent } from "react";
import { newDetector, type Detector } from "./codes";
import { useUnitWords } from "./unitWords";

interface CodeReaderProps {
  /** Called with what was typed or read; says whether it was understood, so that the field may be emptied. */
  onRead: (words: string) => boolean;
}

/** Codes typed or read with the camera, one after the other. */
export function CodeReader({ onRead }: CodeReaderProps) {
  const { w } = useUnitWords();
  const [typed, setTyped] = useState("");
  const [detector] = useState(newDetector);
  const [isAiming, setAiming] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() && onRead(typed)) setTyped("");
  };
  return (
    <div className="store-reader">
      <form className="store-reader__typed" onSubmit={submit}>
        <TextInput value={typed} label={w.code} description={w.codeHint} autoComplete="off" autoCapitalize="characters" spellCheck={false} enterKeyHint="done" onChange={({ currentTarget }) => setTyped(currentTarget.value)} />
        <Button type="submit">{w.codeGo}</Button>
      </form>
      {detector && <Button onClick={() => setAiming(!isAiming)}>{isAiming ? w.scanStop : w.scan}</Button>}
      {detector && isAiming && <Camera detector={detector} onRead={onRead} />}
    </div>
  );
}

/** Milliseconds between two looks at the picture. */
const PACE = 200;
/** Milliseconds for which the same label, still in the picture, is read once. */
const SAME = 3000;

function Camera({ detector, onRead }: { detector: Detector; onRead: (words: string) => boolean }) {
  const { w } = useUnitWords();
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef(onRead);
  useEffect(() => { read.current = onRead; });
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let timer = 0;
    let isOver = false;
    let last = { words: "", at: 0 };
    const look = async () => {
      const seen = video.current ? await detector.detect(video.current).catch(() => []) : [];
      if (isOver) return;
      const words = seen[0]?.rawValue ?? "";
      if (words && (words !== last.words || Date.now() - last.at > SAME)) {
        last = { words, at: Date.now() };
        read.current(words);
      }
      timer = window.setTimeout(() => void look(), PACE);
    };
    void navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(async (given) => {
      stream = given;
      if (isOver || !video.current) return given.getTracks().forEach((track) => track.stop());
      video.current.srcObject = given;
      await video.current.play();
      await look();
      return undefined;
    }).catch(() => setRefused(true));
    return () => {
      isOver = true;
      clearTimeout(timer);
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [detector]);
  if (isRefused) return <p role="alert" className="store-why">{w.noCamera}</p>;
  return <><p role="status">{w.scanning}</p><video ref={video} className="store-reader__picture" playsInline muted aria-label={w.scanning} /></>;
}
