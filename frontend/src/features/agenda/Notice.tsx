import type { AgendaDetail, DetailSession } from "@/api/types";
import { clockOf, dayOf, formatClock, formatDay } from "@/lib/dates";
import { useWords, type Dictionary, type Lang } from "@/lib/i18n";

/** What changed, said first and plainly: cancelled, put off, moved, full. */
export function Notice({ event }: { event: AgendaDetail }) {
  const { t, lang } = useWords();
  const moved = event.sessions.filter((each) => each.previous_starts_at && each.previous_starts_at !== each.starts_at);
  const title = titleOf(event, t);
  if (!title) return null;
  const undated = event.status === "postponed" && moved.length === 0;
  const reason = event.status_reason ?? event.sessions.find((each) => each.status_reason)?.status_reason;
  return (
    <section className="notice" data-stop={event.status === "cancelled" || undated} aria-label={title}>
      <p className="notice__title">{title}</p>
      {moved.length > 0 && (
        <ul>
          {moved.slice(0, 6).map((each) => (
            <li key={each.id}><s>{instantWords(each.previous_starts_at ?? "", lang)}</s> → <strong>{instantWords(each.starts_at, lang)}</strong></li>
          ))}
        </ul>
      )}
      {undated && <p>{t.event.undated}</p>}
      {reason && <p>{t.event.reason} {reason}</p>}
    </section>
  );
}

function titleOf(event: AgendaDetail, t: Dictionary): string | null {
  switch (event.status) {
    case "cancelled": return t.event.cancelledTitle;
    case "postponed": return t.event.postponedTitle;
    case "rescheduled": return t.event.movedTitle;
    case "moved_online": return t.event.onlineTitle;
    case "full": return t.event.fullTitle;
    default: return event.sessions.some((each: DetailSession) => each.status !== "scheduled") ? t.event.partlyTitle : null;
  }
}

function instantWords(instant: string, lang: Lang): string {
  return `${formatDay(dayOf(instant), lang)}, ${formatClock(clockOf(instant), lang)}`;
}
