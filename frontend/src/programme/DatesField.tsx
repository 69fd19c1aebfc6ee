import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { editions } from "@/api/queries";
import { isDay, todayInParis, weekendOf, type Day } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import type { Filters } from "./filters";

type Dates = Pick<Filters, "from" | "to">;
type Choice = "any" | "today" | "weekend" | "edition" | "range";

interface DatesFieldProps {
  value: Dates;
  onChange: (dates: Dates) => void;
  label?: string;
}

/** When: the usual answers in a list, any two dates below. */
export function DatesField({ value, onChange, label }: DatesFieldProps) {
  const { t } = useWords();
  const id = useId();
  const [ranging, setRanging] = useState(false);
  const today = todayInParis();
  const edition = useQuery(editions()).data?.[0];
  const weekend = weekendOf(today);
  const known: Record<Exclude<Choice, "range">, Dates | undefined> = {
    any: {}, today: { from: today, to: today }, weekend,
    edition: edition && { from: edition.starts_on, to: edition.ends_on },
  };
  const current = choiceOf(value, known);
  const choice = ranging ? "range" : current;
  const words: Record<Choice, string> = {
    any: t.search.anytime, today: t.search.today, weekend: t.search.weekend, edition: t.search.edition, range: t.search.dates,
  };
  const choose = (next: Choice) => {
    setRanging(next === "range");
    if (next !== "range") onChange(known[next] ?? {});
    else if (!value.from && edition) onChange({ from: edition.starts_on < today ? today : edition.starts_on, to: value.to });
  };
  return (
    <div className="when">
      <label htmlFor={id}>{label ?? t.search.when}</label>
      <select id={id} value={choice} onChange={(event) => choose(event.target.value as Choice)}>
        {(["any", "today", "weekend", "edition", "range"] as const).filter((each) => each === "range" || known[each]).map((each) => (
          <option key={each} value={each}>{words[each]}</option>
        ))}
      </select>
      {choice === "range" && (
        <div className="when__range">
          <DayInput label={t.search.from} value={value.from} onChange={(from) => onChange({ from, to: from && value.to && value.to < from ? from : value.to })} />
          <DayInput label={t.search.to} value={value.to} min={value.from} onChange={(to) => onChange({ ...value, to })} />
        </div>
      )}
    </div>
  );
}

function choiceOf(value: Dates, known: Record<Exclude<Choice, "range">, Dates | undefined>): Choice {
  for (const name of ["any", "today", "weekend", "edition"] as const) {
    const dates = known[name];
    if (dates && dates.from === value.from && dates.to === value.to) return name;
  }
  return "range";
}

interface DayInputProps {
  label: string;
  value: Day | undefined;
  min?: Day | undefined;
  onChange: (day: Day | undefined) => void;
}

function DayInput({ label, value, min, onChange }: DayInputProps) {
  const id = useId();
  return (
    <span className="when__day">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value ?? ""} min={min} onChange={(event) => onChange(isDay(event.target.value) ? event.target.value : undefined)} />
    </span>
  );
}
