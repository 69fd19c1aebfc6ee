import { useQuery } from "@tanstack/react-query";
import { editions } from "@/api/queries";
import { useWords } from "@/lib/i18n";
import { todayInParis } from "@/lib/dates";
import { LostFlower } from "@/ui/LostFlower";
import { DEFAULT_RADIUS, RADII, countFacets, isUnfiltered, type Filters } from "./filters";
import "./nothing.css";

interface NothingProps {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** Nothing found: says what was too narrow, and offers to widen it. */
export function Nothing({ filters, onChange }: NothingProps) {
  const { t } = useWords();
  if (isUnfiltered(filters)) return <NothingAhead onChange={onChange} />;
  const radius = filters.radius_km ?? DEFAULT_RADIUS;
  const wider = RADII.find((km) => km >= radius * 2) ?? (radius < 150 ? 150 : undefined);
  const oneDay = filters.from !== undefined && filters.from === filters.to;
  const dated = filters.from !== undefined || filters.to !== undefined;
  const sentence = filters.near ? (oneDay ? t.empty.nearDay(radius) : t.empty.near(radius))
    : oneDay ? t.empty.day : dated ? t.empty.range : filters.q ? t.empty.words(filters.q) : t.empty.title;
  return (
    <div className="nothing">
      <LostFlower />
      <h2>{sentence}</h2>
      <div className="nothing__ways">
        {filters.near && wider && <button type="button" className="button button--strong" onClick={() => onChange({ ...filters, radius_km: wider })}>{t.empty.widen(wider)}</button>}
        {dated && <button type="button" className="button" onClick={() => onChange({ ...filters, from: undefined, to: undefined })}>{t.empty.anyDate}</button>}
        {countFacets(filters) > 0 && <button type="button" className="button" onClick={() => onChange({ ...filters, many: {}, age: undefined, holder: undefined })}>{t.empty.noFilter}</button>}
        {filters.q && <button type="button" className="button" onClick={() => onChange({ ...filters, q: undefined, sort: undefined })}>{t.empty.noWords}</button>}
      </div>
    </div>
  );
}

/** No filter and still nothing: the season is over, or not yet known. The last edition stays readable. */
function NothingAhead({ onChange }: Pick<NothingProps, "onChange">) {
  const { t } = useWords();
  const edition = useQuery(editions()).data?.find((each) => each.starts_on <= todayInParis());
  return (
    <div className="nothing">
      <LostFlower />
      <h2>{edition ? t.empty.season(edition.year) : t.empty.nothing}</h2>
      {edition && (
        <div className="nothing__ways">
          <button type="button" className="button button--strong" onClick={() => onChange({ from: edition.starts_on, to: edition.ends_on, many: {} })}>
            {t.empty.seasonLink(edition.year, edition.starts_on, edition.ends_on)}
          </button>
        </div>
      )}
    </div>
  );
}
