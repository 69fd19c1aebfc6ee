import { Button, TextInput } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe, useNewIdentity } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { administratorsBeside, eraseMe } from "./calls";
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
          <LeftAlone />
          <TextInput {...entry.field("confirm")} label={w.eraseConfirm} description={w.eraseHint(account.email)} type="email" autoComplete="off" spellCheck={false} data-autofocus />
        </EntryForm>
      </Dialogue>
    </Part>
  );
}

/** The organisations that nobody would administer any more: one may still let someone else do it. */
function LeftAlone() {
  const { w } = useAccountWords();
  const own = useMe().organisations.filter(({ role }) => role === "administrator");
  const beside = useQueries({ queries: own.map(({ id }) => administratorsBeside(id)) });
  const alone = own.filter((_each, index) => beside[index]?.data === 0);
  if (alone.length === 0) return null;
  return (
    <div className="trouble" role="status">
      <p><strong>{w.aloneTitle}</strong></p>
      <ul>{alone.map(({ id, name }) => <li key={id}><Link to="/espace/structures/$id" params={{ id }}>{name}</Link></li>)}</ul>
      <p>{w.aloneText}</p>
    </div>
  );
}
