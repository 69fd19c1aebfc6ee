import { useQuery } from "@tanstack/react-query";
import { territory } from "@/api/queries";
import { memberWord, useMemberWords } from "@/programme/memberWords";
import { kinds, type Breakdown } from "./calls";
import { useFigureWords } from "./words";

/** What the parts of breakdowns are called. */
export function useLabels(): (figure: Breakdown, value: string) => string {
  const { w, lang } = useFigureWords();
  const words = useMemberWords();
  const region = useQuery(territory()).data;
  const known = useQuery(kinds()).data;
  return (figure, value) => {
    if (figure === "by_college") return memberWord(words, "college", value);
    if (figure === "by_fee_category") return memberWord(words, "fee_category", value);
    if (figure === "by_department") return value === "none" ? w.noDepartment : region?.departments.find(({ code }) => code === value)?.name ?? value;
    if (value === "natural") return w.naturalKind;
    const kind = known?.items.find(({ code }) => code === value);
    return (lang === "fr" ? kind?.label_fr : kind?.label_en) ?? value;
  };
}
