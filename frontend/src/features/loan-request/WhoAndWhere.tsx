import { Radio, Textarea, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Entry } from "@/space/kit/entry";
import { hasRole, useMe } from "@/space/kit/me";
import { Part } from "@/space/kit/Page";
import { NothingYet } from "@/space/kit/States";
import type { Draft } from "./basket";
import { Borrower } from "./Borrower";
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
  const organisation = usePlaceOf(values.organisation_id, entry);
  if (someone.organisations.length === 0 && !lends) return <Part title={w.who}><NothingYet><p>{w.noOrganisation}</p><Link to="/espace/structures" className="button">{w.toOrganisations}</Link></NothingYet></Part>;
  const isSchool = SCHOOLS.includes(organisation?.kind ?? "");
  return (
    <Part title={w.who}>
      <div className="request__fields">
        <Borrower entry={entry} />
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
