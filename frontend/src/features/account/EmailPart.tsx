import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { changeEmail } from "./calls";
import { useAccountWords } from "./words";

export function EmailPart() {
  const { w } = useAccountWords();
  const { account } = useMe();
  const [sent, setSent] = useState<string | null>(null);
  const { open, show, close, button } = useUnfolded();
  const entry = useEntry({
    initial: { email: "" }, labels: { email: w.emailNew },
    check: ({ email }) => (email.trim() ? {} : { email: w.emailNeeded }),
    send: async ({ email }) => {
      await changeEmail(email.trim());
      setSent(email.trim());
      close();
    },
  });
  return (
    <Part title={w.email}>
      <p>{w.emailNow(account.email)}</p>
      {sent && <p className="account__sent" role="status">{w.emailSent(sent)}</p>}
      {open ? (
        <EntryForm entry={entry} submitLabel={w.emailGo} label={w.email} focusFirst onCancel={close}>
          <TextInput {...entry.field("email")} label={w.emailNew} description={w.emailHint} type="email" inputMode="email" autoComplete="email" maxLength={320} />
        </EntryForm>
      ) : <div><Button ref={button} onClick={show}>{w.emailChange}</Button></div>}
    </Part>
  );
}
