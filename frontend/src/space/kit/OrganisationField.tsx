import { Autocomplete } from "@mantine/core";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import type { ReactNode } from "react";
import { get } from "@/api/client";
import type { components } from "@/api/__generated__/schema";

/** Organisations of the directory whose names are like `text`. */
function organisationsLike(text: string) {
  return queryOptions({
    queryKey: ["organisations", "like", text] as const, enabled: text.length >= 2, staleTime: 60_000,
    queryFn: async ({ signal }) => (await get<components["schemas"]["Organisations"]>("/organisations", { q: text, limit: 8 }, signal)).items,
  });
}

/** What was typed, and the organisation of the directory that it is; the id is empty as long as none was chosen. */
export interface OrganisationChoice {
  name: string;
  organisation_id: string;
}

interface OrganisationFieldProps {
  value: OrganisationChoice;
  onChange: (value: OrganisationChoice) => void;
  label: string;
  description?: ReactNode;
  error?: string | undefined;
  /** Organisations that cannot be chosen: they take part already. */
  without?: readonly string[];
}

/** An organisation, by its name: those of the directory that begin alike are proposed. */
export function OrganisationField({ value, onChange, label, description, error, without = [] }: OrganisationFieldProps) {
  const asked = useDeferredValue(value.organisation_id ? "" : value.name.trim());
  const found = (useQuery(organisationsLike(asked)).data ?? []).filter(({ id }) => !without.includes(id));
  // Two may have one name: where they are tells them apart.
  const labelOf = ({ name, commune_name: commune }: (typeof found)[number]) => (commune ? `${name} (${commune})` : name);
  const choose = (text: string) => {
    const chosen = found.find((each) => labelOf(each) === text);
    if (chosen) onChange({ name: chosen.name, organisation_id: chosen.id });
  };
  return (
    <Autocomplete
      label={label} description={description} error={error} value={value.name} autoComplete="off" spellCheck={false} maxLength={200} data-field="name"
      data={[...new Set(found.map(labelOf))]} filter={({ options }) => options} onOptionSubmit={choose}
      // Choosing writes the whole label too: that is no typing.
      onChange={(text) => { if (!found.some((each) => labelOf(each) === text)) onChange({ name: text, organisation_id: "" }); }}
    />
  );
}
