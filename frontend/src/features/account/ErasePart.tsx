import { Button, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe, useNewIdentity } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { eraseMe } from "./calls";
import { keepReceipt } from "./receipt";
import { useAccountWords } from "./words";

/** Erasing one's account: one copies one's address, which no hurried finger does. */
export function ErasePart() {
  const { w } = useAccountWords();
  const { account } = useMe();
  const navigate = useNavigate();
  const changeIdentity = useNewIdentity();
  const [opened, setOpened] = useState(false);
  const entry = useEntry({
    initial: { confirm: "" }, labels: { confirm: w.eraseConfirm },
    check: ({ confirm }) => (confirm.trim() ? {} : { confirm: w.eraseNeeded }),
    send: async ({ confirm }) => {
      keepReceipt(await eraseMe(confirm.trim()));
      await navigate({ to: "/espace/efface", replace: true });
      await changeIdentity();
    },
  });
  const close = () => {
    setOpened(false);
    entry.reset({ confirm: "" });
  };
  return (
    <Part title={w.erase}>
      <p>{w.eraseLead}</p>
      <div><Button onClick={() => setOpened(true)}>{w.eraseGo}</Button></div>
      <Dialogue opened={opened} onClose={close} title={w.eraseTitle}>
        <EntryForm entry={entry} submitLabel={w.eraseYes} label={w.eraseTitle} onCancel={close}>
          <p>{w.eraseLead}</p>
          <TextInput {...entry.field("confirm")} label={w.eraseConfirm} description={w.eraseHint(account.email)} type="email" autoComplete="off" spellCheck={false} data-autofocus />
        </EntryForm>
      </Dialogue>
    </Part>
  );
}
