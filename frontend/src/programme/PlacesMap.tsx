import { useEffect, useRef, useState } from "react";
import type { Territory } from "@/api/types";
import { countIn, spotName, spotsOf, type Place, type Spot } from "./places";
import "./places.css";

interface PlacesMapProps<Item> {
  places: readonly Place<Item>[];
  region: Territory;
  chosen: string | null;
  onChoose: (spot: Spot<Item>) => void;
  /** What the map is called, what is said where it cannot be drawn, and how a town is called: « à Lille ». */
  words: { label: string; broken: string; at: (name: string) => string };
}

/** The region with a button for each town; towns that are too close share one. */
export function PlacesMap<Item>({ places, region, chosen, onChoose, words }: PlacesMapProps<Item>) {
  const canvas = useRef<HTMLDivElement>(null);
  const [spots, setSpots] = useState<readonly Spot<Item>[]>([]);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    void import("./map").then(({ openPlaces }) => {
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
      {broken && <p className="places__broken">{words.broken}</p>}
      <div className="places__buttons" role="group" aria-label={words.label}>
        {spots.map((spot) => <SpotButton key={spot.key} spot={spot} pressed={spot.key === chosen} at={words.at} onChoose={() => onChoose(spot)} />)}
      </div>
    </div>
  );
}

function SpotButton<Item>({ spot, pressed, at, onChoose }: { spot: Spot<Item>; pressed: boolean; at: (name: string) => string; onChoose: () => void }) {
  const n = countIn(spot.places);
  return (
    <button
      type="button" className="spot" data-size={n > 9 ? 3 : n > 2 ? 2 : 1} aria-pressed={pressed} onClick={onChoose}
      style={{ transform: `translate(${spot.x.toFixed(1)}px, ${spot.y.toFixed(1)}px) translate(-50%, -50%)` }}
    >
      <span className="spot__count">{n}</span>
      <span className="unseen"> {at(spotName(spot.places))}</span>
    </button>
  );
}
