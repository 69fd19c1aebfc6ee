import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { agendaOnce, territory } from "@/api/queries";
import type { Territory } from "@/api/types";
import { useWords } from "@/lib/i18n";
import { EventRow } from "@/programme/EventRow";
import { toParams, type Filters } from "@/programme/filters";
import { Nothing } from "@/programme/Nothing";
import { Failure } from "@/ui/Failure";
import { Waiting } from "@/ui/LostFlower";
import { gather, spotsOf, type Place, type Spot } from "./places";
import "./map.css";

/** As many events as one question may bring. */
const MOST = 300;

/** The results by town: a map of buttons, and the chosen town's events under it. */
export function MapResults({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useWords();
  const answer = useQuery(agendaOnce(toParams({ ...filters, sort: undefined }), MOST));
  const region = useQuery(territory());
  const { places, nowhere } = useMemo(() => gather(answer.data?.items ?? []), [answer.data]);
  const [chosen, setChosen] = useState<Spot | null>(null);
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
        places={places} region={region.data} chosen={chosen?.key ?? null}
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

interface PlacesMapProps {
  places: readonly Place[];
  region: Territory;
  chosen: string | null;
  onChoose: (spot: Spot) => void;
}

function PlacesMap({ places, region, chosen, onChoose }: PlacesMapProps) {
  const { t } = useWords();
  const canvas = useRef<HTMLDivElement>(null);
  const [spots, setSpots] = useState<readonly Spot[]>([]);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    void import("@/programme/map").then(({ openPlaces }) => {
      if (gone || !canvas.current) return;
      close = openPlaces({ container: canvas.current, region, onMove: (project) => setSpots(spotsOf(places, project)) });
    }).catch(() => {
      // No WebGL: every town becomes a button in a row.
      setBroken(true);
      setSpots(places.map((place) => ({ key: place.key, x: 0, y: 0, places: [place] })));
    });
    return () => {
      gone = true;
      close?.();
    };
  }, [places, region]);
  return (
    <div className="places__map" data-broken={broken}>
      <div ref={canvas} className="map__canvas map__canvas--shown" />
      {broken && <p className="places__broken">{t.agenda.mapBroken}</p>}
      <div className="places__buttons" role="group" aria-label={t.agenda.mapLabel}>
        {spots.map((spot) => <SpotButton key={spot.key} spot={spot} pressed={spot.key === chosen} onChoose={() => onChoose(spot)} />)}
      </div>
    </div>
  );
}

function SpotButton({ spot, pressed, onChoose }: { spot: Spot; pressed: boolean; onChoose: () => void }) {
  const { t } = useWords();
  const n = countIn(spot.places);
  return (
    <button
      type="button" className="spot" data-size={n > 9 ? 3 : n > 2 ? 2 : 1} aria-pressed={pressed} onClick={onChoose}
      style={{ transform: `translate(${spot.x.toFixed(1)}px, ${spot.y.toFixed(1)}px) translate(-50%, -50%)` }}
    >
      <span className="spot__count">{n}</span>
      <span className="unseen"> {t.agenda.in(spotName(spot.places))}</span>
    </button>
  );
}

function countIn(places: readonly Place[]): number {
  return places.reduce((sum, place) => sum + place.items.length, 0);
}

/** « Lille », « Lille, Roubaix, Tourcoing… ». */
function spotName(places: readonly Place[]): string {
  const names = places.slice(0, 3).map((place) => place.name).join(", ");
  return places.length > 3 ? `${names}…` : names;
}
