/** How lines and blocks are told in words, on screen and to a screen reader. */
import { formatDay, formatSpan } from "@/lib/dates";
import { useWords } from "@/lib/i18n";
import { formatMoment } from "@/space/kit/moments";
import { useLendingWords } from "@/programme/lendingWords";
import type { LoanBrief, PlannedBlock } from "./calls";
import type { Row, Segment } from "./timeline";
import { usePlanningWords } from "./words";

/** The words of one reader, made once a page: thousands of blocks are named by them. */
export function useNames(briefs: Record<string, LoanBrief>) {
  const { w } = usePlanningWords();
  const { lang } = useWords();
  const lending = useLendingWords();
  const brief = ({ loan_id: id }: PlannedBlock) => (id ? briefs[id] : undefined);

  /** « Panneaux, exemplaire 2, module 1 »; nothing for the only unit of an item. */
  const unitName = ({ unit, format, item, among }: Row) => [
    item.formats.length > 1 && (format.label ?? lending.format[format.format as keyof typeof lending.format]),
    among > 1 && (unit.name || [`${w.copy(unit.copy_number)}`, unit.module_number !== null && w.module(unit.module_number)].filter(Boolean).join(", ")),
  ].filter(Boolean).join(", ");
  const rowName = (row: Row) => [row.item.title, unitName(row), row.unit.state !== "usable" && lending.unit_state[row.unit.state]].filter(Boolean).join(", ");
  /** What stands on the bar. */
  const blockName = (block: PlannedBlock) => {
    const loan = brief(block);
    if (loan) return loan.organisation_name ?? loan.place_name ?? w.aBorrower;
    return block.reason || lending.block[block.kind];
  };
  /** Why a loan should worry: not back in time, or back and not looked at yet; or what stands in its way. */
  const worries = (block: PlannedBlock) => [
    block.is_late && (brief(block)?.status === "returned" ? w.unseen : `${w.late}, ${w.dueOn(formatDay(block.ends_on, lang, { weekday: false }))}`),
    ...block.risks.map((risk) => lending.risk[risk]),
  ].filter(Boolean).join(", ");
  /** All of it in one line. */
  const blockWords = (block: PlannedBlock) => {
    const loan = brief(block);
    return [
      lending.block[block.kind], loan && w.number(loan.number), (loan || block.reason) && blockName(block), formatSpan(block.starts_on, block.ends_on, lang),
      loan && lending.status[loan.status as keyof typeof lending.status], block.is_released && w.released,
      block.expires_at && w.expires(formatMoment(block.expires_at, lang)), worries(block),
    ].filter(Boolean).join(", ");
  };
  const segmentWords = ({ from, to, block }: Segment) => (block ? blockWords(block) : w.free(from, to));
  return { w, lang, lending, briefs, brief, unitName, rowName, blockName, worries, blockWords, segmentWords };
}

export type Names = ReturnType<typeof useNames>;
