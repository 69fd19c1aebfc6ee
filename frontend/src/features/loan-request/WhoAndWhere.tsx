import { Radio, Select, Textarea, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { OrganisationField } from "@/space/kit/OrganisationField";
import type { Entry } from "@/space/kit/entry";
import { hasRole, useMe } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import type { Draft } from "./basket";
import { CommuneOfUse } from "./CommuneOfUse";
import { usePlaceOf } from "./usePlaceOf";
import { useRequestWords } from "./words";

/** Kinds of organisations that pass Culture pays for. */
const SCHOOLS: readonly string[] = ["college", "lycee"];

/** Which organisation borrows, where it goes, who signs, who pays. */
export function WhoAndWhere({ entry }: { entry: Entry<Draft> }) {
  const { w } = useRequestWords();
  const someone = useMe();
  const { values } = entry;
  const lends = hasRole(someone, "lender", "administrator");
  const [only, another] = someone.organisations;
  const organisation = usePlaceOf(values.organisation_id, entry);
  if (!only && !lends) return <Part title={w.who}><NothingYet><p>{w.noOrganisation}</p><Link to="/espace/structures" className="button">{w.toOrganisations}</Link></NothingYet></Part>;
  const isSchool = SCHOOLS.includes(organisation?.kind ?? "");
  return (
    <Part title={w.who}>
      <div className="request__fields">
        {lends
          ? <OrganisationField label={w.organisation} error={entry.errors.organisation_id} value={{ name: values.organisation_name, organisation_id: values.organisation_id }} onChange={({ name, organisation_id }) => entry.set({ organisation_name: name, organisation_id })} />
          : another && <Select {...entry.field("organisation_id")} label={w.organisation} data={someone.organisations.map(({ id, name }) => ({ value: id, label: name }))} />}
        {!lends && only && !another && <p>{w.organisation} : <strong>{only.name}</strong></p>}
        <TextInput {...entry.field("place_of_use.name")} label={w.place} description={w.placeHint} maxLength={200} />
        <div className="group__pair">
          <TextInput {...entry.field("place_of_use.address")} label={w.address} maxLength={500} />
          <CommuneOfUse entry={entry} />
        </div>
        <fieldset className="group">
          <legend>{w.signatoryTitle}</legend>
          <p className="soft">{w.signatoryText}</p>
          <div className="group__pair">
            <TextInput {...entry.field("signatory.name")} label={w.signatoryName} maxLength={200} autoComplete="off" />
            <TextInput {...entry.field("signatory.capacity")} label={w.signatoryCapacity} description={w.capacityHint} maxLength={200} autoComplete="off" />
          </div>
          <TextInput {...entry.field("signatory.email")} type="email" label={w.signatoryEmail} description={w.emailHint} maxLength={254} autoComplete="off" spellCheck={false} />
        </fieldset>
        {(isSchool || values.channel === "pass_culture") && (
          <Radio.Group label={w.channel} value={values.channel} error={entry.errors.channel} onChange={(channel) => entry.set({ channel: channel as Draft["channel"] })}>
            <div className="group__choices">
              <Radio value="direct" label={w.channels.direct} />
              <Radio value="pass_culture" label={w.channels.pass_culture} description={w.passHint} />
            </div>
          </Radio.Group>
        )}
        {values.channel === "pass_culture" && <TextInput {...entry.field("pass_culture_offer")} label={w.offer} description={w.offerHint} maxLength={50} />}
        <Textarea {...entry.field("message")} label={w.message} description={w.messageHint} maxLength={5000} />
      </div>
    </Part>
  );
}
