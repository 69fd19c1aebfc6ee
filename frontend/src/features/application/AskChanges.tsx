import { MultiSelect, Radio, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { form, path, type Application } from "./calls";
import { useExchangeWords } from "./exchangeWords";
import { shownSections } from "@/space/answers/shown";
import { useKept } from "./useKept";
import { useRefresh } from "./useRefresh";
import { useRequestName } from "@/space/kit/useRequestName";

const REASONS = ["incomplete", "incorrect", "outdated"] as const;

/** The coordination gives an application back: what is the matter, what to change, in which fields, by when. */
export function AskChanges({ application, onDone, onCancel }: { application: Application; onDone: () => void; onCancel: () => void }) {
  const { w } = useExchangeWords();
  const { id, call, answers } = application;
  const refresh = useRefresh(id);
  const definition = useQuery(form(call.id, application.form.version_id)).data;
  const { kept, keep } = useKept(`request/${id}`);
  const { nameOf } = useRequestName();
  const entry = useEntry({
    initial: { reason: "", message: kept, field_ids: [] as string[], due_on: "" },
    labels: { reason: w.askReason, message: w.askMessage, field_ids: w.askFields, due_on: w.askDue },
    check: ({ reason, message }) => ({ ...(!reason && { reason: w.askReasonNeeded }), ...(!message.trim() && { message: w.askMessageNeeded }) }),
    send: async (values) => {
      const wanted = { ...values, message: values.message.trim(), due_on: values.due_on || null };
      await post(`${path(id)}/request-changes`, wanted, nameOf(wanted));
      keep("");
      await refresh();
      tell(w.asked);
    },
  });
  useEffect(() => keep(entry.values.message), [keep, entry.values.message]);
  const done = () => {
    keep("");
    onDone();
  };
  const groups = definition ? shownSections(definition, answers ?? {}).map(({ section, fields }) => ({
    group: section.title, items: fields.filter(({ type }) => type !== "explanation").map((field) => ({ value: field.id, label: field.label })),
  })).filter(({ items }) => items.length > 0) : [];
  return (
    <EntryForm entry={entry} submitLabel={w.askGo} label={w.askTitle} focusFirst onDone={done} onCancel={onCancel}>
      <Radio.Group {...entry.field("reason")} label={w.askReason}>
        {REASONS.map((each) => <Radio key={each} value={each} label={w.reasons[each]} description={w.reasonHints[each]} />)}
      </Radio.Group>
      <Textarea {...entry.field("message")} label={w.askMessage} description={w.askMessageHint} minRows={4} maxRows={20} maxLength={10_000} />
      <MultiSelect {...entry.field("field_ids")} value={entry.values.field_ids} data={groups} label={w.askFields} description={w.askFieldsHint} searchable hidePickedOptions nothingFoundMessage={w.noField} maxDropdownHeight={280} />
      <TextInput {...entry.field("due_on")} type="date" min={todayInParis()} label={w.askDue} description={w.askDueHint} className="date-field" />
    </EntryForm>
  );
}
