import { Checkbox, Radio } from "@mantine/core";
import { post } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { path, type Application } from "./calls";
import { OrganisationField } from "@/space/kit/OrganisationField";
import { usePartyWords } from "./partyWords";
import { useRefresh } from "./useRefresh";
import { useRequestName } from "@/space/kit/useRequestName";

const ROLES = ["co_holder", "partner", "provider"] as const;

/** Somebody more: an organisation of the directory, which is asked; or a name, which is noted. */
export function InviteParty({ application: { id }, without, onClose }: { application: Application; without: readonly string[]; onClose: () => void }) {
  const { w } = usePartyWords();
  const refresh = useRefresh(id);
  const { nameOf } = useRequestName();
  const entry = useEntry({
    initial: { name: "", organisation_id: "", role: "partner", may_edit: false },
    labels: { name: w.organisation, organisation_id: w.organisation, role: w.asRole, may_edit: w.mayEdit },
    check: ({ name }) => (name.trim() ? {} : { name: w.nameNeeded }),
    send: async ({ name, organisation_id: organisation, role, may_edit: mayEdit }) => {
      const wanted = { role, may_edit: mayEdit && role === "co_holder" && Boolean(organisation), ...(organisation ? { organisation_id: organisation } : { name: name.trim() }) };
      await post(`${path(id)}/parties`, wanted, nameOf(wanted));
      await refresh();
      tell(organisation ? w.invited(name) : w.named(name.trim()));
    },
  });
  const { name, organisation_id: organisation, role } = entry.values;
  const known = name.trim().length >= 2 && (organisation ? w.chosen : w.notChosen);
  return (
    <EntryForm entry={entry} submitLabel={w.addGo} label={w.addTitle} focusFirst onDone={onClose} onCancel={onClose}>
      <OrganisationField value={entry.values} label={w.organisation} description={known || w.organisationHint} error={entry.errors.name ?? entry.errors.organisation_id} without={without} onChange={(value) => entry.set({ ...value, ...(!value.organisation_id && { may_edit: false }) })} />
      <Radio.Group {...entry.field("role")} label={w.asRole}>
        {ROLES.map((each) => <Radio key={each} value={each} label={w.role[each]} description={w.roleHint[each]} />)}
      </Radio.Group>
      {role === "co_holder" && organisation && <Checkbox {...entry.check("may_edit")} label={w.mayEdit} description={w.editHint} />}
    </EntryForm>
  );
}
