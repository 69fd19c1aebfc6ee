import { useWords } from "@/lib/i18n";

export interface Chip<Filters> {
  key: string;
  label: string;
  /** The filters without it. */
  next: Filters;
}

interface ChipsProps<Filters> {
  chips: readonly Chip<Filters>[];
  /** The filters without any. */
  none: Filters;
  onChange: (next: Filters) => void;
}

/** What is chosen, each with its way out. */
export function Chips<Filters>({ chips, none, onChange }: ChipsProps<Filters>) {
  const { t } = useWords();
  if (chips.length === 0) return null;
  return (
    <ul role="list" className="chips" aria-label={t.agenda.active}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button type="button" className="chip" onClick={() => onChange(chip.next)} aria-label={t.agenda.remove(chip.label)}>
            <span>{chip.label}</span><span aria-hidden="true" className="chip__cross">×</span>
          </button>
        </li>
      ))}
      <li><button type="button" className="chip chip--all" onClick={() => onChange(none)}>{t.agenda.clear}</button></li>
    </ul>
  );
}
