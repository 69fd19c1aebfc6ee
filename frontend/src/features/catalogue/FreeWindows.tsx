import { formatDay, formatSpan, type Day } from "@/lib/dates";
import { days, freeWindows } from "./calendar";
import type { Calendar, FormatCalendar } from "./catalogue";
import { useCatalogueWords } from "./words";

interface FreeWindowsProps {
  calendar: Calendar;
  format: FormatCalendar;
  onShow: (day: Day) => void;
}

const SHOWN = 4;

/** The periods that are free, in words: what the calendar draws, for whoever does not see it, and for whoever is in a hurry. */
export function FreeWindows({ calendar, format, onShow }: FreeWindowsProps) {
  const { w, lang } = useCatalogueWords();
  const windows = freeWindows(calendar, format);
  if (windows.length === 0) return <p className="free__sum">{w.neverFree}</p>;
  const shown = windows.slice(0, SHOWN);
  return (
    <div className="free__windows">
      <h3>{w.windows}</h3>
      <ul role="list">
        {shown.map((each) => {
          const isOpen = each.ends_on === calendar.ends_on;
          const dates = isOpen ? w.windowOpen(formatDay(each.starts_on, lang, { weekday: false, year: true })) : formatSpan(each.starts_on, each.ends_on, lang);
          return (
            <li key={each.starts_on}>
              <button type="button" className="free__window" onClick={() => onShow(each.starts_on)}>
                <span className="unseen">{w.windowAt} </span><span>{dates}</span>{!isOpen && <span className="soft"> {w.windowLength(days(each))}</span>}
              </button>
            </li>
          );
        })}
        {windows.length > SHOWN && <li className="soft">{w.windowsMore(windows.length - SHOWN)}</li>}
      </ul>
    </div>
  );
}
