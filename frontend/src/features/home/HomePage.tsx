import { Link, useNavigate } from "@tanstack/react-router";
import { useDeferredValue } from "react";
import { useQuery } from "@tanstack/react-query";
import { territory } from "@/api/queries";
import type { AgendaFacets } from "@/api/types";
import { dayOf, formatSpan } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { areaPath, boundsOf, flatten } from "@/lib/outline";
import { usePage } from "@/lib/page";
import { DayList } from "@/programme/DayList";
import { toSearch } from "@/programme/filters";
import { SearchForm } from "@/programme/SearchForm";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { MeadowView } from "./MeadowView";
import { useSeason, type Season } from "./useSeason";
import "./home.css";

const NO_FILTER = { many: {} };
const FIRST_ROWS = 6;

export function HomePage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { season: ready, error, retry } = useSeason();
  // Hundreds of flowers are drawn a few at a time: the search answers meanwhile.
  const season = useDeferredValue(ready);
  usePage("Ombelle");
  return (
    <div className="home">
      <div className="wrap home__head">
        <h1>{t.home.title}</h1>
        <p className="home__counted">{ready ? <Counted season={ready} /> : "\u00a0"}</p>
      </div>
      {error !== null && <div className="wrap"><Failure error={error} onRetry={retry} /></div>}
      {season && season.items.length > 0 && <MeadowView items={season.items} from={season.from} />}
      {!season && error === null && <div className="meadow meadow--still wrap"><Waiting words={t.agenda.loading} /></div>}
      <div className="wrap">
        <SearchForm filters={NO_FILTER} onSearch={(filters) => void navigate({ to: "/agenda", search: toSearch(filters) })} />
      </div>
      <div className="wrap home__columns">
        {season && season.items.length > 0 && <FirstRows season={season} />}
        <SchoolsDoor />
      </div>
      {season && <Departments facets={season.facets} />}
    </div>
  );
}

/** « 256 rendez-vous dans 65 communes des Hauts-de-France, du 1er au 11 octobre 2027. » */
function Counted({ season: { facets, edition, items } }: { season: Season }) {
  const { t, lang } = useWords();
  const region = useQuery(territory()).data?.name ?? "";
  if (items.length === 0) return t.home.quiet;
  const communes = facets.commune.filter((each) => each.value !== null).length;
  const dates = edition
    ? formatSpan(edition.starts_on, edition.ends_on, lang)
    : formatSpan(dayOf(items[0]?.first_session.starts_at ?? ""), dayOf(items.at(-1)?.first_session.starts_at ?? ""), lang);
  return (/^hauts-/i.test(region) ? t.home.countedHdf : t.home.counted)(facets.total, communes, region, dates);
}

function FirstRows({ season: { items, from } }: { season: Season }) {
  const { t } = useWords();
  const first = items.filter((item) => item.parent === null && item.status !== "cancelled").slice(0, FIRST_ROWS);
  return (
    <section className="home__next" aria-labelledby="next">
      <h2 id="next" className="home__title">{t.home.next}</h2>
      <DayList items={first} from={from} more level={3} />
      <p><Link className="button button--strong" to="/agenda">{t.home.all}</Link></p>
    </section>
  );
}

function SchoolsDoor() {
  const { t } = useWords();
  return (
    <section className="door" aria-labelledby="schools-door">
      <h2 id="schools-door">{t.home.schoolsTitle}</h2>
      <p>{t.home.schoolsText}</p>
      <p><Link className="button" to="/scolaires">{t.home.schoolsLink}</Link></p>
    </section>
  );
}

/** The departments as doors, each with its outline and how much goes on there. */
function Departments({ facets }: { facets: AgendaFacets }) {
  const { t } = useWords();
  const region = useQuery(territory()).data;
  if (!region) return null;
  const counts = new Map(facets.department.map((each) => [String(each.value), each.count]));
  return (
    <section className="wrap lands" aria-labelledby="lands">
      <h2 id="lands" className="home__title">{t.home.departments}</h2>
      <ul role="list" className="lands__list">
        {region.departments.map(({ code, name }) => {
          const outline = region.outlines.features.find((each) => each.properties.code === code);
          return (
            <li key={code}>
              <Link to="/agenda" search={{ department: code }} className="land">
                {outline && <Outline area={outline.geometry} />}
                <span className="land__name">{name}</span>
                <span className="soft">{t.agenda.results(counts.get(code) ?? 0)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Outline({ area }: { area: GeoJSON.Polygon | GeoJSON.MultiPolygon }) {
  const flat = flatten(boundsOf(area), 100);
  return (
    <svg className="land__outline" viewBox={`-2 -2 ${flat.width + 4} ${flat.height + 4}`} aria-hidden="true" focusable="false">
      <path d={areaPath(area, flat)} />
    </svg>
  );
}
