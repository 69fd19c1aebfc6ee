import { Button } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { announce } from "@/lib/announce";
import { formatClock, todayInParis } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { formatMoment, inParis } from "@/space/kit/moments";
import type { Snapshot } from "./autosave";
import type { Definition } from "./definition";
import { faultsOf } from "./values";
import { useFormWords } from "./words";

/** How many fields stay here because the API would not take them as they are. */
export function heldFields({ pending, refused, clashes }: Snapshot, definition: Definition): string[] {
  const fields = definition.sections.flatMap((section) => section.fields);
  const isRefused = (id: string) => Object.keys(refused).some((pointer) => pointer.split("/")[2] === id);
  return fields.filter(({ id }) => id in pending && !(id in clashes)).filter((field) => isRefused(field.id) || faultsOf(field, pending[field.id]).length > 0).map(({ id }) => id);
}

function useSaved(savedAt: string): string {
  const { w } = useFormWords();
  const { lang } = useWords();
  const [today] = useState(() => todayInParis());
  const at = inParis(savedAt);
  return at.day >= today ? w.savedAt(formatClock(at.clock, lang)) : w.savedOn(formatMoment(savedAt, lang));
}

interface SaveBarProps {
  now: Snapshot;
  definition: Definition;
  onRetry: () => void;
  children: ReactNode;
}

/** Where saving stands, always in sight; said aloud only when it stops, and when it goes on again. */
export function SaveBar({ now, definition, onRetry, children }: SaveBarProps) {
  const { w } = useFormWords();
  const { state, problem, application, isKeptHere, pending } = now;
  const saved = useSaved(application.saved_at);
  const held = heldFields(now, definition).length;
  // Told until a save gets through, not only between two tries.
  const isWaiting = state === "waiting" || (problem !== null && (state === "saving" || state === "typing"));
  const trouble = isWaiting ? (problem?.status === 0 ? w.offline : w.unreachable) : null;
  const words = trouble ?? { quiet: saved, typing: w.typing, saving: w.saving, stopped: w.stopped.title, waiting: "" }[state];
  const before = useRef(state);
  /** Whether trouble was said, so that its end is too. */
  const said = useRef(false);
  useEffect(() => {
    const was = before.current;
    before.current = state;
    if (trouble && !said.current) announce(trouble);
    if (state === "quiet" && was !== "quiet" && said.current) announce(saved);
    said.current = trouble !== null;
  }, [state, trouble, saved]);
  return (
    <div className="savebar" data-trouble={isWaiting || state === "stopped" || undefined}>
      <p className="savebar__words" data-state={isWaiting ? "waiting" : state}>
        <span className="savebar__dot" aria-hidden="true" />
        <span>{words}{held > 0 && state === "quiet" && <><br />{w.held(held)}.</>}{!isKeptHere && Object.keys(pending).length > 0 && <><br /><strong>{w.notKeptHere}</strong></>}</span>
      </p>
      <div className="savebar__actions">
        {(isWaiting || state === "stopped") && <Button size="xs" onClick={onRetry}>{w.retry}</Button>}
        {children}
      </div>
    </div>
  );
}
