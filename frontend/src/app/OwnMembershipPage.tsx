import { OwnMembershipPage as Own, type OwnMembershipPanels } from "@/features/fees/OwnMembershipPage";
import { MyMeetingsPart } from "@/features/meetings/MyMeetingsPart";

// Features do not know one another: what each shows of one's own membership is put together here.
const PANELS: OwnMembershipPanels = { below: [MyMeetingsPart] };

export function OwnMembershipPage() {
  return <Own panels={PANELS} />;
}
