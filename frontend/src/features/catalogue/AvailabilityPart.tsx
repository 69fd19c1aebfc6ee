import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { territory } from "@/api/queries";
import { announce } from "@/lib/announce";
import { formatDay, todayInParis, type Day } from "@/lib/dates";
import { useLendingWords } from "@/programme/lendingWords";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { addMonths, choose, firstOf, freeWindows, lastOf, monthOf, type Chosen, type Month } from "./calendar";
import { availability, type Item, type Wanted } from "./catalogue";
import { CheckPart } from "./CheckPart";
import { FreeWindows } from "./FreeWindows";
import { Months } from "./Months";
import { useCatalogueWords } from "./words";
import { YearRibbon } from "./YearRibbon";
import "./availability.css";

/** Months that are asked for at once: two years, as far as the API shows. */
const REACH = 24;

/** When the item, or what of it is wanted, is free: a year at a glance, its days, and whether two dates can be had. */
export function AvailabilityPart({ item }: { item: Item }) {
  const { w, lang } = useCatalogueWords();
  const [wanted, setWanted] = useState<Wanted>({ format: item.formats[0]?.id ?? "", modules: [], department: "" });
  const [chosen, setChosen] = useState<Chosen>({ first: null, last: null });
  const [picked, setPicked] = useState<Month | null>(null);
  const begin = monthOf(todayInParis());
  const query = useQuery(availability(item.slug, wanted, firstOf(begin), lastOf(addMonths(begin, REACH - 1))));
  const format = query.data?.formats.find((each) => each.id === wanted.format) ?? query.data?.formats[0];
  const pick = (day: Day) => {
    const next = choose(chosen, day);
    setChosen(next);
    if (next.last === null) announce(w.chosenFirst(formatDay(day, lang)));
  };
  const set = (next: Chosen) => {
    setChosen(next);
    if (next.first) setPicked(monthOf(next.first));
  };
  const soonest = query.data && format ? (freeWindows(query.data, format)[0]?.starts_on ?? query.data.first_day) : null;
  const month = picked ?? (soonest === null ? begin : monthOf(soonest));
  return (
    <section aria-labelledby="disponibilites" className="free">
      <h2 id="disponibilites" tabIndex={-1}>{w.when}</h2>
      <WantedForm item={item} wanted={wanted} onChange={setWanted} />
      {query.isError && !query.data && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting words={w.calendarLoading} />}
      {query.data && format && (
        <div className="free__calendar" aria-busy={query.isPlaceholderData}>
          <FreeWindows calendar={query.data} format={format} onShow={(day) => setPicked(monthOf(day))} />
          <YearRibbon calendar={query.data} format={format} begin={begin} reach={REACH} shown={month} onShow={setPicked} />
          <Months calendar={query.data} format={format} month={month} chosen={chosen} onChoose={pick} onMonth={setPicked} />
        </div>
      )}
      <CheckPart item={item} wanted={wanted} chosen={chosen} onChange={set} />
    </section>
  );
}

interface WantedFormProps {
  item: Item;
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
}

/** Which format, which modules, and where it will be used. */
function WantedForm({ item, wanted, onChange }: WantedFormProps) {
  const { w } = useCatalogueWords();
  const words = useLendingWords();
  const departments = useQuery(territory()).data?.departments ?? [];
  const modules = item.formats.find((each) => each.id === wanted.format)?.modules ?? [];
  const [some, setSome] = useState(false);
  const toggle = (number: number) => onChange({ ...wanted, modules: wanted.modules.includes(number) ? wanted.modules.filter((each) => each !== number) : [...wanted.modules, number].toSorted((a, b) => a - b) });
  return (
    <div className="free__wanted">
      {item.formats.length > 1 && (
        <fieldset className="choices">
          <legend>{w.format}</legend>
          {item.formats.map((each) => (
            <label key={each.id} className="choice">
              <input type="radio" name="format" checked={wanted.format === each.id} onChange={() => { setSome(false); onChange({ ...wanted, format: each.id, modules: [] }); }} />
              <span>{words.format[each.format]}{each.label && `, ${each.label}`}</span>
            </label>
          ))}
        </fieldset>
      )}
      {modules.length > 1 && (
        <fieldset className="choices">
          <legend>{w.chooseModules}</legend>
          <label className="choice"><input type="radio" name="modules" checked={!some} onChange={() => { setSome(false); onChange({ ...wanted, modules: [] }); }} /><span>{w.whole}</span></label>
          <label className="choice"><input type="radio" name="modules" checked={some} onChange={() => setSome(true)} /><span>{w.some}</span></label>
          {some && (
            <ul role="list" className="free__modules">
              {modules.map((name, index) => (
                <li key={name}><label className="choice choice--many"><input type="checkbox" checked={wanted.modules.includes(index + 1)} onChange={() => toggle(index + 1)} /><span>{name}</span></label></li>
              ))}
            </ul>
          )}
        </fieldset>
      )}
      {departments.length > 0 && (
        <div className="field free__where">
          <label htmlFor="where">{w.where}</label>
          <select id="where" value={wanted.department} aria-describedby="where-hint" onChange={({ target }) => onChange({ ...wanted, department: target.value })}>
            <option value="">{w.anywhere}</option>
            {departments.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
          </select>
          <p id="where-hint" className="soft free__hint">{w.whereHint}</p>
        </div>
      )}
    </div>
  );
}
