import { createContext, useCallback, useContext, useEffect, useId, useMemo, useState, type ReactNode } from "react";
import { LeaveGuard } from "./LeaveGuard";

type Mark = (name: string, unsaved: boolean) => void;

const Marking = createContext<Mark>(() => undefined);

/** A page of several forms: it asks before it is left while one of them (`useUnsaved`) holds something. */
export function Unsaved({ children }: { children: ReactNode }) {
  const [names, setNames] = useState<readonly string[]>([]);
  const mark = useCallback<Mark>((name, unsaved) => setNames((before) => (before.includes(name) === unsaved ? before : unsaved ? [...before, name] : before.filter((each) => each !== name))), []);
  const when = useMemo(() => names.length > 0, [names]);
  return <Marking.Provider value={mark}>{children}<LeaveGuard when={when} /></Marking.Provider>;
}

/** Says to the page that a form of it holds something unsaved, as long as it is there. */
export function useUnsaved(unsaved: boolean): void {
  const mark = useContext(Marking);
  const name = useId();
  useEffect(() => mark(name, unsaved), [mark, name, unsaved]);
  useEffect(() => () => mark(name, false), [mark, name]);
}
