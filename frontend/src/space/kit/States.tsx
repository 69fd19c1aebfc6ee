import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Umbel } from "@/identity/Umbel";
import { isUnknown, Problem } from "@/lib/problem";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { useKitWords } from "./words";

/** Nothing to show yet: why, and what to do about it. */
export function NothingYet({ children }: { children: ReactNode }) {
  return (
    <div className="nothing-yet">
      <span className="nothing-yet__flower"><Umbel seed="nothing-yet" traits={{ rays: 3, florets: 3, stature: 0.4 }} bloom="other" /></span>
      <div>{children}</div>
    </div>
  );
}

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  /** Said while it comes, when « Un instant… » is too little. */
  waiting?: string | undefined;
}

/** A query in all its states: waiting in words, failed with a way on, refused for one's role, nowhere, or here. */
export function Loaded<T>({ query, children, waiting }: LoadedProps<T>) {
  const { w } = useKitWords();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isPending) return <Waiting words={waiting ?? w.loading} />;
  if (query.error instanceof Problem && query.error.status === 403) return <NotAllowed />;
  if (isUnknown(query.error)) return <NotHere />;
  return <Failure error={query.error} onRetry={() => void query.refetch()} />;
}

/** A page that one's role does not open. */
export function NotAllowed() {
  const { w } = useKitWords();
  return (
    <NothingYet>
      <p><strong>{w.notAllowed}</strong></p>
      <p>{w.notAllowedText}</p>
      <a className="button" href="/espace">{w.backHome}</a>
    </NothingYet>
  );
}

/** An address that leads to nothing, or to nothing that one may read. */
function NotHere() {
  const { w } = useKitWords();
  return (
    <NothingYet>
      <p><strong>{w.notHere}</strong></p>
      <p>{w.notHereText}</p>
      <a className="button" href="/espace">{w.backHome}</a>
    </NothingYet>
  );
}
