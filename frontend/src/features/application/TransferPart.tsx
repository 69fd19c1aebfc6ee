import { Button } from "@mantine/core";
import { del, post } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { path, type Application } from "./calls";
import { OrganisationField } from "@/space/kit/OrganisationField";
import { usePartyWords } from "./partyWords";
import { useRefresh } from "./useRefresh";

/** Another organisation may hold the application: offered, then accepted by it, or taken back. */
export function TransferPart({ application }: { application: Application }) {
  const { w, lang } = usePartyWords();
  const { id, transfer, allowed_actions: actions } = application;
  const refresh = useRefresh(id);
  const { open, show, close, button } = useUnfolded();
  if (!transfer && !actions.includes("transfer")) return null;
  const takeBack = async () => {
    try {
      await del(`${path(id)}/transfer`);
      tell(w.takenBack);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), { bad: true });
    }
    await refresh();
  };
  return (
    <Part title={w.transfer}>
      {transfer ? (
        <>
          <p>{w.waiting(transfer.to_organisation.name ?? w.someone, formatDate(transfer.asked_at, lang))}</p>
          {transfer.allowed_actions.includes("take_back") && <div><Button onClick={() => void takeBack()}>{w.takeBack}</Button></div>}
        </>
      ) : (
        <>
          <p className="soft">{w.transferText}</p>
          {open ? <Offer application={application} onClose={close} /> : <div><Button ref={button} onClick={show}>{w.transfer}</Button></div>}
        </>
      )}
    </Part>
  );
}

function Offer({ application: { id, organisation }, onClose }: { application: Application; onClose: () => void }) {
  const { w } = usePartyWords();
  const refresh = useRefresh(id);
  const entry = useEntry({
    initial: { name: "", organisation_id: "" }, labels: { name: w.transferTo, organisation_id: w.transferTo },
    check: ({ organisation_id: to }) => (to ? {} : { name: w.transferNeeded }),
    send: async ({ name, organisation_id: to }) => {
      await post(`${path(id)}/transfer`, { organisation_id: to });
      await refresh();
      tell(w.offered(name));
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.transferGo} label={w.transfer} focusFirst onDone={onClose} onCancel={onClose}>
      <OrganisationField value={entry.values} label={w.transferTo} description={w.transferHint} error={entry.errors.name ?? entry.errors.organisation_id} without={organisation ? [organisation.id] : []} onChange={entry.set} />
    </EntryForm>
  );
}
