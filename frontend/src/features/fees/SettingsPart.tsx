import { Button, NumberInput, Textarea, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Fragment } from "react";
import { put } from "@/api/write";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { Part } from "@/space/kit/Page";
import { Loaded } from "@/space/kit/States";
import { tell } from "@/space/kit/toasts";
import { useUnsaved } from "@/space/kit/Unsaved";
import { useUnfolded } from "@/space/kit/useUnfolded";
import { settings, type Settings } from "./calls";
import { useFeeWords } from "./words";

/** When reminders leave, how one pays. */
export function SettingsPart() {
  const { w } = useFeeWords();
  const query = useQuery(settings());
  const { open, show, close, button } = useUnfolded();
  const mayEdit = query.data?.data.allowed_actions.includes("edit");
  return (
    <Part title={w.settings} actions={mayEdit && !open ? <Button ref={button} onClick={show}>{w.settingsEdit}</Button> : undefined}>
      <Loaded query={query}>{({ data, etag }) => (open ? <EditSettings known={data} etag={etag} onClose={close} /> : <Facts known={data} />)}</Loaded>
    </Part>
  );
}

function Facts({ known }: { known: Settings }) {
  const { w } = useFeeWords();
  const rows: [string, string | null | undefined][] = [
    [w.dueDays, w.everyDays(known.due_days)], [w.remindAfter, known.remind_after_days == null ? w.never : w.afterDays(known.remind_after_days)], [w.remindEvery, w.everyDays(known.remind_every_days)],
    [w.mostReminders, String(known.most_reminders)], [w.howToPay, known.how_to_pay], [w.iban, known.iban], [w.paymentLink, known.payment_link], [w.siret, known.siret],
  ];
  return <dl className="facts">{rows.filter(([, value]) => value).map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd className="note">{value}</dd></Fragment>)}</dl>;
}

function EditSettings({ known, etag, onClose }: { known: Settings; etag: string | null; onClose: () => void }) {
  const { w } = useFeeWords();
  const client = useQueryClient();
  const entry = useEntry({
    initial: {
      due_days: known.due_days as number | string, remind_after_days: (known.remind_after_days ?? "") as number | string, remind_every_days: known.remind_every_days as number | string, most_reminders: known.most_reminders as number | string,
      how_to_pay: known.how_to_pay ?? "", iban: known.iban ?? "", payment_link: known.payment_link ?? "", siret: known.siret ?? "",
    },
    labels: { due_days: w.dueDays, remind_after_days: w.remindAfter, remind_every_days: w.remindEvery, most_reminders: w.mostReminders, how_to_pay: w.howToPay, iban: w.iban, payment_link: w.paymentLink, siret: w.siret },
    check: (values) => Object.fromEntries((["due_days", "remind_every_days", "most_reminders"] as const).filter((name) => values[name] === "").map((name) => [name, w.numberNeeded])),
    send: async ({ due_days, remind_after_days, remind_every_days, most_reminders, ...texts }) => {
      const said = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value.trim() || null]));
      const numbers = { due_days: Number(due_days), remind_after_days: remind_after_days === "" ? null : Number(remind_after_days), remind_every_days: Number(remind_every_days), most_reminders: Number(most_reminders) };
      await put("/fee-settings", { ...numbers, ...said }, etag);
      await client.invalidateQueries({ queryKey: ["fees"] });
      tell(w.settingsSaved);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  const days = { min: 0, max: 366, allowDecimal: false } as const;
  return (
    <EntryForm entry={entry} submitLabel={w.settingsSave} label={w.settings} focusFirst onCancel={onClose} onDone={onClose}>
      <div className="group__pair">
        <NumberInput {...entry.field("due_days")} {...days} label={w.dueDays} />
        <NumberInput {...entry.field("remind_after_days")} {...days} label={w.remindAfter} description={w.remindAfterHint} />
        <NumberInput {...entry.field("remind_every_days")} {...days} min={1} label={w.remindEvery} />
        <NumberInput {...entry.field("most_reminders")} min={1} max={20} allowDecimal={false} label={w.mostReminders} />
      </div>
      <Textarea {...entry.field("how_to_pay")} label={w.howToPay} description={w.howToPayHint} maxLength={2000} minRows={3} autosize />
      <TextInput {...entry.field("iban")} label={w.iban} maxLength={42} autoComplete="off" />
      <TextInput {...entry.field("payment_link")} type="url" label={w.paymentLink} maxLength={500} />
      <TextInput {...entry.field("siret")} label={w.siret} maxLength={40} autoComplete="off" />
    </EntryForm>
  );
}
