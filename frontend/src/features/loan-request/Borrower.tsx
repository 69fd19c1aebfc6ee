import { Select, TextInput } from "@mantine/core";
import type { Entry } from "@/space/kit/entry";
import { hasRole, useMe } from "@/space/kit/me";
import { OrganisationField } from "@/space/kit/OrganisationField";
import { CommuneOfUse } from "./CommuneOfUse";
import type { PlaceValues } from "./usePlaceOf";
import { useRequestWords } from "./words";

interface BorrowerValues extends PlaceValues {
  organisation_id: string;
  organisation_name: string;
}

/** For whom one borrows, and where it goes: a lender for anybody, others for an organisation of theirs. */
export function Borrower({ entry }: { entry: Pick<Entry<BorrowerValues>, "values" | "errors" | "set" | "field"> }) {
  const { w } = useRequestWords();
  return (
    <>
      <BorrowingOrganisation entry={entry} />
      <TextInput {...entry.field("place_of_use.name")} label={w.place} description={w.placeHint} maxLength={200} />
      <div className="group__pair">
        <TextInput {...entry.field("place_of_use.address")} label={w.address} maxLength={500} />
        <CommuneOfUse entry={entry} />
      </div>
    </>
  );
}

function BorrowingOrganisation({ entry }: { entry: Pick<Entry<BorrowerValues>, "values" | "errors" | "set" | "field"> }) {
  const { w } = useRequestWords();
  const someone = useMe();
  const { values } = entry;
  const [only, another] = someone.organisations;
  if (hasRole(someone, "lender", "administrator")) {
    return <OrganisationField label={w.organisation} error={entry.errors.organisation_id} value={{ name: values.organisation_name, organisation_id: values.organisation_id }} onChange={({ name, organisation_id }) => entry.set({ organisation_name: name, organisation_id })} />;
  }
  if (another) return <Select {...entry.field("organisation_id")} label={w.organisation} data={someone.organisations.map(({ id, name }) => ({ value: id, label: name }))} />;
  return only ? <p>{w.organisation} : <strong>{only.name}</strong></p> : null;
}
