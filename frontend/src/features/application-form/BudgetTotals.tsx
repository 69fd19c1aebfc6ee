import { formatAmount } from "@/lib/amounts";
import { budgetOf } from "./budget";
import type { Answers, Definition } from "./definition";
import { useFormWords } from "./words";

/** What the budget comes to, as it is typed. */
export function BudgetTotals({ definition, answers }: { definition: Definition; answers: Answers }) {
  const { w, lang } = useFormWords();
  const budget = budgetOf(definition, answers);
  if (!budget) return null;
  const { expenses, income, requested, balance } = budget;
  const amount = (cents: number) => formatAmount(cents, lang);
  return (
    <section className="totals" aria-label={w.budget}>
      <dl>
        <div><dt>{w.expenses}</dt><dd>{amount(expenses)}</dd></div>
        <div><dt>{w.income}</dt><dd>{amount(income)}</dd></div>
        <div><dt>{w.requested}</dt><dd>{amount(requested)}</dd></div>
        <div className="totals__balance" data-off={balance !== 0 || undefined}><dt>{w.balance}</dt><dd>{balance === 0 ? w.balanced : balance < 0 ? w.missing(amount(-balance)) : w.excess(amount(balance))}</dd></div>
      </dl>
    </section>
  );
}
