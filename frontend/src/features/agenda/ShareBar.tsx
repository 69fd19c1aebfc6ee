import { useState } from "react";
import type { AgendaDetail } from "@/api/types";
import { announce } from "@/lib/announce";
import { useWords } from "@/lib/i18n";
import { paths } from "@/lib/paths";

/** Into one's calendar, or to a friend. */
export function ShareBar({ event }: { event: AgendaDetail }) {
  const { t } = useWords();
  const [said, setSaid] = useState<string | null>(null);
  const say = (text: string) => {
    setSaid(text);
    announce(text);
  };
  const share = async () => {
    const url = location.origin + paths.event(event.slug);
    if (typeof navigator.share === "function") {
      // Turning away from the sheet is an answer, not a failure.
      await navigator.share({ title: event.title, url }).catch(() => undefined);
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      say(t.event.copied);
    } catch {
      say(t.event.copyFailed);
    }
  };
  return (
    <div className="share">
      {event.sessions.length > 0 && <a className="button" href={paths.calendarFile(event.slug)} download>{t.event.calendar}</a>}
      <button type="button" className="button" onClick={() => void share()}>{said ?? t.event.share}</button>
      <button type="button" className="button button--plain share__print" onClick={() => print()}>{t.event.print}</button>
    </div>
  );
}
