import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { formatSpan, isDay, todayInParis } from "@/lib/dates";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { Problem } from "@/lib/problem";
import { unbroken } from "@/lib/text";
import type { Chosen } from "./calendar";
import { check, requestSearch, type Check, type Item, type Wanted } from "./catalogue";
import { useCatalogueWords } from "./words";

interface CheckPartProps {
  item: Item;
  wanted: Wanted;
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Two dates, chosen above or written here, and whether they can be had: if not, why, and when next. */
export function CheckPart({ item, wanted, chosen, onChange }: CheckPartProps) {
  const { w } = useCatalogueWords();
  const id = useId();
  const [draft, setDraft] = useState({ first: "", last: "" });
  const [seen, setSeen] = useState(chosen);
  // A choice made in the calendar is written into the fields.
  if (seen !== chosen) {
    setSeen(chosen);
    setDraft({ first: chosen.first ?? "", last: chosen.last ?? "" });
  }
  const write = (part: Partial<typeof draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const first = isDay(next.first) ? next.first : null;
    const last = isDay(next.last) && first !== null && next.last >= first ? next.last : null;
    const written = { first, last };
    setSeen(written);
    if (first !== chosen.first || last !== chosen.last) onChange(written);
    setDraft(next);
  };
  const isBackwards = isDay(draft.first) && isDay(draft.last) && draft.last < draft.first;
  return (
    <div className="check">
      <h3 id={`${id}-title`}>{w.checkTitle}</h3>
      <div className="check__days" role="group" aria-labelledby={`${id}-title`}>
        <div className="field">
          <label htmlFor={`${id}-first`}>{w.first}</label>
          <input id={`${id}-first`} type="date" min={todayInParis()} value={draft.first} onChange={({ target }) => write({ first: target.value })} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-last`}>{w.last}</label>
          <input id={`${id}-last`} type="date" min={isDay(draft.first) ? draft.first : todayInParis()} value={draft.last} aria-invalid={isBackwards || undefined} aria-describedby={isBackwards ? `${id}-fault` : undefined} onChange={({ target }) => write({ last: target.value })} />
        </div>
        {(draft.first || draft.last) && <button type="button" className="button button--plain" onClick={() => { setDraft({ first: "", last: "" }); onChange({ first: null, last: null }); }}>{w.clearDates}</button>}
      </div>
      {isBackwards && <p className="check__fault" id={`${id}-fault`} role="alert">{w.order}</p>}
      <div role="status" className="check__answer">
        {chosen.first && chosen.last ? <CheckAnswer item={item} wanted={wanted} first={chosen.first} last={chosen.last} onChange={onChange} /> : !isBackwards && <p className="soft">{w.checkHint}</p>}
      </div>
    </div>
  );
}

interface CheckAnswerProps extends Omit<CheckPartProps, "chosen"> {
  first: string;
  last: string;
}

function CheckAnswer({ item, wanted, first, last, onChange }: CheckAnswerProps) {
  const { w, lang } = useCatalogueWords();
  const query = useQuery(check(item.slug, wanted, first, last));
  if (query.isPending) return <p>{w.checking}</p>;
  if (query.isError) {
    return (
      <div className="check__told" data-free="false">
        <p className="check__verdict">{query.error instanceof Problem && query.error.status >= 400 && query.error.status < 500 ? (query.error.errors[0]?.detail ?? query.error.message) : w.failed}</p>
        <p><button type="button" className="button" onClick={() => void query.refetch()}>{w.retry}</button></p>
      </div>
    );
  }
  const { is_free: isFree, blocked } = query.data;
  if (isFree) {
    return (
      <div className="check__told" data-free="true">
        <p className="check__verdict">{w.isFree(formatSpan(first, last, lang))}</p>
        {(blocked.starts_on !== first || blocked.ends_on !== last) && <p>{w.blocked(formatSpan(blocked.starts_on, blocked.ends_on, lang))}</p>}
        <p><Link className="button button--strong" to="/espace/prets/demandes/nouvelle" search={requestSearch(item.slug, { format: wanted.format, modules: wanted.modules.join(","), starts_on: first, ends_on: last })} preload={false}>{w.goRequest}</Link></p>
      </div>
    );
  }
  return <Refused answer={query.data} onChange={onChange} />;
}

function Refused({ answer: { refusals, next_free: next }, onChange }: { answer: Check; onChange: (chosen: Chosen) => void }) {
  const { w, lang } = useCatalogueWords();
  const words = useLendingWords();
  // Several modules may be taken by the same loan: each reason once.
  const told = [...new Set(refusals.map((each) => (lang === "fr" ? unbroken(each.detail.replaceAll("'", "’")) : `${lendingWord(words, "reason", each.code)}${each.days ? `, ${formatSpan(each.days.starts_on, each.days.ends_on, lang)}` : ""}.`)))];
  return (
    <div className="check__told" data-free="false">
      <p className="check__verdict">{w.isTaken}</p>
      <ul>{told.map((each) => <li key={each}>{each}</li>)}</ul>
      {next ? <p><button type="button" className="button button--strong" onClick={() => onChange({ first: next.starts_on, last: next.ends_on })}>{w.take(formatSpan(next.starts_on, next.ends_on, lang))}</button></p> : <p>{w.noOther}</p>}
    </div>
  );
}
