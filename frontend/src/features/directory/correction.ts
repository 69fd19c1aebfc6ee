/** What somebody writes to correct a page of the directory, and what of it differs from the page. */
import type { Commune } from "@/api/types";
import { pointOf } from "@/lib/point";
import type { Entry, Proposed } from "./directory";

export const TEXTS = ["name", "address", "postal_code", "website", "email", "phone", "description"] as const;
export const LISTS = ["themes", "offers"] as const;
export type TextName = (typeof TEXTS)[number];
export type ListName = (typeof LISTS)[number];

type Place = Record<"commune_name" | "commune_insee" | "point", string>;
export interface Draft extends Record<TextName | "kind" | "message" | "mail" | "trap", string>, Place, Record<ListName, string[]> {}

type Point = { latitude: number; longitude: number };
const told = ({ latitude, longitude }: Point): string => `${latitude}, ${longitude}`;
const pointIn = ({ latitude, longitude }: Entry): Point | null => (latitude === null || longitude === null ? null : { latitude, longitude });

/** The page as it stands, ready to be changed. */
export function draftOf(entry: Entry): Draft {
  const point = pointIn(entry);
  return {
    ...(Object.fromEntries(TEXTS.map((name) => [name, entry[name] ?? ""])) as Record<TextName, string>),
    kind: entry.kind, themes: entry.themes, offers: entry.offers,
    commune_name: entry.commune_name ?? "", commune_insee: entry.commune_insee ?? "", point: point ? told(point) : "",
    message: "", mail: "", trap: "",
  };
}

/** A commune was chosen: its only postal code comes with it, and the point goes to its middle, or back to where it was. */
export function settledIn(entry: Entry, { name, insee, postal_codes: [only, another], latitude, longitude }: Commune): Partial<Draft> {
  const isBack = insee === entry.commune_insee;
  return {
    commune_name: name, commune_insee: insee, point: isBack ? draftOf(entry).point : told({ latitude, longitude }),
    ...(isBack ? { postal_code: entry.postal_code ?? "" } : only && !another && { postal_code: only }),
  };
}

export type Unreadable = "name" | "commune" | "point";

/** Fields that cannot be sent as they are: no name, a commune that was not chosen in the list, a point that is none. */
export function unreadable({ name, commune_name: commune, commune_insee: insee, point }: Draft): Unreadable[] {
  const wrong: Record<Unreadable, boolean> = { name: !name.trim(), commune: Boolean(commune.trim()) && !insee, point: Boolean(point.trim()) && !pointOf(point) };
  return (["name", "commune", "point"] as const).filter((field) => wrong[field]);
}

/** What differs from the page: null where something stood says that it should go. A commune's two fields go together, and a point's. */
export function changes(entry: Entry, draft: Draft): Proposed {
  const before = draftOf(entry);
  const texts = TEXTS.filter((name) => draft[name].trim() !== before[name]).map((name) => [name, draft[name].trim() || null]);
  const lists = LISTS.filter((name) => draft[name].toSorted().join() !== before[name].toSorted().join()).map((name) => [name, draft[name]]);
  const [point, stood] = [pointOf(draft.point), pointIn(entry)];
  return {
    ...(Object.fromEntries([...texts, ...lists]) as Proposed),
    ...(draft.kind !== before.kind && { kind: draft.kind as Entry["kind"] }),
    ...(draft.commune_insee !== before.commune_insee && { commune_insee: draft.commune_insee || null, commune_name: draft.commune_name || null }),
    ...((point?.latitude !== stood?.latitude || point?.longitude !== stood?.longitude) && { latitude: point?.latitude ?? null, longitude: point?.longitude ?? null }),
  };
}
