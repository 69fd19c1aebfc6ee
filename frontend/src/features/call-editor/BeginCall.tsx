import { Radio, Select, TextInput } from "@mantine/core";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { useRequestName } from "@/space/kit/useRequestName";
import { callSettings, callsOfEdition, type Call } from "./queries";
import { useCallWords } from "./words";

interface BeginCallProps {
  years: number[];
  onDone: (call: Call) => void;
  onCancel: () => void;
}

/** A new call: for which edition, and from what. Everything else can be changed before it is seen. */
export function BeginCall({ years, onDone, onCancel }: BeginCallProps) {
  const { w } = useCallWords();
  const client = useQueryClient();
  const former = useQueries({ queries: years.map((year) => callsOfEdition(year)), combine: (answers) => answers.flatMap(({ data }) => data ?? []) });
  const { nameOf } = useRequestName();
  const entry = useEntry({
    initial: { edition: String(years[0] ?? ""), from: "festival", from_call_id: "", title: "" },
    labels: { edition: w.beginEdition, from: w.from, from_call_id: w.fromWhich, title: w.ownTitle },
    check: (values) => ({ ...(!values.edition && { edition: w.editionNeeded }), ...(values.from === "call" && !values.from_call_id && { from_call_id: w.fromWhichNeeded }) }),
    send: async ({ edition, from, from_call_id: id, title }) => {
      const body = { edition: Number(edition), from_call_id: from === "call" ? id : null, title: title.trim() || null };
      const begun = await post<Call>("/calls", body, nameOf(body));
      client.setQueryData(callSettings(begun.id).queryKey, begun);
      await client.invalidateQueries({ queryKey: ["calls-of-edition"] });
      onDone(begun);
    },
  });
  return (
    <EntryForm entry={entry} submitLabel={w.beginGo} label={w.begin} focusFirst onCancel={onCancel}>
      <Select {...entry.field("edition")} label={w.beginEdition} data={years.map(String)} />
      <Radio.Group {...entry.field("from")} label={w.from}>
        <Radio value="festival" label={w.fromFestival} description={w.fromFestivalHint} />
        {former.length > 0 && <Radio value="call" label={w.fromCall} description={w.fromCallHint} />}
      </Radio.Group>
      {entry.values.from === "call" && (
        <Select {...entry.field("from_call_id")} value={entry.values.from_call_id || null} label={w.fromWhich} searchable data={former.map(({ id, title, edition }) => ({ value: id, label: `${title} (${edition.year})` }))} />
      )}
      <TextInput {...entry.field("title")} label={w.ownTitle} description={w.ownTitleHint} maxLength={200} autoComplete="off" />
    </EntryForm>
  );
}
