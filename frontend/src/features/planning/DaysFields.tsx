import { TextInput } from "@mantine/core";
import { isDay } from "@/lib/dates";
import type { Entry } from "@/space/kit/entry";
import type { Days } from "./calls";
import { usePlanningWords } from "./words";

/** What can be told of two days without asking. */
export function checkDays({ starts_on: from, ends_on: to }: Days, w: ReturnType<typeof usePlanningWords>["w"]): Partial<Record<keyof Days, string>> {
  return {
    ...(!isDay(from) && { starts_on: w.dayNeeded }),
    ...(!isDay(to) ? { ends_on: w.dayNeeded } : isDay(from) && to < from && { ends_on: w.order }),
  };
}

interface DaysFieldsProps<V> {
  entry: Entry<V>;
  fixedStart?: boolean;
  /** The first field has focus as the dialogue around opens: the dialogue sees to it, and gives focus back. */
  focusFirst?: boolean;
}

/** Two days, both counted. */
export function DaysFields<V extends Days>({ entry, fixedStart = false, focusFirst = false }: DaysFieldsProps<V>) {
  const { w } = usePlanningWords();
  return (
    <div className="group__pair">
      <TextInput {...entry.field("starts_on")} type="date" label={w.from} data-autofocus={focusFirst || undefined} readOnly={fixedStart} data-fixed={fixedStart || undefined} />
      <TextInput {...entry.field("ends_on")} type="date" label={w.to} min={entry.values.starts_on || undefined} />
    </div>
  );
}
