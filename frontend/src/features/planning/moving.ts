/** Which step of a loan gives it other days: what its state allows, told by the API. */
import type { Days, Loan } from "./calls";

export type Step = "edit" | "extend" | "shorten";

export function howToMove(loan: Pick<Loan, "allowed_actions" | "starts_on" | "ends_on">, days: Days): Step | null {
  const may = (step: Step) => loan.allowed_actions.includes(step);
  if (days.starts_on === loan.starts_on && days.ends_on === loan.ends_on) return null;
  if (may("edit")) return "edit";
  if (days.starts_on !== loan.starts_on) return null;
  const step = days.ends_on > loan.ends_on ? "extend" : "shorten";
  return may(step) ? step : null;
}
