import { BallotPanel, ElectionResults } from "@/features/elections/BallotPanel";
import { LinkedSeatPage, OwnSeatPage, type SeatPanels } from "@/features/seat/SeatPage";

// Features do not know one another: the ballots and results of elections are put into somebody's place here.
const PANELS: SeatPanels = { election: BallotPanel, results: ElectionResults };

export const SeatPage = () => <LinkedSeatPage panels={PANELS} />;
export const MySeatPage = () => <OwnSeatPage panels={PANELS} />;
