import { Autocomplete, TextInput } from "@mantine/core";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { components } from "@/api/__generated__/schema";
import { get } from "@/api/client";
import { communes } from "@/api/queries";
import type { Commune } from "@/api/types";
import { isRow } from "../definition";
import { isInsee } from "../values";
import { useFormWords } from "../words";
import { errorAt, Label, Place, useQuiet, type InputProps } from "./shared";

const communeLabel = ({ name, department }: Commune) => `${name} (${department})`;

interface CommuneInputProps {
  label: React.ReactNode;
  description?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  /** An INSEE code; or what was typed, as long as no commune was chosen. */
  value: unknown;
  onChange: (value: string | null) => void;
}

/** A commune, chosen among those that begin alike. */
export function CommuneInput({ label, description, error, required = false, value, onChange }: CommuneInputProps) {
  const { w } = useFormWords();
  const text = typeof value === "string" ? value : "";
  const asked = useDeferredValue(text);
  const options = useQuery(communes(asked));
  const [named, setNamed] = useState<Commune | null>(null);
  const found = options.data ?? [];
  const chosen = isInsee(text) ? (named?.insee === text ? named : found.find(({ insee }) => insee === text)) : undefined;
  const listed = chosen ? [] : found;
  const quiet = useQuiet(error);
  const choose = (one: Commune | undefined) => {
    if (!one) return;
    setNamed(one);
    onChange(one.insee);
  };
  return (
    <Autocomplete
      {...quiet} label={label} description={description ?? w.communeHint} required={required} withAsterisk={false} autoComplete="off" spellCheck={false} className="ask__medium"
      value={chosen ? communeLabel(chosen) : text} data={listed.map(communeLabel)} filter={({ options: all }) => all} onOptionSubmit={(one) => choose(listed.find((each) => communeLabel(each) === one))}
      // Choosing writes the whole label too: that is no typing.
      onChange={(typed) => { if (!found.some((each) => communeLabel(each) === typed)) onChange(typed || null); }}
      onBlur={(event) => {
        const [only, another] = listed.filter(({ name }) => name.toLocaleLowerCase("fr") === text.trim().toLocaleLowerCase("fr"));
        if (only && !another) choose(only);
        quiet.onBlur(event);
      }}
    />
  );
}

export function CommuneField({ field, pointer, value, onChange, errors }: InputProps) {
  return (
    <Place pointer={pointer}>
      <CommuneInput label={<Label field={field} />} description={field.help || undefined} error={errorAt(errors, pointer)} required={field.required === "at_submission"} value={value} onChange={onChange} />
    </Place>
  );
}

type Listed = components["schemas"]["OrganisationListed"];

function directory(text: string) {
  return queryOptions({
    queryKey: ["organisations", "suggested", text] as const,
    queryFn: async ({ signal }) => (await get<{ items: Listed[] }>("/organisations", { q: text, limit: 8 }, signal)).items,
    enabled: text.trim().length >= 3,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** An organisation of the directory, or a name. */
export function OrganisationField({ field, pointer, value, onChange, errors }: InputProps) {
  const { w } = useFormWords();
  const { id, name } = isRow(value) ? (value as { id?: string; name?: string }) : {};
  const text = name ?? "";
  const asked = useDeferredValue(id ? "" : text);
  const found = useQuery(directory(asked)).data ?? [];
  const labels = new Map(found.map((each) => [each.commune_name ? `${each.name} (${each.commune_name})` : each.name, each]));
  const quiet = useQuiet(errorAt(errors, pointer));
  return (
    <Place pointer={pointer}>
      <Autocomplete
        {...quiet} label={<Label field={field} />} description={field.help || w.organisationHint} required={field.required === "at_submission"} withAsterisk={false} autoComplete="off" spellCheck={false} className="ask__medium"
        value={text} data={id ? [] : [...labels.keys()]} filter={({ options: all }) => all}
        onOptionSubmit={(label) => { const one = labels.get(label); if (one) onChange({ id: one.id, name: one.name }); }}
        onChange={(typed) => { if (!labels.has(typed)) onChange(typed ? { name: typed } : null); }}
      />
      {id && <p className="ask__count">✓ {w.fromDirectory}</p>}
    </Place>
  );
}

const PARTS = [["street", "street-address"], ["postal_code", "postal-code"], ["city", "address-level2"]] as const;

export function AddressField({ field, pointer, value, onChange, errors }: InputProps) {
  const { w } = useFormWords();
  const address = isRow(value) ? value : {};
  const labels = { street: w.street, postal_code: w.postalCode, city: w.city };
  const own = errors[pointer];
  const set = (name: string, text: string) => {
    const next = Object.fromEntries(Object.entries({ ...address, [name]: text }).filter(([, each]) => each !== "" && each !== null));
    onChange(Object.keys(next).length > 0 ? next : null);
  };
  return (
    <Place pointer={pointer}>
      <fieldset className="ask__group">
        <legend><Label field={field} /></legend>
        {field.help && <p className="ask__help">{field.help}</p>}
        {own && <p className="ask__error" role="alert">{own}</p>}
        <div className="ask__address">
          {PARTS.map(([name, autoComplete]) => (
            <AddressPart key={name} pointer={`${pointer}/${name}`} label={labels[name]} autoComplete={autoComplete} error={errors[`${pointer}/${name}`]} value={address[name]} onChange={(text) => set(name, text)} />
          ))}
        </div>
      </fieldset>
    </Place>
  );
}

interface PartProps {
  pointer: string;
  label: string;
  autoComplete: string;
  error: string | undefined;
  value: unknown;
  onChange: (text: string) => void;
}

function AddressPart({ pointer, label, autoComplete, error, value, onChange }: PartProps) {
  const quiet = useQuiet(error);
  return (
    <Place pointer={pointer}>
      <TextInput {...quiet} label={label} autoComplete={autoComplete} inputMode={autoComplete === "postal-code" ? "numeric" : "text"} value={typeof value === "string" ? value : ""} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </Place>
  );
}
