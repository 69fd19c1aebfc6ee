import { Button } from "@mantine/core";
import { useState } from "react";
import { formatAmount } from "@/lib/amounts";
import { Part } from "@/space/kit/Page";
import { may, type Approval, type Loan } from "./calls";
import { FeeDialogue } from "./FeeDialogue";
import { useApprovalWords } from "./approvalWords";

/** What the loan costs, and by which tariff. */
export function CostPart({ loan, approval, onChanged }: { loan: Loan; approval: Approval; onChanged: () => Promise<void> }) {
  const { w, lang } = useApprovalWords();
  const [isSettling, setSettling] = useState(false);
  const { cents, reason, member_status: member, tariff } = approval.fee;
  const isBooked = loan.request.channel === "pass_culture";
  return (
    <Part title={w.cost}>
      <p className="approval__cost">{cents === null ? w.costUnknown : cents === 0 ? w.costFree : formatAmount(cents, lang)}</p>
      <ul role="list" className="approval__why">
        {isBooked && <li>{w.costPassCulture}</li>}
        {cents === null && <li>{tariff ? w.costUnknownText : w.costNoTariff}</li>}
        {member && <li>{member.is_member ? w.member : w.notMember}</li>}
        {reason && <li>{w.feeWhy(reason)}</li>}
        {tariff && <li>{tariff.basis === "flat" ? w.tariffFlat(formatAmount(tariff.member_cents, lang), formatAmount(tariff.other_cents, lang)) : w.tariffPeriod(tariff.period_days ?? 0, formatAmount(tariff.member_cents, lang), formatAmount(tariff.other_cents, lang))}</li>}
      </ul>
      {may(loan, "settle_fee") && <p><Button onClick={() => setSettling(true)}>{cents === null ? w.settle : w.changeFee}</Button></p>}
      {isSettling && <FeeDialogue loan={loan} onChanged={onChanged} onClose={() => setSettling(false)} onDone={() => setSettling(false)} />}
    </Part>
  );
}
