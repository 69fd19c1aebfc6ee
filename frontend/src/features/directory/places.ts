import type { Place } from "@/programme/places";
import type { Card } from "./directory";

/** Gathers organisations by town, fullest first; those without a place are kept aside. */
export function gather(items: readonly Card[]): { places: Place<Card>[]; nowhere: Card[] } {
  const places = new Map<string, Place<Card>>();
  const nowhere: Card[] = [];
  for (const item of items) {
    const { latitude, longitude } = item;
    if (latitude === null || longitude === null) {
      nowhere.push(item);
      continue;
    }
    const key = item.commune_insee ?? `${latitude.toFixed(2)},${longitude.toFixed(2)}`;
    const place = places.get(key);
    if (place) place.items.push(item);
    else places.set(key, { key, name: item.commune_name ?? item.name, longitude, latitude, items: [item] });
  }
  return { places: [...places.values()].toSorted((a, b) => b.items.length - a.items.length), nowhere };
}
