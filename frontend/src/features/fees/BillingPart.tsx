import { Button, Checkbox, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Fragment } from "react";
import { put } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { billing, type Billing } from "./calls";
import { useFeeWords } from "./words";

/** Where a member's calls go, as Chorus Pro knows it. */
export function BillingPart({ member }: { member: string }) {
  const { w } = useFeeWords();
  const query = useQuery(billing(member));
  const { open, show, close, button } = useUnfolded();
  const mayEdit = query.data?.data.allowed_actions.includes("edit");
  return (
    <Part title={w.billing} actions={mayEdit && !open ? <Button ref={button} onClick={show}>{w.billingEdit}</Button> : undefined}>
      <Loaded query={query}>{({ data, etag }) => (open ? <EditBilling member={member} known={data} etag={etag} onClose={close} /> : <Facts known={data} />)}</Loaded>
    </Part>
  );
}

function Facts({ known }: { known: Billing }) {
  const { w } = useFeeWords();
  if (!known.uses_chorus_pro) return <p>{w.billingNone}</p>;
  const rows = [[w.billingSiret, known.siret ?? known.organisation_siret], [w.serviceCode, known.service_code], [w.commitment, known.commitment_number]] as const;
  return (
    <>
      {known.missing.length > 0 && <p className="trouble">{w.missing(known.missing.map((name) => w.missingWords[name] ?? name).join(", "))}</p>}
      <dl className="facts">{rows.filter(([, value]) => value).map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
    </>
  );
}

function EditBilling({ member, known, etag, onClose }: { member: string; known: Billing; etag: string | null; onClose: () => void }) {
  const { w } = useFeeWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: { uses_chorus_pro: known.uses_chorus_pro, siret: known.siret ?? "", service_code: known.service_code ?? "", commitment_number: known.commitment_number ?? "" },
    labels: { uses_chorus_pro: w.billingUses, siret: w.billingSiret, service_code: w.serviceCode, commitment_number: w.commitment },
    send: async ({ uses_chorus_pro: uses, ...texts }) => {
      const said = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value.trim() || null]));
      await put(`/members/${member}/billing`, { uses_chorus_pro: uses, ...said }, etag);
      await client.invalidateQueries(billing(member));
      tell(w.billingSaved);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.settingsSave} label={w.billing} focusFirst onCancel={onClose} onDone={onClose}>
      <Checkbox {...entry.check("uses_chorus_pro")} label={w.billingUses} />
      <TextInput {...entry.field("siret")} label={w.billingSiret} description={w.billingSiretHint(known.organisation_siret)} maxLength={40} autoComplete="off" />
      <TextInput {...entry.field("service_code")} label={w.serviceCode} maxLength={100} autoComplete="off" />
      <TextInput {...entry.field("commitment_number")} label={w.commitment} maxLength={50} autoComplete="off" />
    </EntryForm>
  );
}
