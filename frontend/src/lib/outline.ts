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

/** The smallest box around an area. */
export function boundsOf(area: Area): Bounds {
  const points = (area.type === "Polygon" ? [area.coordinates] : area.coordinates).flat(2);
  const longitudes = points.map(([longitude = 0]) => longitude);
  const latitudes = points.map(([, latitude = 0]) => latitude);
  return [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)];
}
