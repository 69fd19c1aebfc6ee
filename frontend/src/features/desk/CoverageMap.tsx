import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { territory } from "@/api/queries";
import type { Territory } from "@/api/types";
import type { Project } from "@/programme/map";
import { Loaded } from "@/space/kit/States";
import type { CommuneCoverage } from "./calls";
import { weightOf, type Looked } from "./coverage";
import { useDeskWords } from "./words";

interface CoverageMapProps {
  communes: readonly CommuneCoverage[];
  looked: Looked;
}

/** The communes as points on the region; the list under it says the same in words. */
export function CoverageMap({ communes, looked }: CoverageMapProps) {
  const { w } = useDeskWords();
  const region = useQuery(territory());
  return <Loaded query={region} waiting={w.loading}>{(found) => <Points region={found} communes={communes} looked={looked} />}</Loaded>;
}

function Points({ region, communes, looked }: CoverageMapProps & { region: Territory }) {
  const { w } = useDeskWords();
  const canvas = useRef<HTMLDivElement>(null);
  const points = useRef<HTMLCanvasElement>(null);
  const [broken, setBroken] = useState(false);
  useEffect(() => {
    let close: (() => void) | undefined;
    let gone = false;
    void import("@/programme/map").then(({ openPlaces }) => {
      if (gone || !canvas.current) return;
      close = openPlaces({ container: canvas.current, region, onMove: (project) => draw(points.current, communes, looked, project) });
    }).catch(() => setBroken(true));
    return () => {
      gone = true;
      close?.();
    };
  }, [region, communes, looked]);
  if (broken) return <p className="soft">{w.mapBroken}</p>;
  return (
    <div className="coverage-map" role="group" aria-label={w.map}>
      <div ref={canvas} className="map__canvas map__canvas--shown" />
      <canvas ref={points} className="coverage-map__points" aria-hidden="true" />
    </div>
  );
}

function draw(canvas: HTMLCanvasElement | null, communes: readonly CommuneCoverage[], looked: Looked, project: Project): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  const scale = devicePixelRatio || 1;
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  context.scale(scale, scale);
  const style = getComputedStyle(canvas);
  context.fillStyle = style.getPropertyValue(looked === "nothing" ? "--poppy" : looked === "events" ? "--hops" : "--opal").trim();
  context.strokeStyle = style.getPropertyValue("--paper").trim();
  for (const commune of communes) {
    const { x, y } = project(commune);
    if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
    const radius = looked === "nothing" ? 1.8 : 4 + 2 * Math.sqrt(weightOf(looked, commune));
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
    if (looked !== "nothing") context.stroke();
  }
}
