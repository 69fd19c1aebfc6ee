import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { todayInParis } from "@/lib/dates";
import { useMemberWords } from "@/programme/memberWords";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { formatDate } from "@/space/kit/moments";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { useUnsaved } from "@/space/kit/Unsaved";
import { cents, refresh, tag, type Fee } from "./calls";
import { useFeeWords } from "./words";

export interface FeeFormProps {
  fee: Fee;
  onClose: () => void;
}

const nameOf = (fee: Fee) => fee.member.name ?? `n° ${fee.member.number}`;

/** What was received: the whole that remains, unless one says less. */
export function PayForm({ fee, onClose }: FeeFormProps) {
  const { w, lang } = useFeeWords();
  const words = useMemberWords();
  const client = useQueryClient();
  const request = useRequestName();
  const entry = useEntry({
    initial: { amount_cents: (fee.remaining_cents / 100) as number | string, method: "transfer", received_on: todayInParis(), reference: "" },
    labels: { amount_cents: w.amount, method: w.method, received_on: w.receivedOn, reference: w.reference },
    check: (values) => ({ ...(!(Number(values.amount_cents) > 0) && { amount_cents: w.amountNeeded }), ...(!values.received_on && { received_on: w.dayNeeded }) }),
    send: async ({ amount_cents: euros, method, received_on, reference }) => {
      const body = { amount_cents: cents(euros), method, received_on, reference: reference.trim() || null };
      await post<Fee>(`/fees/${fee.id}/payments`, body, request.nameOf(body));
      request.forget();
      await refresh(client);
      tell(w.paid(formatAmount(body.amount_cents, lang)));
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.payGo} label={w.payOf(nameOf(fee), fee.year)} focusFirst onCancel={onClose} onDone={onClose}>
      <div className="group__pair">
        <NumberInput {...entry.field("amount_cents")} label={w.amount} min={0} decimalScale={2} decimalSeparator="," hideControls />
        <TextInput {...entry.field("received_on")} type="date" label={w.receivedOn} max={todayInParis()} />
      </div>
      <div className="group__pair">
        <Select {...entry.field("method")} label={w.method} allowDeselect={false} data={Object.entries(words.payment_method).map(([value, label]) => ({ value, label }))} />
        <TextInput {...entry.field("reference")} label={w.reference} description={w.referenceHint} maxLength={100} autoComplete="off" />
      </div>
    </EntryForm>
  );
}

/** Why: for what is waived, voided, or was no payment after all. */
function ReasonForm({ path, label, go, done, etag, onClose }: { path: string; label: string; go: string; done: string; etag?: string; onClose: () => void }) {
  const { w } = useFeeWords();
  const client = useQueryClient();
  const request = useRequestName();
  const entry = useEntry({
    initial: { reason: "" }, labels: { reason: w.why }, check: ({ reason }) => (reason.trim() ? {} : { reason: w.whyNeeded }),
    send: async ({ reason }) => {
      const body = { reason: reason.trim() };
      await post(path, body, request.nameOf(body), etag);
      request.forget();
      await refresh(client);
      tell(done);
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={go} label={label} focusFirst onCancel={onClose} onDone={onClose}>
      <Textarea {...entry.field("reason")} label={w.why} maxLength={500} minRows={2} autosize />
    </EntryForm>
  );
}

export function WaiveForm({ fee, onClose }: FeeFormProps) {
  const { w } = useFeeWords();
  return <ReasonForm path={`/fees/${fee.id}/waive`} label={w.waiveOf(nameOf(fee), fee.year)} go={w.waiveGo} done={w.waived} etag={tag(fee.version)} onClose={onClose} />;
}

export function VoidForm({ fee, onClose }: FeeFormProps) {
  const { w } = useFeeWords();
  return <ReasonForm path={`/fees/${fee.id}/void`} label={w.voidOf(nameOf(fee), fee.year)} go={w.voidGo} done={w.voided} etag={tag(fee.version)} onClose={onClose} />;
}

export function VoidPaymentForm({ id, amount, onClose }: { id: string; amount: string; onClose: () => void }) {
  const { w } = useFeeWords();
  return <ReasonForm path={`/payments/${id}/void`} label={w.voidPaymentOf(amount)} go={w.voidPaymentGo} done={w.paymentVoided} onClose={onClose} />;
}

export function PostponeForm({ fee, onClose }: FeeFormProps) {
  const { w, lang } = useFeeWords();
  const client = useQueryClient();
  const request = useRequestName();
  const entry = useEntry({
    initial: { due_on: fee.due_on }, labels: { due_on: w.dueOn }, check: ({ due_on }) => (due_on ? {} : { due_on: w.dayNeeded }),
    send: async (body) => {
      await post(`/fees/${fee.id}/postpone`, body, request.nameOf(body), tag(fee.version));
      request.forget();
      await refresh(client);
      tell(w.postponed(formatDate(body.due_on, lang)));
    },
  });
  useUnsaved(entry.changed && !entry.busy);
  return (
    <EntryForm entry={entry} submitLabel={w.postponeGo} label={w.postponeOf(nameOf(fee), fee.year)} focusFirst onCancel={onClose} onDone={onClose}>
      <TextInput {...entry.field("due_on")} type="date" label={w.dueOn} min={fee.called_on} />
    </EntryForm>
  );
}
