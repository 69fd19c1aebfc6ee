/** A request that is forwarded to whoever lends the item: what is written, kept in this tab until it is sent, and what the API takes. */
import type { components } from "@/api/__generated__/schema";
import type { PlaceValues } from "./usePlaceOf";

type Schemas = components["schemas"];
export type ForwardedRequest = Schemas["ForwardedRequestOut"];

/** The form's values, named as the API names what it refuses. */
export interface Forwarding extends PlaceValues {
  organisation_id: string;
  organisation_name: string;
  "contact.name": string;
  "contact.email": string;
  starts_on: string;
  ends_on: string;
  message: string;
}

export const forwardingPath = (item: string) => `/catalogue/${encodeURIComponent(item)}/forwarded-requests`;
const keptAs = (account: string, item: string) => `ombelle.demande-transmise.${account}.${item}`;

/** What was written here before, over what is known already. */
export function readForwarding(account: string, item: string, known: Forwarding, storage: Pick<Storage, "getItem">): Forwarding {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keptAs(account, item)) ?? "null");
    if (typeof kept !== "object" || kept === null) return known;
    const texts = Object.entries(kept).filter(([name, value]) => name in known && typeof value === "string");
    return { ...known, ...(Object.fromEntries(texts) as Partial<Forwarding>) };
  } catch {
    // A storage that is closed, or text that is no longer ours.
    return known;
  }
}

export function keepForwarding(account: string, item: string, values: Forwarding | null, storage: Pick<Storage, "setItem" | "removeItem">): void {
  try {
    if (values === null) storage.removeItem(keptAs(account, item));
    else storage.setItem(keptAs(account, item), JSON.stringify(values));
  } catch {
    // A browser that keeps nothing still lets one write.
  }
}

const text = (value: string) => value.trim() || null;

export function toForwarding(values: Forwarding): Schemas["ForwardedRequestCreate"] {
  return {
    organisation_id: values.organisation_id, starts_on: values.starts_on, ends_on: values.ends_on, message: text(values.message),
    contact: { name: values["contact.name"].trim(), email: values["contact.email"].trim() },
    place_of_use: { name: values["place_of_use.name"].trim(), address: text(values["place_of_use.address"]), commune_insee: values["place_of_use.commune_insee"], commune_name: text(values.commune) },
  };
}
