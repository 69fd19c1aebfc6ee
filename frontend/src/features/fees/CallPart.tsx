import { Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { todayInParis } from "@/lib/dates";
import { Part } from "@/space/kit/Page";
import { useEntry } from "@/space/kit/entry";
import { EntryForm } from "@/space/kit/EntryForm";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { refresh, type CallReport } from "./calls";
import { Look } from "./Look";
import { useFeeWords } from "./words";

/** The yearly call: seen first, then done. */
export function CallPart() {
  const { w, lang } = useFeeWords();
  const client = useQueryClient();
  const request = useRequestName();
  const [seen, setSeen] = useState<{ report: CallReport; body: object } | null>(null);
  const entry = useEntry({
    initial: { year: Number(todayInParis().slice(0, 4)) as number | string, due_on: "", tells: true },
    labels: { year: w.callYear, due_on: w.callDue }, check: ({ year }) => (Number(year) > 1900 ? {} : { year: w.yearNeeded }),
    send: async ({ year, due_on, tells }) => {
      const body = { year: Number(year), due_on: due_on || null, tells };
      setSeen({ report: await post<CallReport>("/fees/call", { ...body, dry_run: true }), body });
    },
  });
  const go = async () => {
    if (!seen) return;
    const body = { ...seen.body, dry_run: false };
    const report = await post<CallReport>("/fees/call", body, request.nameOf(body));
    request.forget();
    await refresh(client);
    setSeen(null);
    tell(w.callDone(report.called.length, formatAmount(report.amount_cents, lang)));
  };
  const forgetSeen = () => setSeen(null);
  return (
    <Part title={w.callPart}>
      <p className="soft">{w.callLead}</p>
      <div onChange={forgetSeen}>
        <EntryForm entry={entry} submitLabel={w.callLook} label={w.callPart}>
          <div className="group__pair">
            <NumberInput {...entry.field("year")} label={w.callYear} min={1901} max={2200} allowDecimal={false} />
            <TextInput {...entry.field("due_on")} type="date" label={w.callDue} description={w.callDueHint} min={todayInParis()} />
          </div>
          <Checkbox {...entry.check("tells")} label={w.callTells} />
        </EntryForm>
      </div>
      {seen && <CallSeen report={seen.report} onGo={go} />}
    </Part>
  );
}

function CallSeen({ report: { called, left_out: leftOut, amount_cents: cents }, onGo }: { report: CallReport; onGo: () => Promise<void> }) {
  const { w, lang } = useFeeWords();
  const name = ({ member }: { member: CallReport["called"][number]["member"] }) => member.name ?? w.number(member.number);
  return (
    <Look title={w.callWould(called.length, formatAmount(cents, lang))} go={called.length > 0 ? w.callGo(called.length) : null} onGo={onGo}>
      {called.length > 0 && (
        <ul role="list" className="lines" aria-label={w.callPart}>
          {called.map((one) => <li key={one.member.id} className="line"><div className="line__main"><span>{name(one)}</span>{!one.is_told && <span className="soft">{w.untold}</span>}</div><span className="fee__amount">{formatAmount(one.amount_cents, lang)}</span></li>)}
        </ul>
      )}
      {leftOut.length > 0 && (
        <details className="fee__payments">
          <summary>{w.leftOut(leftOut.length)}</summary>
          <ul role="list" className="lines">{leftOut.map((one) => <li key={one.member.id} className="line"><div className="line__main"><span>{name(one)}</span><span className="soft">{w.whyNot[one.why]}</span></div></li>)}</ul>
        </details>
      )}
    </Look>
  );
}

