import { Select, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { post } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useMe } from "@/space/kit/me";
import { useRequestName } from "@/space/kit/useRequestName";
import { formatDate } from "@/space/kit/moments";
import type { Application, Call } from "./calls";
import { useApplicationsWords } from "./words";

interface BeginFormProps {
  calls: readonly Call[];
  /** Those that one has, to be told of drafts that are there already. */
  applications: readonly Application[];
  /** The call that one comes from. */
  call?: string | undefined;
  onBegun: (id: string) => void;
  onCancel: () => void;
}

/** A draft begun for one of my organisations, in a call that is open, or with a code. */
export function BeginForm({ calls, applications, call: wanted, onBegun, onCancel }: BeginFormProps) {
  const { w, lang } = useApplicationsWords();
  const { organisations } = useMe();
  const { nameOf } = useRequestName();
  const [only, another] = organisations;
  const open = calls.filter(({ state }) => state === "open");
  const first = calls.find(({ id }) => id === wanted) ?? (open.length === 1 ? open[0] : undefined);
  const entry = useEntry({
    initial: { organisation_id: only && !another ? only.id : "", call_id: first?.id ?? "", access_code: "" },
    labels: { organisation_id: w.organisation, call_id: w.call, access_code: w.code },
    check: (values) => ({
      ...(!values.organisation_id && { organisation_id: w.organisationNeeded }), ...(!values.call_id && { call_id: w.callNeeded }),
      ...(stateOf(values.call_id) === "closed" && !values.access_code.trim() && { access_code: w.codeNeeded }),
    }),
    send: async ({ access_code: code, ...values }) => {
      const asked = { ...values, ...(code.trim() && { access_code: code.trim() }) };
      onBegun((await post<Application>("/applications", asked, nameOf(asked))).id);
    },
  });
  const stateOf = (id: string) => calls.find((each) => each.id === id)?.state;
  const label = ({ title, state, opens_at: opens }: Call) => (state === "closed" ? w.callClosed(title) : state === "upcoming" ? w.callUpcoming(title, formatDate(opens, lang)) : title);
  const { organisation_id: organisation, call_id: call } = entry.values;
  const drafts = applications.filter((each) => each.status === "draft" && each.organisation?.id === organisation && each.call.id === call);
  return (
    <EntryForm entry={entry} submitLabel={w.beginGo} label={w.begin} focusFirst onCancel={onCancel}>
      {organisations.length > 1 && <Select {...entry.field("organisation_id")} value={organisation || null} label={w.organisation} data={organisations.map(({ id, name }) => ({ value: id, label: name }))} />}
      <Select {...entry.field("call_id")} value={call || null} label={w.call} data={calls.map((each) => ({ value: each.id, label: label(each), disabled: each.state === "upcoming" }))} />
      {drafts.length > 0 && (
        <div className="begin__already">
          <p>{w.already(drafts.length)} {drafts.map(({ id, title }, index) => <span key={id}>{index > 0 && ", "}<Link to="/espace/dossiers/$id/formulaire" params={{ id }}>{title ?? w.untitled}</Link></span>)}.</p>
          <p className="soft">{w.beginAnyway}</p>
        </div>
      )}
      {(stateOf(call) === "closed" || open.length === 0) && <TextInput {...entry.field("access_code")} label={w.code} description={w.codeHint} autoComplete="off" spellCheck={false} maxLength={80} />}
    </EntryForm>
  );
}
