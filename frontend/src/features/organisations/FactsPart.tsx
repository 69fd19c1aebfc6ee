import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { patch } from "@/api/write";
import { safeUrl } from "@/lib/text";
import { ClashForm } from "@/space/kit/ClashForm";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { me } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { useVersions, type Version } from "@/space/kit/versions";
import { may, organisation as organisationQuery, path, type Organisation } from "./calls";
import { spacedSiret, toBody, toValues, type Body, type BodyField } from "./facts";
import { checkFacts, factLabels, OrganisationFields, useLabels } from "./OrganisationFields";
import { PublicContact } from "./PublicContact";
import { useOrganisationWords } from "./words";

interface FactsPartProps {
  organisation: Organisation;
  etag: string | null;
}

export function FactsPart({ organisation, etag }: FactsPartProps) {
  const { w } = useOrganisationWords();
  const { open, show, close, button } = useUnfolded();
  return (
    <Part title={w.facts} actions={may(organisation, "edit") && !open ? <Button ref={button} onClick={show}>{w.edit}</Button> : undefined}>
      {open ? <EditFacts organisation={organisation} etag={etag} onClose={close} /> : <Facts organisation={organisation} />}
    </Part>
  );
}

function Facts({ organisation }: { organisation: Organisation }) {
  const { w, lang } = useOrganisationWords();
  const labels = useLabels();
  const { website, email, consent } = organisation;
  const link = safeUrl(website);
  const names = (list: "themes" | "offers") => organisation[list].map((code) => labels.name(list, code)).join(", ");
  const place = [organisation.address, [organisation.postal_code, organisation.commune_name].filter(Boolean).join(" ")].filter(Boolean);
  const facts: { name: string; value: ReactNode }[] = [
    { name: w.kind, value: labels.name("items", organisation.kind) },
    { name: w.legalName, value: organisation.legal_name },
    { name: w.siret, value: organisation.siret && spacedSiret(organisation.siret) },
    { name: w.address, value: place.length > 0 && place.join(", ") },
    { name: w.website, value: link ? <a href={link} rel="noopener noreferrer">{website}</a> : website },
    { name: w.email, value: email && <a href={`mailto:${encodeURIComponent(email)}`}>{email}</a> },
    { name: w.phone, value: organisation.phone },
    { name: w.description, value: organisation.description },
    { name: w.themes, value: names("themes") },
    { name: w.offers, value: names("offers") },
  ];
  return (
    <>
      <dl className="facts">{facts.filter(({ value }) => value).map(({ name, value }) => <Fragment key={name}><dt>{name}</dt><dd className="note">{value}</dd></Fragment>)}</dl>
      <p className="soft">{organisation.is_public && consent ? w.publicSince(formatDate(consent.consented_at, lang), consent.consented_by) : w.notPublic}</p>
      <PublicContact organisation={organisation} />
    </>
  );
}

const version = (organisation: Organisation, etag: string | null): Version<Body> => ({ body: toBody(toValues(organisation)), etag });

function EditFacts({ organisation, etag, onClose }: FactsPartProps & { onClose: () => void }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  const words = useFactWords();
  const { met, send, settle, giveUp } = useVersions<Body>({
    first: version(organisation, etag),
    save: async (changed, whole, from) => {
      // A commune goes with its name.
      const commune = "commune_insee" in changed || "commune_name" in changed ? { commune_insee: whole.commune_insee, commune_name: whole.commune_name } : {};
      const answer = await patch<Organisation>(path(organisation.id), { ...changed, ...commune }, from);
      return version(answer.data, answer.etag);
    },
    readAgain: async () => {
      const now = await client.fetchQuery({ ...organisationQuery(organisation.id), staleTime: 0 });
      return version(now.data as Organisation, now.etag);
    },
    onSaved: async (_now, isNew) => {
      if (isNew) await Promise.all([client.invalidateQueries({ queryKey: ["organisation", organisation.id] }), client.invalidateQueries({ queryKey: ["organisations"] }), client.invalidateQueries(me())]);
      tell(isNew ? w.saved : w.nothingToSave);
      onClose();
    },
  });
  const entry = useEntry({ initial: toValues(organisation), labels: factLabels(w), check: (values) => checkFacts(values, w), send: (values) => send(toBody(values)) });
  if (met) {
    // A commune is one thing in two fields.
    const hasName = [...met.clashes, ...met.joined].some(({ field }) => field === "commune_name");
    return (
      <ClashForm
        met={met} words={words} onCancel={giveUp} label={(field) => (field === "commune_insee" && hasName ? null : (w.fields[field] ?? field))}
        onSend={(kept) => settle(kept.commune_name ? { ...kept, commune_insee: kept.commune_name } : kept)}
      />
    );
  }
  return <EntryForm entry={entry} submitLabel={w.edit} label={w.edit} focusFirst onCancel={onClose}><OrganisationFields entry={entry} /></EntryForm>;
}

/** How a fact is read, whatever its kind. */
function useFactWords() {
  const { w } = useOrganisationWords();
  const labels = useLabels();
  return (field: BodyField, value: unknown): string => {
    if (typeof value === "boolean") return value ? w.yes : w.no;
    if (field === "themes" || field === "offers") return (value as string[]).map((code) => labels.name(field, code)).join(", ");
    return field === "kind" ? labels.name("items", String(value)) : String(value ?? "");
  };
}
