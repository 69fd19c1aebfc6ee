/** « 50.4291, 2.8319 », « 50,4291 2,8319 »: a point as one copies it from a map, or null. */
export function pointOf(text: string): { latitude: number; longitude: number } | null {
  const found = /^\s*(-?\d{1,2}(?:[.,]\d+)?)\s*[\s,;]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*$/.exec(text);
  if (!found) return null;
  const [latitude, longitude] = [found[1], found[2]].map((each) => Number((each ?? "").replace(",", "."))) as [number, number];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
