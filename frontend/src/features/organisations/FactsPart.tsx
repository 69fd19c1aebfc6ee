import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Fragment, useState, type ReactNode } from "react";
import { patch } from "@/api/write";
import { Problem } from "@/lib/problem";
import { safeUrl } from "@/lib/text";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { me } from "@/space/kit/me";
import { formatDate } from "@/space/kit/moments";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { may, organisation as organisationQuery, path, type Organisation } from "./calls";
import { ClashForm } from "./ClashForm";
import { changes, reconcile, spacedSiret, toBody, toValues, type Body } from "./facts";
import { checkFacts, factLabels, OrganisationFields, useLabels } from "./OrganisationFields";
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
    </>
  );
}

/** What someone saved while one typed: both are put together, and what both wrote is chosen by hand. */
interface Collision {
  mine: Body;
  theirs: Organisation;
  etag: string | null;
}

function EditFacts({ organisation, etag, onClose }: FactsPartProps & { onClose: () => void }) {
  const { w } = useOrganisationWords();
  const client = useQueryClient();
  // What one started from: a refresh behind the form changes nothing of it.
  const [start] = useState(() => ({ body: toBody(toValues(organisation)), etag }));
  const [collision, setCollision] = useState<Collision | null>(null);
  const saved = async () => {
    await Promise.all([client.invalidateQueries({ queryKey: ["organisation", organisation.id] }), client.invalidateQueries({ queryKey: ["organisations"] }), client.invalidateQueries(me())]);
    tell(w.saved);
    onClose();
  };
  const send = async (body: Partial<Body>, from: string | null, mine: Body) => {
    try {
      await patch<Organisation>(path(organisation.id), body, from);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
      const now = await client.fetchQuery({ ...organisationQuery(organisation.id), staleTime: 0 });
      setCollision({ mine, theirs: now.data as Organisation, etag: now.etag });
      return;
    }
    await saved();
  };
  const entry = useEntry({
    initial: toValues(organisation), labels: factLabels(w), check: (values) => checkFacts(values, w),
    send: async (values) => {
      const body = toBody(values);
      const changed = changes(start.body, body);
      if (Object.keys(changed).length === 0) {
        tell(w.nothingToSave);
        onClose();
        return;
      }
      // A commune goes with its name.
      if ("commune_insee" in changed || "commune_name" in changed) Object.assign(changed, { commune_insee: body.commune_insee, commune_name: body.commune_name });
      await send(changed, start.etag, body);
    },
  });
  if (collision) {
    const theirs = toBody(toValues(collision.theirs));
    const { clashes, merged } = reconcile(start.body, collision.mine, theirs);
    return (
      <ClashForm
        clashes={clashes} merged={merged} onCancel={onClose}
        onSend={(chosen) => send(changes(theirs, { ...merged, ...chosen }), collision.etag, { ...collision.mine, ...merged, ...chosen })}
      />
    );
  }
  return <EntryForm entry={entry} submitLabel={w.edit} label={w.edit} focusFirst onCancel={onClose}><OrganisationFields entry={entry} /></EntryForm>;
}
