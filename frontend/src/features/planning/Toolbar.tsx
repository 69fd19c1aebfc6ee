import { Select, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { capital } from "@/lib/text";
import { formatDay, formatSpan, type Day } from "@/lib/dates";
import { useLendingWords } from "@/programme/lendingWords";
import { spanOf, STANDINGS, step, ZOOMS, type Asked, type Span, type Standing, type View } from "./address";
import { lenders } from "./calls";
import { usePlanningWords } from "./words";

interface ToolbarProps {
  asked: Asked;
  view: View;
  span: Span;
  today: Day;
  count: number;
  isWhole: boolean;
  itemTitle: string | undefined;
  onAsk: (next: Partial<Asked>, replace?: boolean) => void;
}

/** How much time is shown and from when; then which units. */
export function Toolbar({ asked, view, span, today, count, isWhole, itemTitle, onAsk }: ToolbarProps) {
  const { w, lang } = usePlanningWords();
  const isNow = spanOf({ zoom: asked.zoom, start: "" }, today).from === span.from;
  return (
    <div className="planning__tools">
      <div className="planning__time">
        <div className="planning__switch" role="group" aria-label={w.shown}>
          <button type="button" onClick={() => onAsk({ start: step(asked, today, -1) })}><span aria-hidden="true">←</span> {w.before}</button>
          <button type="button" aria-pressed={isNow} onClick={() => onAsk({ start: "" })}>{w.today}</button>
          <button type="button" onClick={() => onAsk({ start: step(asked, today, 1) })}>{w.after} <span aria-hidden="true">→</span></button>
        </div>
        <p className="planning__span" role="status">{capital(spanName(asked, span, lang))}</p>
        <Switch label={w.zoom} values={ZOOMS} value={asked.zoom} words={w.zooms} onChange={(zoom) => onAsk({ zoom })} />
      </div>
      <Filters asked={asked} onAsk={onAsk} />
      <div className="planning__time">
        <p className="planning__count soft" role="status">
          {isWhole ? w.units(count) : w.rest}
          {asked.item && itemTitle && <> · {w.oneItem(itemTitle)} <button type="button" className="planning__link" onClick={() => onAsk({ item: "" })}>{w.allItems}</button></>}
        </p>
        <Switch label={w.view} values={["frise", "liste"]} value={view} words={w.views} onChange={(next) => onAsk({ view: next })} />
      </div>
    </div>
  );
}

/** « mars 2027 », or the two days. */
function spanName({ zoom }: Asked, { from, to }: Span, lang: "fr" | "en"): string {
  if (zoom === "mois") return formatDay(from, lang, { weekday: false, year: true }).replace(/^\S+\s/u, "");
  return formatSpan(from, to, lang);
}

interface SwitchProps<T extends string> {
  label: string;
  values: readonly T[];
  value: T;
  words: Record<T, string>;
  onChange: (value: T) => void;
}

function Switch<T extends string>({ label, values, value, words, onChange }: SwitchProps<T>) {
  return (
    <div className="planning__switch" role="group" aria-label={label}>
      {values.map((each) => <button key={each} type="button" aria-pressed={each === value} onClick={() => onChange(each)}>{words[each]}</button>)}
    </div>
  );
}

/** How long one stops typing before it is looked for, in milliseconds. */
const PAUSE = 300;

function Filters({ asked, onAsk }: Pick<ToolbarProps, "asked" | "onAsk">) {
  const { w } = usePlanningWords();
  const lending = useLendingWords();
  const all = useQuery(lenders()).data ?? [];
  const isSmall = useMediaQuery("(max-width: 48rem)", undefined, { getInitialValueInEffect: false });
  const set = [asked.standing, asked.lender, asked.category].filter(Boolean).length;
  const [isUnfolded, setOpen] = useState(false);
  // Where there is room they are all in sight, and nothing folds them.
  const isOpen = !isSmall || isUnfolded;
  const [typed, setTyped] = useState(asked.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const seen = useRef(asked.q);
  useEffect(() => {
    // Someone else changed it: « Tout afficher », or a step back.
    if (asked.q !== seen.current) setTyped(asked.q);
    seen.current = asked.q;
  }, [asked.q]);
  const type = (q: string) => {
    setTyped(q);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => { seen.current = q; onAsk({ q }, true); }, PAUSE);
  };
  return (
    <search className="planning__filters" aria-label={w.filters}>
      <TextInput type="search" label={w.search} value={typed} maxLength={200} onChange={({ currentTarget }) => type(currentTarget.value)} />
      <details className="planning__more" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{w.moreFilters}{set > 0 && <span className="planning__number">{set}</span>}</summary>
        <div className="planning__selects">
          <Select label={w.standing} value={asked.standing} data={[{ value: "", label: w.everyStanding }, ...STANDINGS.map((value) => ({ value, label: w.standings[value] }))]} allowDeselect={false} onChange={(standing) => onAsk({ standing: (standing ?? "") as Standing | "" })} />
          {all.length > 1 && <Select label={w.lender} value={asked.lender || null} placeholder={w.everyLender} clearable searchable data={all.map(({ lender }) => ({ value: lender.id ?? "agency", label: lender.name ?? w.agency }))} onChange={(lender) => onAsk({ lender: lender ?? "" })} />}
          <Select label={w.category} value={asked.category || null} placeholder={w.everyCategory} clearable data={Object.entries(lending.category).map(([value, label]) => ({ value, label }))} onChange={(category) => onAsk({ category: category ?? "" })} />
        </div>
      </details>
    </search>
  );
}
