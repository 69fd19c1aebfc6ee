import { Button, Checkbox, FileButton, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { sendForm } from "@/api/upload";
import { post } from "@/api/write";
import { todayInParis } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { refresh, tag, type DeclarationWhole } from "./calls";
import { useDeclarationWords } from "./words";

interface StepProps {
  whole: DeclarationWhole;
  onClose: () => void;
}

/** That it was sent: when, and how. */
export function SubmitForm({ whole: { id, number, version, missing }, onClose }: StepProps) {
  const { w } = useDeclarationWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    initial: { on: todayInParis(), by: "online", although_incomplete: false }, labels: { on: w.on, by: w.by, although_incomplete: w.incomplete },
    check: ({ on }) => (on ? {} : { on: w.onNeeded }),
    send: async (body) => {
      await post(`/declarations/${id}/submit`, body, nameOf(body), tag(version));
      forget();
      await refresh(client);
      tell(w.submitDone);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.submit} label={w.submitOf(number)} focusFirst onCancel={onClose} onDone={onClose}>
      <div className="group__pair">
        <TextInput {...entry.field("on")} type="date" label={w.on} max={todayInParis()} />
        <Select {...entry.field("by")} label={w.by} allowDeselect={false} data={Object.entries(w.ways).map(([value, label]) => ({ value, label }))} />
      </div>
      {missing !== null && missing > 0 && <Checkbox {...entry.check("although_incomplete")} label={w.incomplete} />}
    </EntryForm>
  );
}

/** That it came back, or that nothing is to be declared after all. */
export function EndForm({ whole: { id, number, version }, step, onClose }: StepProps & { step: "return" | "withdraw" }) {
  const { w } = useDeclarationWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const isReturn = step === "return";
  const entry = useEntry({
    initial: { on: todayInParis(), reason: "" }, labels: { on: w.on, reason: w.reason },
    check: ({ on, reason }) => ({ ...(!on && { on: w.onNeeded }), ...(!reason.trim() && { reason: w.reasonNeeded }) }),
    send: async ({ on, reason }) => {
      const body = { on, reason: reason.trim() };
      await post(`/declarations/${id}/${step}`, body, nameOf(body), tag(version));
      forget();
      await refresh(client);
      tell(isReturn ? w.giveBackDone : w.withdrawDone);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={isReturn ? w.giveBack : w.withdraw} label={isReturn ? w.giveBackOf(number) : w.withdrawOf(number)} focusFirst onCancel={onClose} onDone={onClose}>
      <TextInput {...entry.field("on")} type="date" label={w.on} max={todayInParis()} />
      <Textarea {...entry.field("reason")} label={w.reason} maxLength={2000} minRows={2} autosize />
    </EntryForm>
  );
}

/** The receipt that came back. */
export function ReceiptForm({ whole: { id, number, version }, onClose }: StepProps) {
  const { w } = useDeclarationWords();
  const client = useQueryClient();
  const { nameOf, forget } = useRequestName();
  const entry = useEntry({
    initial: { on: todayInParis(), number: "", file: null as File | null }, labels: { on: w.receiptOn, number: w.receiptNumber, file: w.file },
    check: ({ on, file }) => ({ ...(!on && { on: w.onNeeded }), ...(!file && { file: w.fileNeeded }) }),
    send: async ({ on, number: given, file }) => {
      if (!file) return;
      const fields: Record<string, string> = given.trim() ? { on, number: given.trim() } : { on };
      await sendForm(`/declarations/${id}/receipt`, fields, file, { key: nameOf([fields, file.name, file.size]), etag: tag(version) });
      forget();
      await refresh(client);
      tell(w.receiptDone);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  const { file } = entry.values;
  return (
    <EntryForm entry={entry} submitLabel={w.receipt} label={w.receiptOf(number)} focusFirst onCancel={onClose} onDone={onClose}>
      <div className="group__pair">
        <TextInput {...entry.field("on")} type="date" label={w.receiptOn} max={todayInParis()} />
        <TextInput {...entry.field("number")} label={w.receiptNumber} maxLength={100} autoComplete="off" />
      </div>
      <div>
        <FileButton accept="application/pdf,image/jpeg,image/png" onChange={(chosen) => entry.set({ file: chosen })}>{(props) => <Button {...props} data-field="file">{w.fileChoose}</Button>}</FileButton>
        <p className="soft">{file ? file.name : w.fileHint}</p>
        {entry.errors.file && <p className="declaration__wrong" role="alert">{entry.errors.file}</p>}
      </div>
    </EntryForm>
  );
}
