import { Button, NumberInput, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { put } from "@/api/write";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { useVersions, type Version } from "@/space/kit/versions";
import { issuer as issuerQuery, issuerPath, type Issuer } from "./calls";
import { PartyFields } from "./PartyFields";
import { useInvoiceWords, type InvoiceWords } from "./words";

const NAMES = ["name", "siret", "address", "postcode", "city", "iban", "vat_note", "payment_days"] as const;
type Values = Record<Exclude<(typeof NAMES)[number], "payment_days">, string> & { payment_days: number | string };
type Body = Omit<Values, "iban"> & { iban: string | null };

const toValues = (issuer: Issuer | null, w: InvoiceWords): Values => ({
  name: issuer?.name ?? "", siret: issuer?.siret ?? "", address: issuer?.address ?? "", postcode: issuer?.postcode ?? "", city: issuer?.city ?? "", iban: issuer?.iban ?? "",
  vat_note: issuer?.vat_note ?? w.vatUsual, payment_days: issuer?.payment_days ?? 30,
});
const toBody = ({ iban, payment_days: days, ...rest }: Values): Body => {
  const texts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value.trim()])) as typeof rest;
  return { ...texts, iban: iban.trim() || null, payment_days: Number(days) };
};

/** In whose name a lender's invoices go. */
export function IssuerPart({ lender, choice }: { lender: string; choice: ReactNode }) {
  const { w } = useInvoiceWords();
  const query = useQuery(issuerQuery(lender));
  const { open, show, close, button } = useUnfolded();
  const now = query.data;
  const mayEdit = now !== undefined && (now === null || now.data.allowed_actions.includes("edit"));
  return (
    <Part title={w.issuer} actions={mayEdit && !open ? <Button ref={button} onClick={show}>{now ? w.issuerEdit : w.issuerSet}</Button> : undefined}>
      {choice}
      <Loaded query={query}>
        {(answer) => (open ? <EditIssuer lender={lender} issuer={answer?.data ?? null} etag={answer?.etag ?? null} onClose={close} /> : answer ? <Facts issuer={answer.data} /> : <NothingYet><p>{w.issuerNone}</p></NothingYet>)}
      </Loaded>
    </Part>
  );
}

const labelsOf = (w: InvoiceWords): Record<(typeof NAMES)[number], string> => ({
  name: w.name, siret: w.siret, address: w.address, postcode: w.postcode, city: w.city, iban: w.iban, vat_note: w.vat, payment_days: w.payment,
});

function Facts({ issuer }: { issuer: Issuer }) {
  const { w } = useInvoiceWords();
  const labels = labelsOf(w);
  const said = NAMES.map((name) => ({ name, value: name === "payment_days" ? w.days(issuer[name]) : issuer[name] })).filter(({ value }) => value);
  return <dl className="facts">{said.map(({ name, value }) => <Fragment key={name}><dt>{labels[name]}</dt><dd className="note">{value}</dd></Fragment>)}</dl>;
}

function EditIssuer({ lender, issuer, etag, onClose }: { lender: string; issuer: Issuer | null; etag: string | null; onClose: () => void }) {
  const { w } = useInvoiceWords();
  const client = useQueryClient();
  const query = issuerQuery(lender);
  const labels = labelsOf(w);
  const version = (now: { data: Issuer; etag: string | null } | null): Version<Body> => ({ body: toBody(toValues(now?.data ?? null, w)), etag: now?.etag ?? null });
  const { met, send, settle, giveUp } = useVersions<Body>({
    first: version(issuer && { data: issuer, etag }),
    save: async (_changed, whole, from) => {
      const data = await put<Issuer>(issuerPath(lender), whole, from);
      const answer = { data, etag: `"v${data.version}"` };
      client.setQueryData(query.queryKey, answer);
      return version(answer);
    },
    readAgain: async () => version(await client.fetchQuery({ ...query, staleTime: 0 })),
    onSaved: (_now, isNew) => {
      tell(isNew ? w.issuerSaved : w.nothingToSave);
      onClose();
    },
  });
  const needed = { name: w.nameNeeded, siret: w.siretNeeded, address: w.addressNeeded, postcode: w.postcodeNeeded, city: w.cityNeeded, vat_note: w.vatNeeded };
  const entry = useEntry<Values>({
    initial: toValues(issuer, w), labels, send: (values) => send(toBody(values)),
    check: (values) => ({
      ...Object.fromEntries(Object.entries(needed).filter(([name]) => !String(values[name as keyof Values]).trim())),
      ...((values.payment_days === "" || !(Number(values.payment_days) >= 0 && Number(values.payment_days) <= 60)) && { payment_days: w.paymentNeeded }),
    }),
  });
  useUnsaved(entry.changed || met !== null);
  if (met) return <ClashForm met={met} label={(field) => labels[field]} words={(_, value) => String(value ?? "")} onSend={settle} onCancel={() => { giveUp(); entry.set({}); }} />;
  return (
    <EntryForm entry={entry} submitLabel={w.issuerSave} label={w.issuer} focusFirst onCancel={onClose}>
      <PartyFields entry={entry} prefix="" legend={w.identity} />
      <TextInput {...entry.field("iban")} label={w.iban} description={w.ibanHint} maxLength={42} autoComplete="off" />
      <TextInput {...entry.field("vat_note")} label={w.vat} description={w.vatHint} maxLength={300} autoComplete="off" />
      <NumberInput {...entry.field("payment_days")} label={w.payment} min={0} max={60} clampBehavior="none" allowDecimal={false} />
    </EntryForm>
  );
}
