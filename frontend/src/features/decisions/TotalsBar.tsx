import type { ReactNode } from "react";
import { formatAmount } from "@/lib/amounts";
import type { Batch } from "./calls";
import { totalsOf, type Line } from "./lines";
import { useDecisionWords } from "./words";

interface TotalsBarProps {
  batch: Batch;
  lines: readonly Line[];
  state: ReactNode;
  children: ReactNode;
}

/** What the batch adds up to, always in sight while one works: decisions, money against the call's budget, and whether it is saved. */
export function TotalsBar({ batch, lines, state, children }: TotalsBarProps) {
  const { w, lang } = useDecisionWords();
  const totals = totalsOf(lines);
  const { budget } = batch;
  const left = budget && budget.budget_cents - budget.granted_cents - totals.amount_cents;
  const euros = (cents: number) => formatAmount(cents, lang);
  return (
    <div className="totals">
      <div>
        <div className="totals__sums">
          <p>
            <strong>{w.labels(totals.labelled)}</strong>{" · "}{w.waits(totals.waitlisted)}{" · "}{w.refusals(totals.not_labelled)}
            {totals.undecided > 0 && <>{" · "}<span className="soft">{w.undecidedN(totals.undecided)}</span></>}
          </p>
          {(budget || totals.amount_cents > 0 || totals.requested_cents > 0) && (
            <p>
              <strong>{w.granted(euros(totals.amount_cents))}</strong>
              {budget && left !== null && <>{" · "}<span className={left < 0 ? "totals__trouble" : undefined}>{left < 0 ? w.over(euros(-left)) : w.left(euros(left))}</span>{" "}<span className="soft">{w.budget(euros(budget.budget_cents))}</span></>}
              {!budget && totals.requested_cents > 0 && <>{" · "}<span className="soft">{w.requested(euros(totals.requested_cents))}</span></>}
            </p>
          )}
        </div>
        {state && <p className="totals__state soft">{state}</p>}
      </div>
      {children}
    </div>
  );
}
