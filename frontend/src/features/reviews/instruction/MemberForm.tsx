import { Checkbox, MultiSelect, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { territory } from "@/api/queries";
import { useWords } from "@/lib/i18n";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { changeCommittee, organisationsLike, reviewers, written, type Call, type Committee, type Member, type MemberWrite } from "./calls";
import { useInstructionWords } from "./words";

interface MemberFormProps {
  call: Call;
  /** Whom to change; without, somebody is added. */
  member?: Member;
  taken: readonly Member[];
  onDone: (now: Committee) => Promise<void>;
  onClose: () => void;
}

const EMPTY: MemberWrite = { account_id: "", themes: [], departments: [], organisation_ids: [], is_chair: false };

export function MemberForm({ call, member, taken, onDone, onClose }: MemberFormProps) {
  const { w } = useInstructionWords();
  const { t } = useWords();
  const [base] = useState(() => (member ? written(member) : null));
  const found = useQuery({ ...reviewers(), enabled: !member });
  const free = (found.data ?? []).filter(({ id }) => taken.every((each) => each.account_id !== id));
  const departments = useQuery(territory()).data?.departments ?? [];
  const entry = useEntry({
    initial: base ?? EMPTY, labels: { account_id: w.who, themes: w.themes, departments: w.departments, organisation_ids: w.works, is_chair: w.chair },
    check: ({ account_id: id }) => (id ? {} : { account_id: w.whoNeeded }),
    send: async (values) => {
      const name = member?.name ?? free.find(({ id }) => id === values.account_id)?.name ?? "";
      await onDone(await changeCommittee(call.id, values.account_id, base, values));
      tell(member ? w.saved(name) : w.seated(name));
    },
  });
  const known = entry.values.departments ?? [];
  return (
    <EntryForm entry={entry} submitLabel={member ? w.save : w.addGo} label={member ? w.editOf(member.name) : w.add} focusFirst onDone={onClose} onCancel={onClose}>
      {!member && (found.data && free.length === 0
        ? <p>{w.whoNone}</p>
        : <Select {...entry.field("account_id")} value={entry.values.account_id || null} label={w.who} description={w.whoHint} searchable data={free.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))} />)}
      <MultiSelect {...entry.field("themes")} label={w.themes} description={w.known} data={Object.entries(t.values.theme).map(([value, label]) => ({ value, label }))} />
      <MultiSelect {...entry.field("departments")} label={w.departments} data={[...departments.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })), ...known.filter((code) => departments.every((each) => each.code !== code)).map((code) => ({ value: code, label: code }))]} />
      <OrganisationsField value={entry.values.organisation_ids ?? []} known={member?.organisations ?? []} error={entry.errors.organisation_ids} onChange={(ids) => entry.set({ organisation_ids: ids })} />
      <Checkbox {...entry.check("is_chair")} label={w.chair} />
    </EntryForm>
  );
}

interface OrganisationsFieldProps {
  value: readonly string[];
  known: Member["organisations"];
  error: string | undefined;
  onChange: (ids: string[]) => void;
}

/** Organisations found by their name; those chosen keep theirs while one looks for others. */
function OrganisationsField({ value, known, error, onChange }: OrganisationsFieldProps) {
  const { w } = useInstructionWords();
  const [text, setText] = useState("");
  const [names, setNames] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(known.map(({ id, name }) => [id, name ?? id])));
  const found = useQuery(organisationsLike(useDeferredValue(text))).data ?? [];
  const data = [
    ...value.map((id) => ({ value: id, label: names[id] ?? id })),
    ...found.filter(({ id }) => !value.includes(id)).map(({ id, name, commune_name: commune }) => ({ value: id, label: [name, commune].filter(Boolean).join(", ") })),
  ];
  return (
    <MultiSelect
      data-field="organisation_ids" label={w.works} description={w.worksHint} error={error} value={[...value]} data={data} searchable searchValue={text} onSearchChange={setText} filter={({ options }) => options}
      onChange={(ids) => {
        setNames((before) => ({ ...before, ...Object.fromEntries(data.filter((each) => ids.includes(each.value)).map((each) => [each.value, each.label])) }));
        onChange(ids);
      }}
    />
  );
}
