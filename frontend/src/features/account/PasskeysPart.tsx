import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/lib/problem";
import { Confirm } from "@/space/kit/Confirm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate, formatSince } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { addPasskey, canMakePasskeys, passkeys, removePasskey, renamePasskey, type Passkey } from "./calls";
import { useAccountWords } from "./words";

export function PasskeysPart() {
  const { w } = useAccountWords();
  const client = useQueryClient();
  const query = useQuery(passkeys());
  const { open, show, close, button } = useUnfolded();
  const [leaving, setLeaving] = useState<Passkey | null>(null);
  const refresh = () => client.invalidateQueries(passkeys());
  return (
    <Part title={w.passkeys}>
      <p className="soft">{w.passkeysLead}</p>
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <p>{w.passkeysNone}</p> : (
          <ul role="list" className="lines" aria-label={w.passkeys}>
            {items.map((passkey) => <PasskeyLine key={passkey.id} passkey={passkey} onRemove={() => setLeaving(passkey)} onRenamed={refresh} />)}
          </ul>
        ))}
      </Loaded>
      {!canMakePasskeys() && <p>{w.passkeyImpossible}</p>}
      {canMakePasskeys() && (open
        ? <AddForm onDone={() => { close(); void refresh(); }} onCancel={close} />
        : <div><Button ref={button} onClick={show}>{w.passkeyAdd}</Button></div>)}
      <Confirm
        opened={leaving !== null} title={w.removeTitle} confirmLabel={w.remove} onClose={() => setLeaving(null)}
        onConfirm={async () => {
          if (!leaving) return;
          await removePasskey(leaving.id);
          await refresh();
          tell(w.removed(leaving.name));
        }}
      >
        <p>{w.removeText(leaving?.name ?? "")}</p>
      </Confirm>
    </Part>
  );
}

function AddForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { w } = useAccountWords();
  const entry = useEntry({
    initial: { name: "" }, labels: { name: w.passkeyName },
    check: ({ name }) => (name.trim() ? {} : { name: w.passkeyNameNeeded }),
    send: async ({ name }) => {
      try {
        await addPasskey(name.trim());
      } catch (error) {
        // Cancelled, timed out, already there: browsers tell it apart for nobody.
        throw error instanceof Problem ? error : new Problem(422, { detail: w.passkeyDeclined });
      }
      tell(w.passkeyAdded(name.trim()));
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.passkeyGo} label={w.passkeyAdd} focusFirst onDone={onDone} onCancel={onCancel}>
      <TextInput {...entry.field("name")} label={w.passkeyName} description={w.passkeyNameHint} maxLength={100} />
    </EntryForm>
  );
}

function PasskeyLine({ passkey, onRemove, onRenamed }: { passkey: Passkey; onRemove: () => void; onRenamed: () => Promise<void> }) {
  const { w, lang } = useAccountWords();
  const { open, show, close, button } = useUnfolded();
  const entry = useEntry({
    initial: { name: passkey.name }, labels: { name: w.passkeyName },
    check: ({ name }) => (name.trim() ? {} : { name: w.passkeyNameNeeded }),
    send: ({ name }) => renamePasskey(passkey.id, name.trim()),
  });
  const facts = [
    passkey.last_used_at ? w.passkeyUsed(formatSince(passkey.last_used_at, lang)) : w.passkeyUnused,
    w.passkeyMade(formatDate(passkey.created_at, lang)), passkey.is_synchronised && w.passkeySynced,
  ];
  if (open) {
    return (
      <li className="line">
        <div className="line__main">
          <EntryForm
            entry={entry} submitLabel={w.rename} label={w.renameOf(passkey.name)} focusFirst onCancel={close}
            onDone={() => { close(); tell(w.renamed); void onRenamed(); }}
          >
            <TextInput {...entry.field("name")} label={w.passkeyName} maxLength={100} />
          </EntryForm>
        </div>
      </li>
    );
  }
  return (
    <li className="line">
      <div className="line__main"><span>{passkey.name}</span><span className="soft">{facts.filter(Boolean).join(" · ")}</span></div>
      <div className="line__actions">
        <Button size="xs" ref={button} aria-label={w.renameOf(passkey.name)} onClick={show}>{w.rename}</Button>
        <Button size="xs" aria-label={w.removeOf(passkey.name)} onClick={onRemove}>{w.remove}</Button>
      </div>
    </li>
  );
}
