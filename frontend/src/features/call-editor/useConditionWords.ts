import { formatAmount } from "@/lib/amounts";
import { formatDate } from "@/space/kit/moments";
import { conditionWords } from "./conditions";
import type { Condition, RowField } from "./definition";
import { useFormWords } from "./formWords";

/** A condition as one reads it. */
export function useConditionWords(): (condition: Condition, fields: readonly RowField[]) => string {
  const { w, lang } = useFormWords();
  return (condition, fields) => conditionWords(condition, fields, w, (cents) => formatAmount(cents, lang), (day) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? formatDate(day, lang) : day));
}
