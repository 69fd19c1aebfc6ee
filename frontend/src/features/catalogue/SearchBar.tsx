import { useId, useState, type FormEvent } from "react";
import { addDays, isDay, todayInParis } from "@/lib/dates";
import { LONGEST, type Filters } from "./filters";
import { useCatalogueWords } from "./words";
import "@/programme/search.css";

interface SearchBarProps {
  filters: Filters;
  onSearch: (filters: Filters) => void;
}

interface Draft {
  q: string;
  from: string;
  to: string;
}

const draftOf = ({ q = "", available_from: from = "", available_to: to = "" }: Filters): Draft => ({ q, from, to });

/** What, and on which days it must be free. Dates are asked for as soon as both are there. */
export function SearchBar({ filters, onSearch }: SearchBarProps) {
  const { w } = useCatalogueWords();
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(filters));
  const [seen, setSeen] = useState(filters);
  const [tried, setTried] = useState(false);
  // The address changed by other means (a chip, the back button): the form follows.
  if (seen !== filters) {
    setSeen(filters);
    setDraft(draftOf(filters));
    setTried(false);
  }
  const fault = faultOf(draft);
  const ask = ({ q, from, to }: Draft) => {
    setTried(true);
    if (faultOf({ q, from, to })) return;
    onSearch({ ...filters, q: q.trim() || undefined, available_from: from || undefined, available_to: to || undefined });
  };
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const clears = part.q === "" || (part.from !== undefined || part.to !== undefined) && Boolean(next.from) === Boolean(next.to);
    if (clears && !faultOf(next)) ask(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(draft);
  };
  const today = todayInParis();
  const shown = fault && (tried || fault !== "missing") ? w.search[fault] : null;
  return (
    <form className="search search--catalogue" role="search" aria-label={w.search.label} onSubmit={submit}>
      <div className="search__part">
        <label htmlFor={`${id}-q`}>{w.search.what}</label>
        <input id={`${id}-q`} type="search" name="q" maxLength={200} placeholder={w.search.whatHint} autoComplete="off" enterKeyHint="search" value={draft.q} onChange={({ target }) => change({ q: target.value })} />
      </div>
      <div className="search__part search__day">
        <label htmlFor={`${id}-from`}>{w.search.from}</label>
        <input id={`${id}-from`} type="date" min={today} max={addDays(today, 5 * LONGEST)} value={draft.from} aria-describedby={shown ? `${id}-fault` : undefined} onChange={({ target }) => change({ from: target.value })} />
      </div>
      <div className="search__part search__day">
        <label htmlFor={`${id}-to`}>{w.search.to}</label>
        <input id={`${id}-to`} type="date" min={isDay(draft.from) ? draft.from : today} value={draft.to} aria-invalid={shown ? true : undefined} aria-describedby={shown ? `${id}-fault` : undefined} onChange={({ target }) => change({ to: target.value })} />
      </div>
      <div className="search__go"><button type="submit" className="button button--strong">{w.search.submit}</button></div>
      {shown && <p className="search__fault" id={`${id}-fault`} role="alert">{shown}</p>}
    </form>
  );
}

/** Both days or none, in order, a year at most. */
function faultOf({ from, to }: Draft): "missing" | "order" | "long" | null {
  if (!from && !to) return null;
  if (!isDay(from) || !isDay(to)) return "missing";
  if (to < from) return "order";
  return to >= addDays(from, LONGEST) ? "long" : null;
}
