import { Button } from "@mantine/core";
import { useEffect, useRef, useState, type ComponentType, type ReactNode } from "react";
import { formatAmount } from "@/lib/amounts";
import { memberWord, useMemberWords } from "@/programme/memberWords";
import { formatDate } from "@/space/kit/moments";
import { useUnfolded } from "@/space/kit/useUnfolded";
import type { Fee } from "./calls";
import { PayForm, PostponeForm, VoidForm, VoidPaymentForm, WaiveForm, type FeeFormProps } from "./FeeForms";
import { useFeeWords } from "./words";

type Action = "pay" | "postpone" | "waive" | "void";
const FORMS: Record<Action, ComponentType<FeeFormProps>> = { pay: PayForm, postpone: PostponeForm, waive: WaiveForm, void: VoidForm };

/** A fee: whose or of which year, where it stands, what was received, what may be done. */
export function FeeLine({ fee, named }: { fee: Fee; named: ReactNode }) {
  const { w, lang } = useFeeWords();
  const words = useMemberWords();
  const [action, setAction] = useState<Action | null>(null);
  const actions = useRef<HTMLDivElement>(null);
  const last = useRef<Action | null>(null);
  useEffect(() => {
    // Focus comes back to what opened the form, or to what is left beside it.
    if (action === null && last.current) (actions.current?.querySelector<HTMLElement>(`[data-action=${last.current}]`) ?? actions.current?.querySelector<HTMLElement>("a, button"))?.focus();
    last.current = action;
  }, [action]);
  const day = (date: string) => formatDate(date, lang);
  const name = fee.member.name ?? w.number(fee.member.number);
  const Form = action && FORMS[action];
  const may = (each: Action) => allows(fee, each);
  const labels: Record<Action, [string, string]> = {
    pay: [w.pay, w.payOf(name, fee.year)], postpone: [w.postpone, w.postponeOf(name, fee.year)], waive: [w.waive, w.waiveOf(name, fee.year)], void: [w.voidIt, w.voidOf(name, fee.year)],
  };
  const isOpen = fee.state === "called" || fee.state === "partially_paid";
  const said = [
    `${words.fee_category[fee.category]}${fee.college ? `, ${fee.college}` : ""}`,
    isOpen && (fee.is_late ? w.dueLate(day(fee.due_on)) : w.due(day(fee.due_on))),
    fee.state === "partially_paid" && w.remaining(formatAmount(fee.remaining_cents, lang)),
    fee.last_reminded_on && w.reminded(fee.reminders, day(fee.last_reminded_on)),
    isOpen && fee.amount_reason && w.own(fee.amount_reason),
    fee.waived_on && w.waivedSince(day(fee.waived_on), fee.waive_reason ?? ""),
    fee.void_on && w.voidSince(day(fee.void_on), fee.void_reason ?? ""),
  ].filter(Boolean);
  return (
    <li className="line">
      <div className="line__main">{named}<span className="soft">{said.join(" · ")}</span></div>
      <span className={fee.is_late ? "flag" : "word"}>{fee.is_late ? w.lateFlag : memberWord(words, "fee_state", fee.state)}</span>
      <span className="fee__amount">{formatAmount(fee.amount_cents, lang)}</span>
      <div className="line__actions" ref={actions}>
        {fee.receipt
          ? <a className="button" download href={`/api/v1/fees/${fee.id}/receipt.pdf`} aria-label={w.receiptOf(fee.receipt, name)}>{w.receipt}</a>
          : allows(fee, "read_call") && <a className="button" download href={`/api/v1/fees/${fee.id}/call.pdf`} aria-label={w.callOf(name)}>{w.call}</a>}
        {!action && (["pay", "postpone", "waive", "void"] as const).filter(may).map((each) => (
          <Button key={each} data-action={each} size="xs" variant={each === "pay" ? "default" : "subtle"} aria-label={labels[each][1]} onClick={() => setAction(each)}>{labels[each][0]}</Button>
        ))}
      </div>
      {Form && <div className="line__below"><Form fee={fee} onClose={() => setAction(null)} /></div>}
      {fee.payments.length > 0 && <Payments fee={fee} name={name} />}
    </li>
  );
}

const allows = (fee: Fee, action: string) => fee.allowed_actions.includes(action);

function Payments({ fee, name }: { fee: Fee; name: string }) {
  const { w } = useFeeWords();
  return (
    <details className="fee__payments">
      <summary>{w.payments}<span className="unseen"> {name} {fee.year}</span></summary>
      {fee.amount_reason && <p className="soft">{w.own(fee.amount_reason)}</p>}
      <ul role="list" className="lines">{fee.payments.map((payment) => <PaymentLine key={payment.id} payment={payment} mayVoid={allows(fee, "void_payment")} />)}</ul>
    </details>
  );
}

function PaymentLine({ payment, mayVoid }: { payment: Fee["payments"][number]; mayVoid: boolean }) {
  const { w, lang } = useFeeWords();
  const words = useMemberWords();
  const { open, show, close, button } = useUnfolded();
  const amount = formatAmount(payment.amount_cents, lang);
  const said = [words.payment_method[payment.method], payment.reference, w.received(formatDate(payment.received_on, lang)), payment.void_reason && w.paymentVoid(payment.void_reason)];
  return (
    <li className="line">
      <div className="line__main"><span>{payment.voided_on ? <s>{amount}</s> : amount}</span><span className="soft">{said.filter(Boolean).join(" · ")}</span></div>
      {mayVoid && !payment.voided_on && !open && <div className="line__actions"><Button size="xs" variant="subtle" ref={button} aria-label={w.voidPaymentOf(amount)} onClick={show}>{w.voidPayment}</Button></div>}
      {open && <div className="line__below"><VoidPaymentForm id={payment.id} amount={amount} onClose={close} /></div>}
    </li>
  );
}
