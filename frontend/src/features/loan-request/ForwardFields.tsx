import { Select, Textarea, TextInput } from "@mantine/core";
import { todayInParis } from "@/lib/dates";
import type { Entry } from "@/space/kit/entry";
import { hasRole, useMe } from "@/space/kit/me";
import { OrganisationField } from "@/space/kit/OrganisationField";
import { Part } from "@/space/kit/Page";
import { CommuneOfUse } from "./CommuneOfUse";
import type { Forwarding } from "./forwarding";
import { useForwardWords } from "./forwardWords";
import { usePlaceOf } from "./usePlaceOf";
import { useRequestWords } from "./words";

/** When, for whom and where, whom the lender answers, and a word. */
export function ForwardFields({ entry }: { entry: Entry<Forwarding> }) {
  const { w } = useForwardWords();
  const { w: r } = useRequestWords();
  const { values } = entry;
  usePlaceOf(values.organisation_id, entry);
  return (
    <>
      <Part title={w.when}>
        <div className="request__days">
          <TextInput {...entry.field("starts_on")} type="date" label={w.from} min={todayInParis()} />
          <TextInput {...entry.field("ends_on")} type="date" label={w.to} min={values.starts_on || todayInParis()} />
        </div>
      </Part>
      <Part title={w.where}>
        <div className="request__fields">
          <Borrower entry={entry} />
          <TextInput {...entry.field("place_of_use.name")} label={r.place} description={r.placeHint} maxLength={200} />
          <div className="group__pair">
            <TextInput {...entry.field("place_of_use.address")} label={r.address} maxLength={500} />
            <CommuneOfUse entry={entry} />
          </div>
          <fieldset className="group">
            <legend>{w.contactTitle}</legend>
            <p className="soft">{w.contactText}</p>
            <div className="group__pair">
              <TextInput {...entry.field("contact.name")} label={w.contactName} maxLength={200} autoComplete="name" />
              <TextInput {...entry.field("contact.email")} type="email" label={w.contactEmail} maxLength={254} autoComplete="email" spellCheck={false} />
            </div>
          </fieldset>
          <Textarea {...entry.field("message")} label={w.message} description={w.messageHint} maxLength={5000} />
        </div>
      </Part>
    </>
  );
}

function Borrower({ entry }: { entry: Entry<Forwarding> }) {
  const { w } = useForwardWords();
  const someone = useMe();
  const { values } = entry;
  const [only, another] = someone.organisations;
  if (hasRole(someone, "lender", "administrator")) {
    return <OrganisationField label={w.organisation} error={entry.errors.organisation_id} value={{ name: values.organisation_name, organisation_id: values.organisation_id }} onChange={({ name, organisation_id }) => entry.set({ organisation_name: name, organisation_id })} />;
  }
  if (another) return <Select {...entry.field("organisation_id")} label={w.organisation} data={someone.organisations.map(({ id, name }) => ({ value: id, label: name }))} />;
  return only ? <p>{w.organisation} : <strong>{only.name}</strong></p> : null;
}
