import { Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { OneOf } from "@/space/kit/OneOf";
import { OrganisationField } from "@/space/kit/OrganisationField";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { membersKey, type Member } from "./calls";
import { CATEGORIES, COLLEGES, KINDS } from "./filters";
import { useMembersWords } from "./words";

/** Enters a member whom the board admitted: an organisation of the directory, or a person. */
export function NewMemberForm({ onClose, onEntered }: { onClose: () => void; onEntered: (id: string) => void }) {
  const { w } = useMembersWords();
  const words = useMemberWords();
  const client = useQueryClient();
  const { nameOf } = useRequestName();
  const entry = useEntry({
    initial: { kind: "legal" as (typeof KINDS)[number], organisation: { name: "", organisation_id: "" }, name: "", email: "", college: "A", fee_category: "small", admitted_on: todayInParis(), representative: "", external_id: "" },
    labels: { organisation: w.organisation, name: w.person, email: w.email, college: w.college, fee_category: w.category, admitted_on: w.admittedOn, representative: w.representative, external_id: w.externalId },
    check: ({ kind, organisation, name, admitted_on: day }) => ({
      ...(kind === "legal" && !organisation.organisation_id && { organisation: w.organisationNeeded }), ...(kind === "natural" && !name.trim() && { name: w.personNeeded }), ...(!day && { admitted_on: w.dayNeeded }),
    }),
    send: async (values) => {
      const isLegal = values.kind === "legal";
      const person = { name: (isLegal ? values.representative : values.name).trim(), email: values.email.trim() || null };
      const body = {
        kind: values.kind, college: values.college, fee_category: isLegal ? values.fee_category : "natural", admitted_on: values.admitted_on, external_id: values.external_id.trim() || null,
        organisation_id: isLegal ? values.organisation.organisation_id : null, person: isLegal ? null : person, representative: isLegal && person.name ? { person } : null,
      };
      const entered = await post<Member>("/members", body, nameOf(body));
      await client.invalidateQueries({ queryKey: membersKey });
      tell(w.entered);
      onEntered(entered.id);
    },
  });
  const { kind } = entry.values;
  return (
    <Part title={w.newTitle}>
      <p className="soft">{w.newLead}</p>
      <EntryForm entry={entry} submitLabel={w.enter} label={w.newTitle} focusFirst onDone={onClose} onCancel={onClose}>
        <OneOf label={w.kind} values={KINDS} value={kind} wordOf={(each) => words.member[each]} onChoose={(next) => entry.set({ kind: next })} />
        <div className="group__pair">
          {kind === "legal"
            ? <OrganisationField label={w.organisation} description={w.organisationHint} value={entry.values.organisation} error={entry.errors.organisation} onChange={(organisation) => entry.set({ organisation })} />
            : <TextInput {...entry.field("name")} label={w.person} maxLength={200} autoComplete="off" />}
          <Select {...entry.field("college")} label={w.college} data={COLLEGES.map((value) => ({ value, label: words.college[value] }))} />
          {kind === "legal" && <Select {...entry.field("fee_category")} label={w.category} data={CATEGORIES.filter((each) => each !== "natural").map((value) => ({ value, label: words.fee_category[value] }))} />}
          <TextInput {...entry.field("admitted_on")} type="date" label={w.admittedOn} description={w.admittedHint} max={todayInParis()} />
          {kind === "legal" && <TextInput {...entry.field("representative")} label={w.representative} maxLength={200} autoComplete="off" />}
          <TextInput {...entry.field("email")} type="email" label={w.email} description={w.emailHint} maxLength={254} autoComplete="off" />
          <TextInput {...entry.field("external_id")} label={w.externalId} description={w.externalHint} maxLength={200} autoComplete="off" />
        </div>
      </EntryForm>
    </Part>
  );
}
