import type { Project } from "./map";

/** A point of the map: a town, and what is there. */
export interface Place<Item> {
  key: string;
  name: string;
  longitude: number;
  latitude: number;
  items: Item[];
}

/** Towns too close on the screen to be told apart, shown as one spot where the fullest of them is. */
export interface Spot<Item> {
  key: string;
  x: number;
  y: number;
  places: Place<Item>[];
}

/** Two spots never come nearer than this, in pixels: a finger must tell them apart. */
export const APART = 46;

/** Merges towns until every spot stands clear of the others. The answer depends on the zoom, not on where the map is. */
export function spotsOf<Item>(places: readonly Place<Item>[], project: Project, apart = APART): Spot<Item>[] {
  const spots: Spot<Item>[] = [];
  for (const place of places) {
    const { x, y } = project(place);
    const near = spots.find((spot) => Math.abs(spot.x - x) < apart && Math.abs(spot.y - y) < apart);
    if (near) near.places.push(place);
    else spots.push({ key: place.key, x, y, places: [place] });
  }
  return spots;
}

export function countIn(places: readonly Place<unknown>[]): number {
  return places.reduce((sum, place) => sum + place.items.length, 0);
}

/** « Lille », « Lille, Roubaix, Tourcoing… ». */
export function spotName(places: readonly Place<unknown>[]): string {
  const names = places.slice(0, 3).map((place) => place.name).join(", ");
  return places.length > 3 ? `${names}…` : names;
}
