import { TextInput } from "@mantine/core";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { askLink } from "./calls";
import { useSignInWords } from "./words";

export interface Asked {
  email: string;
  minutes: number;
}

export function AskForm({ initial, next, onSent }: { initial: string; next: string; onSent: (asked: Asked) => void }) {
  const { w, lang } = useSignInWords();
  const entry = useEntry({
    initial: { email: initial }, labels: { email: w.email },
    check: ({ email }) => (email.trim() ? {} : { email: w.emailNeeded }),
    send: async ({ email }) => {
      const { expires_in_minutes: minutes } = await askLink(email.trim(), next, lang);
      onSent({ email: email.trim(), minutes });
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.send}>
      <TextInput {...entry.field("email")} label={w.email} description={w.emailHint} type="email" autoComplete="email" inputMode="email" required withAsterisk={false} maxLength={320} />
    </EntryForm>
  );
}
