import { Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { chooseLang } from "@/lib/i18n";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { me, useMe } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { changeMe } from "./calls";
import { useAccountWords } from "./words";

export function ProfilePart() {
  const { w } = useAccountWords();
  const client = useQueryClient();
  const { account } = useMe();
  const entry = useEntry({
    initial: { name: account.name, locale: account.locale }, labels: { name: w.name, locale: w.locale },
    check: ({ name }) => (name.trim() ? {} : { name: w.nameNeeded }),
    send: async ({ name, locale }) => {
      await changeMe({ name: name.trim(), locale });
      await client.invalidateQueries(me());
      await chooseLang(locale);
    },
  });
  return (
    <Part title={w.profile}>
      <EntryForm entry={entry} submitLabel={w.save} label={w.profile} onDone={() => tell(w.saved)}>
        <TextInput {...entry.field("name")} label={w.name} description={w.nameHint} autoComplete="name" maxLength={100} />
        <Select {...entry.field("locale")} label={w.locale} description={w.localeHint} data={[{ value: "fr", label: w.french }, { value: "en", label: w.english }]} />
      </EntryForm>
    </Part>
  );
}
