import { useQueries } from "@tanstack/react-query";
import { useWords } from "@/lib/i18n";
import { formatMoment } from "@/space/kit/moments";
import { venue } from "./calls";
import type { Reading } from "./fields";
import { useEventWords } from "./words";

/** How values are read here; the venues of these ids by their names, once those are known. */
export function useReading(venues: readonly (string | null | undefined)[] = []): Reading {
  const { t } = useWords();
  const { w, lang } = useEventWords();
  const ids = [...new Set(venues.filter((id): id is string => Boolean(id)))];
  const read = useQueries({ queries: ids.map((id) => venue(id)) });
  const names = new Map(ids.map((id, index) => [id, read[index]?.data]));
  return {
    lists: { ...t.values, attendance_mode: w.modes, action: w.sessionAction }, yes: w.yes, no: w.no, ways: w.ways, moment: (instant) => formatMoment(instant, lang),
    venue: (id) => { const found = names.get(id); return found ? [found.name, found.city].filter(Boolean).join(", ") : w.aVenue; },
  };
}
