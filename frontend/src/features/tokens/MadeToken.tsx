import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { tell } from "@/space/kit/toasts";
import { firstCall, firstPath, type TokenMade } from "./calls";
import { useTokenWords } from "./words";

/** The secret, once: it is in the page's memory only, and goes with it. */
export function MadeToken({ made, onDone }: { made: TokenMade; onDone: () => void }) {
  const { w } = useTokenWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const call = firstCall(location.origin, firstPath(made.scopes, made.organisation.id), made.secret);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      tell(w.copied);
    } catch {
      tell(w.copyFailed, { bad: true });
    }
  };
  return (
    <section className="made" aria-label={w.madeTitle}>
      <h2 ref={heading} tabIndex={-1}>{w.madeTitle}</h2>
      <p>{w.madeText}</p>
      <div className="made__secret"><code aria-label={w.secret}>{made.secret}</code><Button variant="filled" onClick={() => void copy(made.secret)}>{w.copy}</Button></div>
      <h3>{w.firstCall}</h3>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard */}
      <pre className="made__call" tabIndex={0} role="region" aria-label={w.firstCall}>{call}</pre>
      <div className="page__actions"><Button onClick={() => void copy(call)}>{w.copyCall}</Button><Button variant="subtle" onClick={onDone}>{w.done}</Button></div>
    </section>
  );
}
