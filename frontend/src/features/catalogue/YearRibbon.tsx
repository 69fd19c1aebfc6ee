import { useWords } from "@/lib/i18n";
import { addMonths, firstOf, taken, type Month } from "./calendar";
import type { Calendar, FormatCalendar } from "./catalogue";
import { useCatalogueWords } from "./words";

interface YearRibbonProps {
  calendar: Calendar;
  format: FormatCalendar;
  begin: Month;
  /** How many months there are from `begin`. */
  reach: number;
  shown: Month;
  onShow: (month: Month) => void;
}

const YEAR = 12;

/** A year at a glance: each month with what of it is taken; a press shows its days below. */
export function YearRibbon({ calendar, format, begin, reach, shown, onShow }: YearRibbonProps) {
  const { lang } = useWords();
  const { w } = useCatalogueWords();
  const isSecond = shown >= addMonths(begin, YEAR);
  const first = isSecond ? addMonths(begin, YEAR) : begin;
  const months = Array.from({ length: Math.min(YEAR, reach) }, (_, index) => addMonths(first, index));
  const name = (month: Month) => new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", { timeZone: "UTC", month: "short" }).format(new Date(`${firstOf(month)}T00:00:00Z`));
  return (
    <div className="ribbon">
      <ol role="list" className="ribbon__months" aria-label={w.months}>
        {months.map((month, index) => {
          const pieces = taken(calendar, format, month);
          const share = pieces.reduce((sum, piece) => sum + piece.width, 0);
          return (
            <li key={month}>
              <button type="button" className="ribbon__month" aria-pressed={month === shown} onClick={() => onShow(month)}>
                <span className="ribbon__name">
                  {/* The year is drawn where it changes, and told for each month. */}
                  <span className={index === 0 || month.endsWith("-01") ? "ribbon__year" : "unseen"}>{month.slice(0, 4)}</span>
                  {" "}{name(month)}
                  <span className="unseen">, {share > 99 ? w.monthTaken : share > 0 ? w.monthPartly : w.monthFree}</span>
                </span>
                <svg className="ribbon__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                  <rect className="ribbon__free" width="100" height="10" />
                  {pieces.map((piece) => <rect key={piece.from} className="ribbon__taken" x={piece.from} width={piece.width} height="10" />)}
                </svg>
              </button>
            </li>
          );
        })}
      </ol>
      <p className="ribbon__legend">
        <span><i className="ribbon__key ribbon__key--free" aria-hidden="true" />{w.legend.free}</span>
        <span><i className="ribbon__key ribbon__key--taken" aria-hidden="true" />{w.legend.taken}</span>
        <span><i className="ribbon__key ribbon__key--closed" aria-hidden="true" />{w.legend.closed}</span>
        <button type="button" className="button button--plain ribbon__turn" onClick={() => onShow(isSecond ? begin : addMonths(begin, YEAR))}>{isSecond ? w.thisYear : w.nextYear}</button>
      </p>
    </div>
  );
}
