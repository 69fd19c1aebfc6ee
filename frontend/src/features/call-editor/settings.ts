/** A call's settings as they are typed, and as the API takes them. */
import { atParis, inParis } from "@/space/kit/moments";
import type { Call } from "./queries";
import type { SettingsWords } from "./settingsWords";
import { switchesOf, wayOf, type Way } from "./state";

export interface SettingsValues {
  title: string;
  introduction: string;
  contact_email: string;
  /** "YYYY-MM-DDTHH:MM", on the clock in France. */
  opens_at: string;
  closes_at: string;
  closing_policy: Call["closing_policy"];
  grace_minutes: number | string;
  closed_message: string;
  charter_rules: string[];
  way: Way;
  quorum: number | string;
  reviews_per_application: number | string;
  is_anonymous: boolean;
  /** Euros. */
  budget_cents: number | string;
}

export type SettingsBody = Pick<
  Call, "title" | "introduction" | "contact_email" | "opens_at" | "closes_at" | "closing_policy" | "grace_minutes" | "closed_message" | "charter_rules"
  | "has_scoring" | "has_committee" | "quorum" | "reviews_per_application" | "is_anonymous" | "budget_cents"
>;

export const toLocal = (instant: string) => {
  const { day, clock } = inParis(instant);
  return `${day}T${clock}`;
};

/** The instant of "YYYY-MM-DDTHH:MM" in France; empty when it is none. */
export function fromLocal(text: string): string {
  const [day = "", clock = ""] = text.split("T");
  return atParis(day, clock.slice(0, 5)) ?? "";
}

export function toValues(call: Call): SettingsValues {
  return {
    title: call.title, introduction: call.introduction, contact_email: call.contact_email ?? "", opens_at: toLocal(call.opens_at), closes_at: toLocal(call.closes_at),
    closing_policy: call.closing_policy, grace_minutes: call.grace_minutes, closed_message: call.closed_message, charter_rules: call.charter_rules, way: wayOf(call),
    quorum: call.quorum ?? "", reviews_per_application: call.reviews_per_application, is_anonymous: call.is_anonymous, budget_cents: call.budget_cents === null ? "" : call.budget_cents / 100,
  };
}

const whole = (value: number | string) => (value === "" ? null : Number(value));

export function toBody(values: SettingsValues): SettingsBody {
  const { way, ...rest } = values;
  const switches = switchesOf(way);
  const budget = whole(values.budget_cents);
  return {
    ...rest, ...switches, title: values.title.trim(), contact_email: values.contact_email.trim() || null, closed_message: values.closed_message.trim(),
    opens_at: fromLocal(values.opens_at), closes_at: fromLocal(values.closes_at), grace_minutes: whole(values.grace_minutes) ?? 0,
    charter_rules: values.charter_rules as Call["charter_rules"], quorum: switches.has_committee ? whole(values.quorum) : null,
    reviews_per_application: whole(values.reviews_per_application) ?? 1, budget_cents: budget === null ? null : Math.round(budget * 100),
  };
}

export function checkSettings(values: SettingsValues, w: SettingsWords): Partial<Record<keyof SettingsValues, string>> {
  const [opens, closes] = [fromLocal(values.opens_at), fromLocal(values.closes_at)];
  return {
    ...(!values.title.trim() && { title: w.titleNeeded }), ...(!opens && { opens_at: w.momentNeeded }), ...(!closes && { closes_at: w.momentNeeded }),
    ...(opens && closes && Date.parse(closes) <= Date.parse(opens) && { closes_at: w.closesBefore }),
    ...(values.closing_policy === "grace" && !(Number(values.grace_minutes) >= 1) && { grace_minutes: w.graceNeeded }),
    ...(!(Number(values.reviews_per_application) >= 1) && { reviews_per_application: w.reviewsNeeded }),
  };
}
