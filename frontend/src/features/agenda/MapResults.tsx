import { useQuery } from "@tanstack/react-query";
import { useMemo, useRef, useState, type RefObject } from "react";
import { agendaOnce, territory } from "@/api/queries";
import type { AgendaItem } from "@/api/types";
import { useWords } from "@/lib/i18n";
import { EventRow } from "@/programme/EventRow";
import { toParams, type Filters } from "@/programme/filters";
import { Nothing } from "@/programme/Nothing";
import { countIn, spotName, type Spot } from "@/programme/places";
import { PlacesMap } from "@/programme/PlacesMap";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { gather, type Place } from "./places";

/** As many events as one question may bring. */
const MOST = 300;

/** The results by town: a map of buttons, and the chosen town's events under it. */
export function MapResults({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useWords();
  const answer = useQuery(agendaOnce(toParams({ ...filters, sort: undefined }), MOST));
  const region = useQuery(territory());
  const { places, nowhere } = useMemo(() => gather(answer.data?.items ?? []), [answer.data]);
  const [chosen, setChosen] = useState<Spot<AgendaItem> | null>(null);
  const list = useRef<HTMLHeadingElement>(null);
  const failed = [answer, region].find((each) => each.isError);
  if (failed) return <Failure error={failed.error} onRetry={() => void Promise.all([answer.refetch(), region.refetch()])} />;
  if (!answer.data || !region.data) return <Waiting words={t.agenda.loadingMap} />;
  if (answer.data.items.length === 0) return <Nothing filters={filters} onChange={onChange} />;
  // Towns keep their keys when the filters change; what is on there may not be the same.
  const shown = places.filter((place) => chosen?.places.some((each) => each.key === place.key));
  const rest = answer.data.total - answer.data.items.length;
  return (
    <div className="places">
      <PlacesMap
        places={places} region={region.data} chosen={chosen?.key ?? null} words={{ label: t.agenda.mapLabel, broken: t.agenda.mapBroken, at: t.agenda.in }}
        onChoose={(spot) => {
          setChosen(spot);
          requestAnimationFrame(() => list.current?.focus({ preventScroll: true }));
        }}
      />
      {rest > 0 && <p className="soft">{t.agenda.mapCut(MOST, answer.data.total)}</p>}
      {shown.length > 0
        ? <PlaceList heading={list} title={`${spotName(shown)} : ${t.agenda.results(countIn(shown))}`} items={shown.flatMap((place) => place.items)} />
        : <p className="soft">{t.agenda.mapHelp}</p>}
      {nowhere.length > 0 && <PlaceList title={t.agenda.nowhere(nowhere.length)} items={nowhere} />}
    </div>
  );
}

function PlaceList({ title, items, heading }: { title: string; items: Place["items"]; heading?: RefObject<HTMLHeadingElement | null> }) {
  return (
    <section className="places__list">
      <h2 ref={heading} tabIndex={-1}>{title}</h2>
      <ul role="list">{items.map((item) => <EventRow key={item.id} event={item} withDay />)}</ul>
    </section>
  );
}
