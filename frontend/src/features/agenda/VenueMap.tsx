import { useEffect, useRef, useState } from "react";
import type { AgendaEvent, Territory } from "@/api/types";
import { Umbel } from "@/identity/Umbel";
import { useWords } from "@/lib/i18n";
import { areaPath, flatten } from "@/lib/outline";
import { umbelTraits } from "@/programme/traits";
import "./map.css";

interface VenueMapProps {
  event: AgendaEvent;
  latitude: number;
  longitude: number;
  region: Territory;
  city: string;
}

/**
 * Where the place lies: a drawing of the region at once, and a map that can be moved when it comes near the screen.
 * Devices without WebGL, and readers on paper, keep the drawing.
 */
export function VenueMap({ event, latitude, longitude, region, city }: VenueMapProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const flower = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let close: (() => void) | undefined;
    let gone = false;
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      void import("@/programme/map").then(({ openMap }) => {
        if (gone || !canvas.current || !flower.current) return;
        close = openMap({ container: canvas.current, marker: flower.current, at: [longitude, latitude], region, onReady: () => setDrawn(true) });
      }).catch(() => undefined);
    }, { rootMargin: "300px" });
    watcher.observe(element);
    return () => {
      gone = true;
      watcher.disconnect();
      close?.();
    };
  }, [latitude, longitude, region]);
  return (
    <div ref={box} className="map" data-drawn={drawn}>
      <RegionDrawing region={region} latitude={latitude} longitude={longitude} label={t.event.mapText(city, region.name)} hidden={drawn} />
      <div ref={canvas} className="map__canvas" />
      <div className="map__store"><div ref={flower} className="map__flower"><Umbel seed={event.id} traits={umbelTraits(event)} bloom={event.theme} /></div></div>
    </div>
  );
}

function RegionDrawing({ region, latitude, longitude, label, hidden }: Pick<VenueMapProps, "region" | "latitude" | "longitude"> & { label: string; hidden: boolean }) {
  const flat = flatten(region.bounds, 300);
  const { x, y } = flat.place(longitude, latitude);
  return (
    <svg className="map__drawing" viewBox={`-8 -8 ${flat.width + 16} ${flat.height + 16}`} role="img" aria-label={label} aria-hidden={hidden}>
      {region.outlines.features.map((each) => <path key={each.properties.code} d={areaPath(each.geometry, flat)} />)}
      <circle cx={x} cy={y} r="6" />
    </svg>
  );
}
