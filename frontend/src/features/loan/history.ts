/** What happened to a loan, in the reader's words. */
import { formatAmount } from "@/lib/amounts";
import { isDay } from "@/lib/dates";
import type { Lang } from "@/lib/i18n";
import { formatDate, formatMoment } from "@/space/kit/moments";
import type { Entry } from "./calls";

/** The API tells each step in French; one that is newer than this page is told so in English too. */
const ENGLISH: Record<string, string> = {
  ask: "Loan asked for", edit: "Days changed", hold: "Put on hold", offer: "Offered from the waiting list", accept: "Offer accepted", expire: "Hold expired", waitlist: "Put on the waiting list", approve: "Approved", decline: "Declined",
  settle_fee: "Fee settled", make_agreement: "Agreement made", send_agreement: "Agreement sent", sign: "Signed agreement received", insure: "Certificate of insurance received", insurance_accepted: "Certificate of insurance accepted", insurance_refused: "Certificate of insurance refused", insurance_waived: "Certificate of insurance waived",
  confirm: "Confirmed", ask_extension: "Extension asked for", decline_extension: "Extension declined", extend: "Extended", shorten: "Shortened", hand_over: "Handed over", late: "Late", return: "Back", inspect: "Checked", close: "Closed", cancel: "Cancelled", merge: "Organisations merged", import: "Taken from a file",
  report_out: "Departure report made", report_out_changed: "Departure report changed", report_in: "Return report made", report_in_changed: "Return report changed", report_photo_added: "Photograph added to the report", report_photo_removed: "Photograph removed from the report",
  slot_out: "Departure arranged", slot_out_removed: "Departure no longer arranged", slot_in: "Return arranged", slot_in_removed: "Return no longer arranged", incident: "Incident reported", incident_changed: "Incident completed", incident_closed: "Incident settled",
};

export const labelOf = ({ action, label }: Pick<Entry, "action" | "label">, lang: Lang): string => (lang === "en" ? (ENGLISH[action] ?? label) : label);

/** A value as people read it: days, moments, amounts, words. */
export function spoken(name: string, value: Entry["changes"][number]["after"], lang: Lang): string | null {
  if (value === null) return null;
  if (name.endsWith("_cents") && typeof value === "number") return formatAmount(value, lang);
  if (typeof value !== "string") return String(value);
  if (isDay(value)) return formatDate(value, lang);
  return /^\d{4}-\d\d-\d\d \d\d:/u.test(value) ? formatMoment(value.replace(" ", "T"), lang) : value;
}

/** Changes that are not told: what the step says by itself, and what only stops being asked. */
const isPlain = ({ name, after }: Entry["changes"][number]) => name === "cancelled_by" || (name === "extension_asked_until" && after === null);

export const toldChanges = ({ changes }: Pick<Entry, "changes">, names: Record<string, string>) => changes.filter((change) => change.name in names && !isPlain(change));
