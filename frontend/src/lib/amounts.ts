import type { Lang } from "./i18n";

const locale = (lang: Lang) => (lang === "fr" ? "fr-FR" : "en-GB");

/** « 1 250 € », « 1 250,50 € », of an amount in cents. */
export function formatAmount(cents: number, lang: Lang): string {
  const whole = cents % 100 === 0;
  const digits = whole ? 0 : 2;
  return new Intl.NumberFormat(locale(lang), { style: "currency", currency: "EUR", minimumFractionDigits: digits, maximumFractionDigits: digits }).format(cents / 100);
}

/** « 12 500 », « 0,5 ». */
export function formatNumber(value: number, lang: Lang): string {
  return new Intl.NumberFormat(locale(lang), { maximumFractionDigits: 6 }).format(value);
}

/** « 840 ko », « 1,2 Mo », of a number of bytes. */
export function formatSize(bytes: number, lang: Lang): string {
  const [unit, size] = bytes < 1_000_000 ? ["kilobyte", 1000] as const : ["megabyte", 1_000_000] as const;
  const value = Math.max(bytes / size, 0.1);
  return new Intl.NumberFormat(locale(lang), { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}
