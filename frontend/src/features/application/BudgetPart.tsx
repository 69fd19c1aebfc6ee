import { useQuery } from "@tanstack/react-query";
import { formatAmount } from "@/lib/amounts";
import { DataTable } from "@/space/kit/DataTable";
import { Part } from "@/space/kit/Page";
import { Loaded, NothingYet } from "@/space/kit/States";
import { budget, type Application, type Budget } from "./calls";
import { useBudgetWords } from "./budgetWords";

/** Expenses and income with what they add up to, and whether the two meet. */
export function BudgetPart({ application: { id } }: { application: Application }) {
  const { w } = useBudgetWords();
  const query = useQuery(budget(id));
  return (
    <Part title={w.title}>
      <Loaded query={query}>
        {(loaded) => (loaded.expenses.length + loaded.income.length === 0 && !loaded.requested_cents ? <NothingYet><p>{w.none}</p></NothingYet> : <Sums budget={loaded} />)}
      </Loaded>
    </Part>
  );
}

function Sums({ budget: { expenses, income, expenses_cents: spent, income_cents: earned, requested_cents: requested, balance_cents: balance, is_balanced: isBalanced, amount_granted_cents: granted } }: { budget: Budget }) {
  const { w, lang } = useBudgetWords();
  return (
    <div className="budget">
      <Lines title={w.expenses} lines={expenses} total={spent} />
      <Lines title={w.income} lines={income} total={earned} />
      <dl className="budget__sums">
        <dt>{w.requested}</dt><dd>{requested === null ? w.notSaid : formatAmount(requested, lang)}</dd>
        <dt>{w.balance}</dt><dd>{isBalanced ? w.balanced : balance < 0 ? w.missing(formatAmount(-balance, lang)) : w.tooMuch(formatAmount(balance, lang))}</dd>
        {granted !== null && <><dt>{w.granted}</dt><dd><strong>{formatAmount(granted, lang)}</strong></dd></>}
      </dl>
    </div>
  );
}

function Lines({ title, lines, total }: { title: string; lines: Budget["expenses"]; total: number }) {
  const { w, lang } = useBudgetWords();
  return (
    <section aria-label={title} className="budget__lines">
      <h3>{title}</h3>
      {lines.length === 0 ? <p className="soft">{w.noLine}</p> : (
        <DataTable
          caption={title} rows={lines.map((line, index) => ({ ...line, index }))} rowKey={({ index }) => String(index)}
          columns={[
            { key: "label", label: w.what, cell: ({ label }) => label || w.unnamed },
            { key: "amount", label: w.amount, cell: ({ amount_cents: cents }) => (cents === null ? w.notSaid : formatAmount(cents, lang)) },
          ]}
        />
      )}
      <p className="answer__total">{w.total} <strong>{formatAmount(total, lang)}</strong></p>
    </section>
  );
}
