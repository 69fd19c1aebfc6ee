import { useEffect, useSyncExternalStore } from "react";
import { announce } from "@/lib/announce";
import { useKitWords } from "./words";

interface Toast {
  id: number;
  text: string;
  bad: boolean;
}

const SHOWN_FOR = 8_000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says that something happened: shown for a while, and read aloud without moving focus. `bad` ones stay until closed. */
export function tell(text: string, { bad = false } = {}): void {
  last += 1;
  change([...toasts.slice(-2), { id: last, text, bad }]);
  announce(text);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const { w } = useKitWords();
  const shown = useSyncExternalStore(subscribe, () => toasts);
  if (shown.length === 0) return null;
  return <section className="toasts" aria-label={w.toasts}>{shown.map((toast) => <OneToast key={toast.id} toast={toast} />)}</section>;
}

function OneToast({ toast }: { toast: Toast }) {
  const { w } = useKitWords();
  const close = () => change(toasts.filter((each) => each.id !== toast.id));
  useEffect(() => {
    if (toast.bad) return undefined;
    const timer = setTimeout(() => change(toasts.filter((each) => each.id !== toast.id)), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div className={toast.bad ? "toast toast--bad" : "toast"}>
      <p>{toast.text}</p>
      <button type="button" aria-label={w.closeToast} onClick={close}>×</button>
    </div>
  );
}
