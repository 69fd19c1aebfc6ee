import { useLendingWords } from "@/programme/lendingWords";
import { spaceWords } from "@/space/kit/words";
import type { components } from "@/api/__generated__/schema";

type Loan = components["schemas"]["LoanOut"];
const STOPPED: readonly string[] = ["declined", "cancelled", "expired"];
const useFlagWords = spaceWords({ late: "En retard" }, { late: "Late" });

/** Where a loan stands, in a word; a late one says so instead. */
export function LoanFlag({ loan: { status, is_late: isLate } }: { loan: Pick<Loan, "status" | "is_late"> }) {
  const words = useLendingWords();
  const { w } = useFlagWords();
  return <span className={isLate || STOPPED.includes(status) ? "flag flag--stop" : "flag"}>{isLate ? w.late : words.status[status]}</span>;
}
