import { Checkbox, Radio, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { expiryDays, scopes, type TokenMade } from "./calls";
import { useTokenWords } from "./words";

interface TokenFormProps {
  organisation?: string | undefined;
  onMade: (made: TokenMade) => void;
  onCancel: () => void;
}

export function TokenForm({ organisation, onMade, onCancel }: TokenFormProps) {
  const { w, lang } = useTokenWords();
  const { organisations } = useMe();
  const all = useQuery(scopes()).data ?? [];
  const days = expiryDays(todayInParis());
  const first = organisations.find(({ id }) => id === organisation) ?? (organisations.length === 1 ? organisations[0] : undefined);
  const entry = useEntry({
    initial: { organisation_id: first?.id ?? "", name: "", scopes: [] as string[], expires_on: days.half },
    labels: { organisation_id: w.organisation, name: w.name, scopes: w.scopes, expires_on: w.expires },
    check: (values) => ({
      ...(!values.organisation_id && { organisation_id: w.organisationNeeded }), ...(!values.name.trim() && { name: w.nameNeeded }), ...(values.scopes.length === 0 && { scopes: w.scopesNeeded }),
    }),
    send: async (values) => onMade(await post<TokenMade>("/tokens", { ...values, name: values.name.trim() })),
  });
  return (
    <EntryForm entry={entry} submitLabel={w.go} label={w.make} focusFirst onCancel={onCancel}>
      {organisations.length > 1 && <Select {...entry.field("organisation_id")} value={entry.values.organisation_id || null} label={w.organisation} data={organisations.map(({ id, name }) => ({ value: id, label: name }))} />}
      <TextInput {...entry.field("name")} label={w.name} description={w.nameHint} maxLength={100} autoComplete="off" />
      <Checkbox.Group {...entry.field("scopes")} label={w.scopes} description={w.editorOnly}>
        {all.map(({ scope, label_fr: fr, label_en: en, allows_fr: allowsFr, allows_en: allowsEn }) => (
          <Checkbox key={scope} value={scope} label={lang === "fr" ? fr : en} description={lang === "fr" ? allowsFr : allowsEn} />
        ))}
      </Checkbox.Group>
      <Radio.Group {...entry.field("expires_on")} label={w.expires}>
        {(["soon", "half", "year"] as const).map((each) => <Radio key={each} value={days[each]} label={w.expiry[each]} description={w.expiryHint(formatDate(days[each], lang))} />)}
      </Radio.Group>
    </EntryForm>
  );
}
