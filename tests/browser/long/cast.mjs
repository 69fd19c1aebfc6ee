// Who does what on the day that is replayed.
import { rowsOf } from "./reference.mjs";

export const ELECTED = rowsOf("board_terms").filter(({ renewal_group: group }) => group === "1").map(({ member_id: id }) => id);
/** Who votes on a phone of their own; persons have no address, and are handed a link. */
export const ON_PHONES = ["mem-001", "mem-017", "mem-003", "mem-023", "mem-054", "mem-056"];
export const PAPER = ["mem-025", "mem-029"];
export const [GIVER, HOLDER, GIVER_WHO_COMES, LATE] = ["mem-015", "mem-003", "mem-058", "mem-022"];
/** How many voices make the quorum. */
export const NEEDED = 30;
export const OFFICES = { president: "Présidence", vice_president: "Vice-présidence", treasurer: "Trésorerie", bureau_member: "Membre du bureau" };
