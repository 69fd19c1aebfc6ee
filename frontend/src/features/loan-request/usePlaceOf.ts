import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";
import type { Entry } from "@/space/kit/entry";

type Organisation = components["schemas"]["OrganisationOut"];

/** Where something will be used, as forms hold it. `commune` is what is written in its field. */
export interface PlaceValues {
  "place_of_use.name": string;
  "place_of_use.address": string;
  "place_of_use.commune_insee": string;
  commune: string;
}

/** An organisation's address on one line, with its postal code once. */
export function addressOf({ address, postal_code: code }: Partial<Pick<Organisation, "address" | "postal_code">>): string {
  return [address, code && !address?.includes(code) ? code : null].filter(Boolean).join(", ");
}

/** Where the organisation itself is, as a first answer: it stays what one wrote. Returns the organisation, once it is known. */
export function usePlaceOf(id: string, entry: Pick<Entry<PlaceValues>, "values" | "set">): Partial<Organisation> | undefined {
  const organisation = useQuery({
    queryKey: ["organisation", id, "of-request"] as const, enabled: id !== "",
    queryFn: ({ signal }) => get<Partial<Organisation>>(`/organisations/${encodeURIComponent(id)}`, {}, signal),
  }).data;
  const filled = useRef("");
  useEffect(() => {
    if (!organisation?.id || filled.current === organisation.id) return;
    filled.current = organisation.id;
    const { values } = entry;
    if (values["place_of_use.name"] || values["place_of_use.address"] || values.commune) return;
    entry.set({
      "place_of_use.name": organisation.name ?? "", "place_of_use.address": addressOf(organisation),
      commune: organisation.commune_name ?? "", "place_of_use.commune_insee": organisation.commune_insee ?? "",
    });
  }, [organisation, entry]);
  return organisation;
}
