import { MemberFeesPart } from "@/features/fees/MemberFeesPart";
import { MemberPage as Member, type MemberPanels } from "@/features/members/MemberPage";

// Features do not know one another: what each shows on a member's page is put together here.
const PANELS: MemberPanels = { below: [MemberFeesPart] };

export function MemberPage() {
  return <Member panels={PANELS} />;
}
