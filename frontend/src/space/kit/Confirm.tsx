import { Button } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { Problem } from "@/lib/problem";
import { Dialogue } from "./Dialogue";
import { ProblemWords } from "./EntryForm";
import { useKitWords } from "./words";

interface ConfirmProps {
  opened: boolean;
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** Says what the button does: « Retirer Camille », never « OK ». */
  confirmLabel: string;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before what cannot be taken back. What the API refuses is said inside; the question stays. */
export function Confirm({ opened, title, children, confirmLabel, onConfirm, onClose }: ConfirmProps) {
  const { w } = useKitWords();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const close = () => {
    setProblem(null);
    onClose();
  };
  const go = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm();
      close();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialogue opened={opened} onClose={close} title={title}>
      {problem && <div className="trouble" role="alert"><ProblemWords problem={problem} /></div>}
      {children}
      <div className="entry__actions">
        <Button variant="filled" aria-disabled={busy} onClick={() => void go()}>{busy ? w.loading : confirmLabel}</Button>
        <Button variant="subtle" onClick={close}>{w.cancel}</Button>
      </div>
    </Dialogue>
  );
}
