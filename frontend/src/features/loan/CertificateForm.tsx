import { Button, FileButton, NumberInput, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { sendForm } from "@/api/upload";
import { isDay } from "@/lib/dates";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { loanPath, type Loan } from "./calls";
import { PAPER_TYPES, paperFault } from "./papers";
import { usePapersWords } from "./papersWords";
import { useLoanRefresh } from "./useAct";

interface CertificateFormProps {
  loan: Loan;
  /** The value that must be covered, in cents, where it is known. */
  value: number | null;
  onClose: () => void;
}

/** A certificate of insurance: what it says and its file. What was typed and the file chosen stay when it is refused. */
export function CertificateForm({ loan, value, onClose }: CertificateFormProps) {
  const { w } = usePapersWords();
  const refresh = useLoanRefresh();
  const { nameOf } = useRequestName();
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const needed = loan.blocked ?? loan;
  const isYearlyTaken = loan.papers.insurance_asked === "yearly";
  const entry = useEntry({
    initial: { kind: "loan", insurer: "", policy_number: "", covers_from: needed.starts_on, covers_to: needed.ends_on, value_cents: (value === null ? "" : value / 100) as number | string, file: "" },
    labels: { kind: w.kind, insurer: w.insurer, policy_number: w.policy, covers_from: w.from, covers_to: w.to, value_cents: w.amount, file: w.file },
    check: (values) => ({
      ...(!values.insurer.trim() && { insurer: w.insurerNeeded }), ...(!isDay(values.covers_from) && { covers_from: w.daysNeeded }), ...(!isDay(values.covers_to) && { covers_to: w.daysNeeded }),
      ...(values.value_cents === "" && { value_cents: w.amountNeeded }), ...(!file && { file: w.fileNeeded }),
    }),
    send: async ({ file: _name, value_cents: euros, policy_number: policy, ...values }) => {
      if (!file) return;
      const fields = { ...values, insurer: values.insurer.trim(), value_cents: String(Math.round(Number(euros) * 100)), ...(policy.trim() && { policy_number: policy.trim() }) };
      try {
        await sendForm(`${loanPath(loan.id)}/insurance-certificates`, fields, file, { key: nameOf([fields, file.name, file.size, file.lastModified]), onProgress: setSent });
      } finally {
        setSent(null);
      }
      await refresh();
      tell(w.given);
    },
  });
  const choose = (chosen: File | null) => {
    if (!chosen) return;
    const fault = paperFault(chosen);
    if (fault) entry.refuse("file", w[fault](chosen.name));
    else { setFile(chosen); entry.set({ file: chosen.name }); }
  };
  return (
    <EntryForm entry={entry} submitLabel={w.send} label={w.give} onDone={onClose} onCancel={onClose} focusFirst>
      {isYearlyTaken && (
        <Radio.Group {...entry.field("kind")} label={w.kind} onChange={(kind) => entry.set({ kind })}>
          <div className="group__choices"><Radio value="loan" label={w.kinds.loan} /><Radio value="yearly" label={w.kinds.yearly} /></div>
        </Radio.Group>
      )}
      <div className="group__pair">
        <TextInput {...entry.field("insurer")} label={w.insurer} maxLength={200} autoComplete="off" />
        <TextInput {...entry.field("policy_number")} label={w.policy} maxLength={100} autoComplete="off" />
      </div>
      <div className="group__pair">
        <TextInput {...entry.field("covers_from")} type="date" label={w.from} />
        <TextInput {...entry.field("covers_to")} type="date" label={w.to} />
      </div>
      <NumberInput {...entry.field("value_cents")} className="loan-day" label={w.amount} min={0} decimalScale={2} decimalSeparator="," thousandSeparator=" " hideControls />
      <div className="loan-upload">
        <FileButton accept={PAPER_TYPES} onChange={choose}>{(props) => <Button {...props} data-field="file" aria-describedby={entry.errors.file ? "certificate-file-error" : undefined}>{w.chooseFile}</Button>}</FileButton>
        <p className="soft">{file ? file.name : w.uploadHint}</p>
        {entry.errors.file && <p id="certificate-file-error" className="loan-short">{entry.errors.file}</p>}
        {sent !== null && file && <p role="status">{w.sending(file.name, Math.round(sent * 100))} <progress max={1} value={sent} aria-label={file.name} /></p>}
      </div>
    </EntryForm>
  );
}
