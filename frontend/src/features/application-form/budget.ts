/** What a budget adds up to as it is typed, as `forms/purposes.py` does; cents. */
import { isFilled, shownAnswers, shownRowFields } from "./conditions";
import { ofPurpose, rowsOf, type Answers, type Definition, type Field } from "./definition";

export interface Budget {
  expenses: number;
  income: number;
  requested: number;
  /** What is left when the income and what is asked for have paid the expenses. */
  balance: number;
}

const cents = (value: unknown) => (typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : 0);

/** The sum of the amounts of a repetition's rows that are shown; null when no field of a row is an amount. */
export function totalOf(field: Field, value: unknown, above: Answers): number | null {
  if (!field.fields?.some(({ type }) => type === "amount")) return null;
  return rowsOf(value).filter(isFilled).reduce((sum, row) => {
    const amounts = shownRowFields(field.fields ?? [], row, above).filter(({ type }) => type === "amount");
    return sum + amounts.reduce((rowSum, { id }) => rowSum + cents(row[id]), 0);
  }, 0);
}

/** Null when the form has no budget, or does not show it. */
export function budgetOf(definition: Definition, answers: Answers): Budget | null {
  const above = shownAnswers(definition, answers);
  const field = (purpose: "budget_expenses" | "budget_income" | "requested_amount") => {
    const found = ofPurpose(definition, purpose);
    return found && found.id in above ? found : null;
  };
  const spent = field("budget_expenses");
  const earned = field("budget_income");
  const asked = field("requested_amount");
  if (!spent && !earned) return null;
  const expenses = spent ? totalOf(spent, above[spent.id], above) ?? 0 : 0;
  const income = earned ? totalOf(earned, above[earned.id], above) ?? 0 : 0;
  const requested = asked ? cents(above[asked.id]) : 0;
  return { expenses, income, requested, balance: income + requested - expenses };
}
