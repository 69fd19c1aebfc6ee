/** Outlines drawn flat: an equirectangular projection, right enough for one region. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];
type Area = GeoJSON.Polygon | GeoJSON.MultiPolygon;

export interface Flat {
  width: number;
  height: number;
  place: (longitude: number, latitude: number) => { x: number; y: number };
}

export function flatten([west, south, east, north]: Bounds, width: number): Flat {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * squeeze);
  return {
    width,
    height: (north - south) * scale,
    place: (longitude, latitude) => ({ x: (longitude - west) * squeeze * scale, y: (north - latitude) * scale }),
  };
}

/** SVG path data of an area. */
export function areaPath(area: Area, flat: Flat): string {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  return polygons.flat().map((ring) => {
    const points = ring.map(([longitude = 0, latitude = 0]) => {
      const { x, y } = flat.place(longitude, latitude);
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    });
    return `M${points.join("L")}Z`;
  }).join("");
}

/** The middle of an area's largest part, by weight: where its name goes. */
export function middleOf(area: Area): { longitude: number; latitude: number } {
  const rings = (area.type === "Polygon" ? [area.coordinates] : area.coordinates).map(([outer = []]) => outer);
  let best = { surface: 0, longitude: 0, latitude: 0 };
  for (const ring of rings) {
    let surface = 0;
    let longitude = 0;
    let latitude = 0;
    for (let i = 1; i < ring.length; i += 1) {
      const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
      const [x1 = 0, y1 = 0] = ring[i] ?? [];
      const cross = x0 * y1 - x1 * y0;
      surface += cross / 2;
      longitude += (x0 + x1) * cross;
      latitude += (y0 + y1) * cross;
    }
    if (Math.abs(surface) > Math.abs(best.surface)) best = { surface, longitude: longitude / (6 * surface), latitude: latitude / (6 * surface) };
  }
  return best;
}

/** The smallest box around an area. */
export function boundsOf(area: Area): Bounds {
  const points = (area.type === "Polygon" ? [area.coordinates] : area.coordinates).flat(2);
  const longitudes = points.map(([longitude = 0]) => longitude);
  const latitudes = points.map(([, latitude = 0]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
