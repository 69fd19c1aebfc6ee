import { Button } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { announce } from "@/lib/announce";
import { Problem } from "@/lib/problem";
import { ProblemWords } from "@/space/kit/EntryForm";
import { useFeeWords } from "./words";

interface LookProps {
  /** What would be done, in a sentence: it takes focus when it comes. */
  title: string;
  /** What the button says, null where there is nothing to do. */
  go: string | null;
  onGo: () => Promise<void>;
  children?: ReactNode;
}

/** What a rehearsal tells, and the button that does it for good. */
export function Look({ title, go, onGo, children }: LookProps) {
  const { w } = useFeeWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    heading.current?.focus();
    announce(title);
  }, [title]);
  const run = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onGo();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="fee__look">
      <h3 ref={heading} tabIndex={-1}>{title}</h3>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      {children}
      {go && <div className="entry__actions"><Button variant="filled" aria-disabled={busy} onClick={() => void run()}>{busy ? w.working : go}</Button></div>}
    </div>
  );
}
