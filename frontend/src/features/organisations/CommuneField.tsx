import { Autocomplete } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { communes } from "@/api/queries";
import type { Commune } from "@/api/types";
import type { Entry } from "@/space/kit/entry";
import { communeLabel, type FactValues } from "./facts";
import { useOrganisationWords } from "./words";

/** A commune, chosen among those that begin alike: its name and its code go together. */
export function CommuneField({ entry }: { entry: Entry<FactValues> }) {
  const { w } = useOrganisationWords();
  const { commune, commune_insee: insee } = entry.values;
  const asked = useDeferredValue(insee ? "" : commune);
  const options = useQuery(communes(asked));
  const found: Commune[] = insee ? [] : (options.data ?? []);
  const choose = (label: string) => {
    const chosen = found.find((each) => communeLabel(each) === label);
    if (!chosen) return;
    const [only, another] = chosen.postal_codes;
    entry.set({ commune: chosen.name, commune_insee: chosen.insee, ...(only && !another && { postal_code: only }) });
  };
  const { onChange: _typed, ...field } = entry.field("commune");
  return (
    <Autocomplete
      {...field} label={w.commune} description={w.communeHint} error={entry.errors.commune ?? entry.errors.commune_insee} autoComplete="off" spellCheck={false} maxLength={100}
      data={found.map(communeLabel)} filter={({ options: all }) => all} onOptionSubmit={choose}
      // Choosing writes the whole label too: that is no typing.
      onChange={(text) => { if (!found.some((each) => communeLabel(each) === text)) entry.set({ commune: text, commune_insee: "" }); }}
    />
  );
}
