import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Entry } from "@/space/kit/entry";
import { kinds, type Kinds } from "./calls";
import { CommuneField } from "./CommuneField";
import type { FactValues } from "./facts";
import { useOrganisationWords, type OrganisationWords } from "./words";

export const factLabels = (w: OrganisationWords): Partial<Record<keyof FactValues, string>> => ({
  name: w.name, legal_name: w.legalName, kind: w.kind, siret: w.siret, address: w.address, postal_code: w.postalCode, commune: w.commune, commune_insee: w.commune,
  website: w.website, email: w.email, phone: w.phone, description: w.description, themes: w.themes, offers: w.offers, is_public: w.isPublic,
});

/** What can be told without asking. */
export function checkFacts(values: FactValues, w: OrganisationWords): Partial<Record<keyof FactValues, string>> {
  return {
    ...(!values.name.trim() && { name: w.nameNeeded }), ...(!values.kind && { kind: w.kindNeeded }),
    ...(values.commune.trim() && !values.commune_insee && { commune: w.communeNeeded }),
  };
}

/** Labels of the API's codes, in the language of the page. */
export function useLabels() {
  const { lang } = useOrganisationWords();
  const { data } = useQuery(kinds());
  const of = (list: keyof Omit<Kinds, "roles">) => (data?.[list] ?? []).map(({ code, label_fr: fr, label_en: en }) => ({ value: code, label: lang === "fr" ? fr : en }));
  const name = (list: keyof Omit<Kinds, "roles">, code: string) => of(list).find(({ value }) => value === code)?.label ?? code;
  return { of, name };
}

/** Every field of an organisation, in the order one would tell them. `whole`: those that can wait, too. */
export function OrganisationFields({ entry }: { entry: Entry<FactValues> }) {
  const { w } = useOrganisationWords();
  const labels = useLabels();
  return (
    <>
      <fieldset className="group">
        <legend>{w.identity}</legend>
        <TextInput {...entry.field("name")} label={w.name} description={w.nameHint} required withAsterisk={false} maxLength={200} autoComplete="off" />
        <Select {...entry.field("kind")} value={entry.values.kind || null} data={labels.of("items")} label={w.kind} placeholder={w.chooseKind} searchable maxDropdownHeight={320} />
        <div className="group__pair">
          <TextInput {...entry.field("legal_name")} label={w.legalName} description={w.legalNameHint} maxLength={200} autoComplete="off" />
          <TextInput {...entry.field("siret")} label={w.siret} description={w.siretHint} inputMode="numeric" maxLength={24} autoComplete="off" />
        </div>
      </fieldset>
      <fieldset className="group">
        <legend>{w.place}</legend>
        <CommuneField entry={entry} />
        <div className="group__pair">
          <TextInput {...entry.field("address")} label={w.address} maxLength={300} autoComplete="off" />
          <TextInput {...entry.field("postal_code")} label={w.postalCode} inputMode="numeric" maxLength={5} autoComplete="off" />
        </div>
      </fieldset>
      <fieldset className="group">
        <legend>{w.reach}</legend>
        <TextInput {...entry.field("website")} label={w.website} type="url" inputMode="url" placeholder="https://" maxLength={500} autoComplete="off" />
        <div className="group__pair">
          <TextInput {...entry.field("email")} label={w.email} type="email" inputMode="email" maxLength={320} autoComplete="off" />
          <TextInput {...entry.field("phone")} label={w.phone} type="tel" inputMode="tel" maxLength={40} autoComplete="off" />
        </div>
      </fieldset>
      <fieldset className="group">
        <legend>{w.does}</legend>
        <Textarea {...entry.field("description")} label={w.description} description={w.descriptionHint} maxLength={2000} />
        <Several name="themes" label={w.themes} options={labels.of("themes")} entry={entry} />
        <Several name="offers" label={w.offers} options={labels.of("offers")} entry={entry} />
        <Checkbox {...entry.check("is_public")} label={w.isPublic} description={w.isPublicHint} />
      </fieldset>
    </>
  );
}

interface SeveralProps {
  name: "themes" | "offers";
  label: string;
  options: { value: string; label: string }[];
  entry: Entry<FactValues>;
}

function Several({ name, label, options, entry }: SeveralProps) {
  const { value, error, onChange } = entry.field(name);
  return (
    <Checkbox.Group label={label} value={value} error={error} onChange={onChange}>
      <div className="group__choices">{options.map((option) => <Checkbox key={option.value} value={option.value} label={option.label} />)}</div>
    </Checkbox.Group>
  );
}
