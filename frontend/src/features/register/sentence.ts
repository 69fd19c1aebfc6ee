/** What an entry of the register says in English, by the rules by which the service says it in French. */
import { formatAmount } from "@/lib/amounts";
import { formatDate } from "@/space/kit/moments";
import type { Entry } from "./calls";

const VALUES: Record<string, string> = {
  resignation: "resignation", strike_off: "strike-off", exclusion: "exclusion", death: "death", dissolution: "dissolution", term: "end of term", revocation: "revocation", lost_quality: "no longer a member",
  not_ratified: "co-option not ratified", post_abolished: "post abolished", board_term_ended: "end of the board term", election: "election", co_option: "co-option", president: "president", vice_president: "vice-president",
  treasurer: "treasurer", secretary: "secretary", bureau_member: "member of the bureau", general_assembly: "general assembly", board: "board", bureau: "bureau", natural: "natural person", legal: "legal person",
  small: "small organisation", medium: "medium organisation", large: "large organisation",
};
/** Facts that are told, in this order; the others are ids. */
const FACTS: Record<string, string> = {
  college: "college", from_college: "from college", ended_as: "reason:", began_as: "by", role: "office:", number: "no.", post_number: "seat no.", renewal_group: "group", expected_end_on: "expected end", cause: "cause:",
  due_on: "by", body: "body:", year: "year", category: "category:", amount_cents: "amount", elected: "elected:", seats: "seats:",
};

export function englishSentence({ words, has_words: hadWords, facts }: Pick<Entry, "words" | "has_words" | "facts">): string {
  const { reason, ...names } = words ?? {};
  const named = words ? Object.values(names).filter((each) => typeof each === "string") : hadWords ? ["(names erased)"] : [];
  const told = Object.entries(FACTS).flatMap(([name, label]) => {
    const value: unknown = facts[name];
    return typeof value === "string" || typeof value === "number" ? [`${label} ${shown(name, value)}`] : [];
  });
  return [...named, ...told, ...(typeof reason === "string" ? [reason] : [])].join(", ");
}

function shown(name: string, value: string | number): string {
  if (name === "amount_cents") return formatAmount(Number(value), "en");
  if (typeof value === "string" && name.endsWith("_on")) return formatDate(value, "en");
  return VALUES[value] ?? String(value);
}
