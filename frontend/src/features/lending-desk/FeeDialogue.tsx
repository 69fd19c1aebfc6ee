import { Radio, Stack, TextInput } from "@mantine/core";
import { formatAmount } from "@/lib/amounts";
import { Dialogue } from "@/space/kit/Dialogue";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { loanPath } from "./calls";
import { centsOf } from "./euros";
import type { StepDialogueProps } from "./StepDialogue";
import { useStep } from "./useStep";
import { useLenderWords } from "./words";

type How = "member" | "other" | "cents";

/** Settles what a loan costs: by the tariff, once one knows whether the borrower is a member; or otherwise, with why. */
export function FeeDialogue({ loan, onChanged, onClose, onDone }: StepDialogueProps) {
  const { w, lang } = useLenderWords();
  const go = useStep(onChanged);
  const isSettled = loan.fee.state === "settled";
  const mayUseTariff = !isSettled && loan.fee.tariff !== null;
  const title = isSettled ? w.feeChangeTitle : w.feeTitle;
  const entry = useEntry({
    initial: { how: (mayUseTariff ? "member" : "cents") as How, cents: "", reason: "" }, labels: { how: w.feeHow, cents: w.feeAmount, reason: w.feeWhy },
    check: ({ how, cents, reason }) => (how !== "cents" ? {} : { ...(centsOf(cents) === null && { cents: w.feeAmountNeeded }), ...(!reason.trim() && { reason: w.whyNeeded }) }),
    send: ({ how, cents, reason }) => go(`${loanPath(loan.id)}/settle-fee`, how === "cents" ? { cents: centsOf(cents), reason: reason.trim() } : { is_member: how === "member" }),
  });
  return (
    <Dialogue opened onClose={onClose} title={title}>
      <EntryForm entry={entry} submitLabel={w.feeGo} label={title} onDone={() => { tell(w.feeSettled); onDone(); }} onCancel={onClose} cancelLabel={w.back}>
        {isSettled && loan.fee.cents !== null && <p>{w.feeNow(formatAmount(loan.fee.cents, lang))}</p>}
        {mayUseTariff && (
          <Radio.Group {...entry.field("how")} label={w.feeHow}>
            <Stack gap={0}><Radio value="member" label={w.feeMember} /><Radio value="other" label={w.feeOther} /><Radio value="cents" label={w.feeCents} /></Stack>
          </Radio.Group>
        )}
        {entry.values.how === "cents" && (
          <>
            <TextInput {...entry.field("cents")} label={w.feeAmount} inputMode="decimal" autoComplete="off" />
            <TextInput {...entry.field("reason")} label={w.feeWhy} description={w.whyKept} maxLength={500} />
          </>
        )}
      </EntryForm>
    </Dialogue>
  );
}
