import { Map as MapView, Marker, NavigationControl, setWorkerUrl, type StyleSpecification } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { Territory } from "@/api/types";
import { middleOf } from "@/lib/outline";
import "./map.css";

setWorkerUrl(workerUrl);

interface MapRequest {
  container: HTMLElement;
  /** Drawn at `at`, standing on it. */
  marker: HTMLElement;
  at: [longitude: number, latitude: number];
  region: Territory;
  onReady: () => void;
}

/** Opens a map of the region's outlines. The answer closes it. Raises where WebGL is missing. */
export function openMap({ container, marker, at, region, onReady }: MapRequest): () => void {
  const home = marker.parentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const map = new MapView({
    container, style: outlineStyle(region), bounds: region.bounds, fitBoundsOptions: { padding: 12 }, minZoom: 4, maxZoom: 12,
    attributionControl: false, cooperativeGestures: false, scrollZoom: false, dragRotate: false, pitchWithRotate: false,
    maxBounds: around(region.bounds), fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  nameDepartments(map, region);
  new Marker({ element: marker, anchor: "bottom" }).setLngLat(at).addTo(map);
  const repaint = () => map.setStyle(outlineStyle(region));
  dark.addEventListener("change", repaint);
  map.once("load", onReady);
  return () => {
    dark.removeEventListener("change", repaint);
    // React owns the marker's element and must find it where it put it.
    home?.append(marker);
    map.remove();
  };
}

/** Where a point of the earth is on the screen, in pixels of the map. */
export type Project = (place: { longitude: number; latitude: number }) => { x: number; y: number };

interface PlacesRequest {
  container: HTMLElement;
  region: Territory;
  /** Called at once and at each move, with what turns a point of the earth into a point of the container. */
  onMove: (project: Project) => void;
}

/** Opens a map for things that are laid over it. The answer closes it. Raises where WebGL is missing. */
export function openPlaces({ container, region, onMove }: PlacesRequest): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const map = new MapView({
    container, style: outlineStyle(region), bounds: region.bounds, fitBoundsOptions: { padding: 24 }, minZoom: 5, maxZoom: 12,
    attributionControl: false, scrollZoom: false, dragRotate: false, pitchWithRotate: false, maxBounds: around(region.bounds), fadeDuration: 0,
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
  const tell = () => onMove(({ longitude, latitude }) => map.project([longitude, latitude]));
  const repaint = () => map.setStyle(outlineStyle(region));
  dark.addEventListener("change", repaint);
  map.on("move", tell);
  map.on("resize", tell);
  tell();
  return () => {
    dark.removeEventListener("change", repaint);
    map.remove();
  };
}

function nameDepartments(map: MapView, region: Territory): void {
  for (const each of region.outlines.features) {
    const name = document.createElement("span");
    name.className = "map__name";
    name.textContent = each.properties.name;
    const { longitude, latitude } = middleOf(each.geometry);
    new Marker({ element: name }).setLngLat([longitude, latitude]).addTo(map);
  }
}

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** No tiles: the land as paper, its outlines as ink. */
function outlineStyle(region: Territory): StyleSpecification {
  return {
    version: 8,
    sources: { region: { type: "geojson", data: region.outlines } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": token("--chalk") } },
      { id: "land", type: "fill", source: "region", paint: { "fill-color": token("--paper") } },
      { id: "borders", type: "line", source: "region", paint: { "line-color": token("--line"), "line-width": 1.5 } },
    ],
  };
}

function around([west, south, east, north]: Territory["bounds"]): [number, number, number, number] {
  return [west - 2, south - 1.5, east + 2, north + 1.5];
}
