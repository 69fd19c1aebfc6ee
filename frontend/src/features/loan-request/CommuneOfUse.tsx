import { Autocomplete } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { communes } from "@/api/queries";
import type { Entry } from "@/space/kit/entry";
import type { PlaceValues } from "./usePlaceOf";
import { useRequestWords } from "./words";

/** The commune where the items will be used: its name and its code go together. */
export function CommuneOfUse({ entry }: { entry: Pick<Entry<PlaceValues>, "values" | "errors" | "set"> }) {
  const { w } = useRequestWords();
  const { commune, "place_of_use.commune_insee": insee } = entry.values;
  const asked = useDeferredValue(insee ? "" : commune);
  const found = useQuery(communes(asked)).data ?? [];
  const options = insee ? [] : found.map(({ name, department }) => `${name} (${department})`);
  const choose = (label: string) => {
    const chosen = found.find(({ name, department }) => `${name} (${department})` === label);
    if (chosen) entry.set({ commune: chosen.name, "place_of_use.commune_insee": chosen.insee });
  };
  return (
    <Autocomplete
      label={w.commune} description={w.communeHint} value={commune} error={entry.errors["place_of_use.commune_insee"]} autoComplete="off" spellCheck={false} maxLength={100}
      data-field="place_of_use.commune_insee" data={options} filter={({ options: all }) => all} onOptionSubmit={choose}
      // Choosing writes the whole label too: that is no typing.
      onChange={(text) => { if (!options.includes(text)) entry.set({ commune: text, "place_of_use.commune_insee": "" }); }}
    />
  );
}
