/** The main figures, in the order of the yearly report. Plain data: the page draws it. */
import type { LoanFigures } from "./calls";

/** A figure of the table: its value, and which rows it opens. A share opens none, or those that are missing to it. */
export interface Line {
  key: "items" | "new_items" | "new_formats" | "items_lent" | "use_rate_percent" | "loans" | "days_out" | "top_items_days" | "cancelled" | "cancelled_days" | "fees_eur"
    | "evaluations" | "evaluation_rate_percent" | "audience" | "school_borrowers" | "school_borrowers_pass_culture";
  unit?: "percent" | "euros";
  opens: string | null;
}

export type Group = "stock" | "lent" | "told";

export const GROUPS: readonly { group: Group; lines: readonly Line[] }[] = [
  { group: "stock", lines: [
    { key: "items", opens: "items" }, { key: "new_items", opens: "new_items" }, { key: "new_formats", opens: "new_formats" },
    { key: "items_lent", opens: "items_lent" }, { key: "use_rate_percent", unit: "percent", opens: null },
  ] },
  { group: "lent", lines: [
    { key: "loans", opens: "loans" }, { key: "days_out", opens: "days_out" }, { key: "top_items_days", opens: "top_items_days" },
    { key: "cancelled", opens: "cancelled" }, { key: "cancelled_days", opens: "cancelled" }, { key: "fees_eur", unit: "euros", opens: "fees" },
    { key: "school_borrowers", opens: "school_borrowers" }, { key: "school_borrowers_pass_culture", opens: "school_borrowers_pass_culture" },
  ] },
  { group: "told", lines: [
    { key: "evaluations", opens: "evaluations" }, { key: "evaluation_rate_percent", unit: "percent", opens: "evaluations_missing" }, { key: "audience", opens: "audience" },
  ] },
];

export const valueOf = (figures: LoanFigures | null, { key }: Line): number | null => figures?.[key] ?? null;

/** Figures of several parts whose rows may be opened part by part. */
export const SPLIT = ["items_by_category", "satisfaction", "audience_method", "by_kind", "by_department", "by_channel", "by_month", "by_theme", "top_items"] as const;
export type Split = (typeof SPLIT)[number];
export const isSplit = (figure: string): figure is Split => SPLIT.some((each) => each === figure);
/** Every figure that opens rows. */
export const OPENED: readonly string[] = [...new Set([...GROUPS.flatMap(({ lines }) => lines.flatMap(({ opens }) => opens ?? [])), ...SPLIT])];
