import { describe, expect, it } from "vitest";
import { amountsOf, periodsOf, type Tariff } from "./fee";

const tariff = (more: Partial<Tariff> = {}): Tariff => ({ basis: "per_period", period_days: 7, member_cents: 4000, other_cents: 8000, since: "2026-01-01", ...more });

describe("periods that a loan begins", () => {
  it.each([[1, 1], [7, 1], [8, 2], [14, 2], [15, 3]])("%i days are %i weeks", (days, periods) => expect(periodsOf(tariff(), days)).toBe(periods));
  it("are one where the amount is flat", () => expect(periodsOf(tariff({ basis: "flat", period_days: null }), 90)).toBe(1));
});

it("a tariff makes two amounts, of which one is asked", () => {
  expect(amountsOf(tariff(), 8)).toEqual({ member: 8000, other: 16_000 });
  expect(amountsOf(tariff({ basis: "flat", period_days: null }), 8)).toEqual({ member: 4000, other: 8000 });
});
