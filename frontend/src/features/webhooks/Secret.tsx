import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { formatMoment } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import type { WebhookMade } from "./calls";
import { useWebhookWords } from "./words";

/** The secret, once: it is in the page's memory only, and goes with it. */
export function Secret({ made: { secret, previous_secret_until: until }, onDone }: { made: WebhookMade; onDone: () => void }) {
  const { w, lang } = useWebhookWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      tell(w.copied);
    } catch {
      tell(w.copyFailed, { bad: true });
    }
  };
  return (
    <section className="secret" aria-label={w.madeTitle}>
      <h2 ref={heading} tabIndex={-1}>{w.madeTitle}</h2>
      <p>{w.madeText}</p>
      <div className="secret__line"><code aria-label={w.secret}>{secret}</code><Button variant="filled" onClick={() => void copy()}>{w.copy}</Button></div>
      <p className="soft">{w.madeHow} {until && w.overlap(formatMoment(until, lang))}</p>
      <div><Button variant="subtle" onClick={onDone}>{w.done}</Button></div>
    </section>
  );
}
