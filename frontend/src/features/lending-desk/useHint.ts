import { useQuery } from "@tanstack/react-query";
import { loanRequest, type Loan } from "./calls";
import type { StepName } from "./steps";
import { useLenderWords } from "./words";

const TO_BE_SIGNED: readonly Loan["status"][] = ["approved", "agreement_sent"];

/** Whether nobody can be given a link to sign: the agreement goes to the borrower, to be signed on paper. */
export function useIsOnPaper(loan: Loan): boolean {
  const request = useRequest(loan);
  return request !== undefined && !request.signatory?.email;
}

/** What is said of a loan's next step, and how its request can still be given the signatory's address: here, or by the borrower. */
export function useHint(loan: Loan, first: StepName | null): { hint: string | undefined; address?: "add" | "ask" } {
  const { w } = useLenderWords();
  const request = useRequest(loan);
  const onPaper = useIsOnPaper(loan);
  const isSigned = loan.papers.signed_agreement_id !== null;
  if (onPaper && first === "agree") return { hint: w.onPaper.agree, address: request?.allowed_actions.includes("edit") ? "add" : "ask" };
  if (onPaper && first === null && loan.status === "agreement_sent" && !isSigned) return { hint: w.onPaper.agreement_sent };
  return { hint: first ? w.hint[first] : w.waits[loan.status === "agreement_sent" && isSigned ? "insurance" : loan.status] };
}

function useRequest(loan: Loan) {
  return useQuery({ ...loanRequest(loan.request.id), enabled: TO_BE_SIGNED.includes(loan.status) }).data?.data;
}
