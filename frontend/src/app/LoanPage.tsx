import { LenderActions } from "@/features/lending-desk/LenderActions";
import { LoanPage as Loan, type LoanPanels } from "@/features/loan/LoanPage";
import { ReportsPart } from "@/features/store-room/ReportsPart";
import { SlotsPart } from "@/features/store-room/SlotsPart";

// Features do not know one another: what each shows on a loan's page is put together here.
const PANELS: LoanPanels = { lender: LenderActions, below: [SlotsPart, ReportsPart] };

export function LoanPage() {
  return <Loan panels={PANELS} />;
}
