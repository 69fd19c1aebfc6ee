import { useWords } from "@/lib/i18n";
import type { Filters } from "@/programme/filters";

/** The same results, as a list or on a map. */
export function ViewSwitch({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useWords();
  const map = filters.view === "map";
  return (
    <div className="switch" role="group" aria-label={t.agenda.view}>
      <button type="button" aria-pressed={!map} onClick={() => onChange({ ...filters, view: undefined })}>{t.agenda.asList}</button>
      <button type="button" aria-pressed={map} onClick={() => onChange({ ...filters, view: "map" })}>{t.agenda.asMap}</button>
    </div>
  );
}
