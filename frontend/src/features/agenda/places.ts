import type { AgendaItem } from "@/api/types";
import type { Place as PlaceOf } from "@/programme/places";

export { APART, spotsOf } from "@/programme/places";

/** A town, and what goes on there. */
export type Place = PlaceOf<AgendaItem>;

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
