import { useQuery } from "@tanstack/react-query";
import { territory } from "@/api/queries";
import { capital } from "@/lib/text";
import { lendingWord, useLendingWords } from "@/programme/lendingWords";
import { kinds } from "./calls";
import type { Split } from "./lines";
import { useFigureWords } from "./words";

/** « janvier », « janv. » of a month's number. */
export function monthName(month: number, lang: "fr" | "en", style: "long" | "short" | "narrow" = "long"): string {
  return new Intl.DateTimeFormat(lang, { month: style, timeZone: "UTC" }).format(new Date(Date.UTC(2026, month - 1, 1)));
}

/** « 13 avr. – 11 mai 2025 », of two days. */
export function formatSpanShort(from: string, to: string, lang: "fr" | "en"): string {
  const format = new Intl.DateTimeFormat(lang === "fr" ? "fr-FR" : "en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** What the parts of figures are called: months, departments, kinds, themes… */
export function useLabels(): (figure: Split, value: string) => string {
  const { w, lang } = useFigureWords();
  const words = useLendingWords();
  const region = useQuery(territory()).data;
  const known = useQuery(kinds()).data;
  return (figure, value) => {
    switch (figure) {
      case "by_month": return capital(monthName(Number(value), lang));
      case "by_department": return region?.departments.find(({ code }) => code === value)?.name ?? value;
      case "by_kind": { const kind = known?.items.find(({ code }) => code === value); return (lang === "fr" ? kind?.label_fr : kind?.label_en) ?? value; }
      case "by_channel": return lendingWord(words, "channel", value);
      case "by_theme": return value === "none" ? w.noTheme : lendingWord(words, "theme", value);
      case "items_by_category": return lendingWord(words, "category", value);
      case "satisfaction": return lendingWord(words, "satisfaction", value);
      case "audience_method": return lendingWord(words, "audience_method", value);
      default: return value;
    }
  };
}
