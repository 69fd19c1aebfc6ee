/** The shapes the public face reads, by short names. All come from the services' OpenAPI (`npm run generate`). */
import type { components } from "./__generated__/schema";

type Schemas = components["schemas"];

export type AgendaEvent = Schemas["AgendaCard"];
export type AgendaItem = Schemas["AgendaItem"];
export type AgendaPage = Schemas["AgendaPage"];
export type AgendaSession = Schemas["AgendaSession"];
export type AgendaDetail = Schemas["AgendaDetail"];
export type DetailSession = Schemas["AgendaSessionDetail"];
export type DetailVenue = Schemas["AgendaVenueDetail"];
export type AgendaFacets = Schemas["AgendaFacets"];
export type FacetValue = Schemas["FacetCount"];
export type FacetName = Exclude<keyof AgendaFacets, "total">;
export type Edition = Schemas["EditionOut"];
export type Commune = Schemas["CommuneOut"];

type Area = GeoJSON.Polygon | GeoJSON.MultiPolygon;

/** The API says "an object" of the outlines, which are GeoJSON, and "numbers" of the bounds, which are four. */
export interface Territory extends Omit<Schemas["Territory"], "outlines" | "bounds"> {
  outlines: GeoJSON.FeatureCollection<Area, { code: string; name: string }>;
  bounds: [west: number, south: number, east: number, north: number];
}
