/** How a fee is worked out from its tariff, as the service does it. */
import type { components } from "@/api/__generated__/schema";

type Schemas = components["schemas"];
export type Tariff = Schemas["TariffOfFee"];

/** What a quote and a loan both tell of their price. */
export interface Fee {
  state: Schemas["FeeOut"]["state"];
  cents: number | null;
  tariff: Tariff | null;
  member_status: Schemas["MemberStatus"] | null;
  reason?: string | null;
}

/** How many periods a loan of so many days begins; a flat amount is asked once. */
export function periodsOf({ basis, period_days: length }: Tariff, days: number): number {
  return basis === "flat" || !length ? 1 : Math.ceil(days / length);
}

/** Both amounts that a tariff makes of so many days, in cents. */
export function amountsOf(tariff: Tariff, days: number): { member: number; other: number } {
  const periods = periodsOf(tariff, days);
  return { member: tariff.member_cents * periods, other: tariff.other_cents * periods };
}
