import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { post } from "@/api/write";
import { formatAmount } from "@/lib/amounts";
import { Failure } from "@/ui/Failure";
import { Part } from "@/space/kit/Page";
import { tell } from "@/space/kit/toasts";
import { useRequestName } from "@/space/kit/useRequestName";
import { refresh, type RemindReport } from "./calls";
import { Look } from "./Look";
import { useFeeWords } from "./words";

/** Reminders: seen first, then sent. */
export function RemindPart() {
  const { w, lang } = useFeeWords();
  const client = useQueryClient();
  const request = useRequestName();
  const [seen, setSeen] = useState<RemindReport | null>(null);
  const look = useMutation({ mutationFn: () => post<RemindReport>("/fees/remind", { dry_run: true }), onSuccess: setSeen });
  const go = async () => {
    const body = { dry_run: false, fees: seen?.reminded.map(({ fee_id: id }) => id) };
    const report = await post<RemindReport>("/fees/remind", body, request.nameOf(body));
    request.forget();
    await refresh(client);
    setSeen(null);
    tell(w.remindDone(report.reminded.length));
  };
  return (
    <Part title={w.remindPart} actions={<Button aria-disabled={look.isPending} onClick={() => look.mutate()}>{look.isPending ? w.working : w.remindLook}</Button>}>
      <p className="soft">{w.remindLead}</p>
      {look.isError && <Failure error={look.error} onRetry={() => look.mutate()} />}
      {seen && (
        <Look title={w.remindWould(seen.reminded.length)} go={seen.reminded.length > 0 ? w.remindGo(seen.reminded.length) : null} onGo={go}>
          {seen.reminded.length > 0 && (
            <ul role="list" className="lines" aria-label={w.remindPart}>
              {seen.reminded.map((one) => <li key={one.fee_id} className="line"><div className="line__main"><span>{`${one.member.name ?? w.number(one.member.number)} · ${one.year}`}</span><span className="soft">{w.daysLate(one.days_late)}</span></div><span className="fee__amount">{formatAmount(one.remaining_cents, lang)}</span></li>)}
            </ul>
          )}
          {seen.left_out.length > 0 && (
            <details className="fee__payments">
              <summary>{w.leftOut(seen.left_out.length)}</summary>
              <ul role="list" className="lines">{seen.left_out.map((one) => <li key={one.fee_id} className="line"><div className="line__main"><span>{`${one.member?.name ?? ""} · ${one.year ?? ""}`}</span><span className="soft">{w.whyNotReminded[one.why]}</span></div></li>)}</ul>
            </details>
          )}
        </Look>
      )}
    </Part>
  );
}
