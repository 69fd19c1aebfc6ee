import type { AgendaItem } from "@/api/types";
import type { Project } from "@/programme/map";

/** A point of the map: a town, and what goes on there. */
export interface Place {
  key: string;
  name: string;
  longitude: number;
  latitude: number;
  items: AgendaItem[];
}

/** Gathers events by town: several halls of one town would cover one another at this scale. Fullest first. */
export function gather(items: readonly AgendaItem[]): { places: Place[]; nowhere: AgendaItem[] } {
  const places = new Map<string, Place>();
  const nowhere: AgendaItem[] = [];
  for (const item of items) {
    const { venue } = item;
    if (!venue || venue.latitude === null || venue.longitude === null) {
      nowhere.push(item);
      continue;
    }
    const key = venue.insee ?? `${venue.latitude.toFixed(2)},${venue.longitude.toFixed(2)}`;
    const place = places.get(key);
    if (place) place.items.push(item);
    else places.set(key, { key, name: venue.city ?? venue.name, longitude: venue.longitude, latitude: venue.latitude, items: [item] });
  }
  return { places: [...places.values()].toSorted((a, b) => b.items.length - a.items.length), nowhere };
}

/** Towns too close on the screen to be told apart, shown as one spot where the fullest of them is. */
export interface Spot {
  key: string;
  x: number;
  y: number;
  places: Place[];
}

/** Two spots never come nearer than this, in pixels: a finger must tell them apart. */
export const APART = 46;

/** Merges towns until every spot stands clear of the others. The answer depends on the zoom, not on where the map is. */
export function spotsOf(places: readonly Place[], project: Project, apart = APART): Spot[] {
  const spots: Spot[] = [];
  for (const place of places) {
    const { x, y } = project(place);
    const near = spots.find((spot) => Math.abs(spot.x - x) < apart && Math.abs(spot.y - y) < apart);
    if (near) near.places.push(place);
    else spots.push({ key: place.key, x, y, places: [place] });
  }
  return spots;
}
