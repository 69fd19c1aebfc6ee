import { describe, expect, it } from "vitest";
import { insuranceNext, nextOf, signingNext, stepsOf } from "./steps";

type Loan = Parameters<typeof nextOf>[0];
const NO_PAPERS: Loan["papers"] = {
  agreement_id: null, signed_agreement_id: null, insurance_asked: null, insurance_certificate_id: null, insurance_waiver: null, condition_report_out_id: null, condition_report_in_id: null, certificates_waiting: 0,
};
const made = (more: Partial<Loan> = {}, papers: Partial<Loan["papers"]> = {}): Loan => ({ status: "held", hold: null, is_late: false, ...more, papers: { ...NO_PAPERS, ...papers } });
const done = (loan: Loan) => stepsOf(loan).filter(({ isDone }) => isDone).map(({ step }) => step);

describe("the steps of a loan", () => {
  it("are none once it ended before its time", () => expect(["declined", "cancelled", "expired"].map((status) => stepsOf(made({ status: status as Loan["status"] })))).toEqual([[], [], []]));
  it("leave insurance out where no paper is asked", () => {
    expect(stepsOf(made({ status: "approved" }, { insurance_asked: "clause" })).map(({ step }) => step)).not.toContain("insure");
    expect(stepsOf(made({ status: "approved" }, { insurance_asked: "yearly" })).map(({ step }) => step)).toContain("insure");
  });
  it("are done by papers first, then by where it is", () => {
    expect(done(made({ status: "agreement_sent" }, { insurance_asked: "certificate", insurance_waiver: "Commune" }))).toEqual(["ask", "answer", "insure"]);
    expect(done(made({ status: "out" }))).toEqual(["ask", "answer", "sign", "pick_up"]);
    expect(done(made({ status: "closed" }))).toHaveLength(6);
  });
});

describe("what comes next", () => {
  const offered = { until: "2027-01-01T10:00:00Z", offered_at: "2026-12-29T10:00:00Z", offer_accepted_at: null };
  it.each([
    [made({ hold: offered }), "offer"], [made({ hold: { ...offered, offer_accepted_at: "2026-12-29T11:00:00Z" } }), "answer"], [made({ status: "waitlisted" }), "waitlisted"],
    [made({ status: "approved" }), "sign"], [made({ status: "agreement_sent" }), "sent"], [made({ status: "agreement_sent" }, { insurance_asked: "certificate", signed_agreement_id: "a" }), "insure"],
    [made({ status: "confirmed" }, { signed_agreement_id: "a" }), "pick_up"], [made({ status: "out" }), "bring_back"], [made({ status: "out", is_late: true }), "late"], [made({ status: "closed" }), "done"], [made({ status: "declined" }), null],
  ])("%#", (loan, next) => expect(nextOf(loan)).toBe(next));
  it("is a paper where no link could leave", () => expect([{ email: "a@b.example" }, { email: null }, null].map(signingNext)).toEqual(["sent", "sent_on_paper", "sent_on_paper"]));
  it.each([
    [[], "insure"], [[{ state: "refused", shortfalls: [] }], "insure_again"], [[{ state: "waiting", shortfalls: [] }, { state: "refused", shortfalls: [] }], "insure_checked"],
    [[{ state: "refused", shortfalls: [] }, { state: "accepted", shortfalls: [] }], "insure_ready"], [[{ state: "accepted", shortfalls: ["period"] }], "insure"],
  ] as const)("of insurance, %#", (given, next) => expect(insuranceNext(given.map(({ state, shortfalls }) => ({ state, shortfalls: [...shortfalls] })))).toBe(next));
});
