import { describe, expect, it } from "vitest";
import type { Loan } from "./calls";
import { nextBooking, stepsOf } from "./steps";

const loan = (status: string, allowed_actions: string[], more: object = {}) => ({
  status, allowed_actions, fee: { state: "settled" },
  papers: { agreement_id: null, signed_agreement_id: null, insurance_asked: "none", insurance_certificate_id: null, insurance_waiver: null, condition_report_in_id: null, ...more },
}) as unknown as Loan;

describe("what a lender does next", () => {
  it("is to look at a request, then to send what is to be signed", () => {
    expect(stepsOf(loan("requested", ["hold", "approve", "decline", "cancel", "waitlist"]))).toEqual({ first: "study", others: ["hold", "waitlist", "decline", "cancel"] });
    expect(stepsOf(loan("approved", ["make_agreement", "cancel"])).first).toBe("agree");
    expect(stepsOf(loan("approved", ["make_agreement", "send_agreement"], { agreement_id: "a" }))).toEqual({ first: "send_agreement", others: ["make_agreement"] });
  });
  it("is nothing while the agreement is with whoever signs it", () => {
    expect(stepsOf(loan("agreement_sent", ["make_agreement", "send_agreement", "insure"], { agreement_id: "a", insurance_asked: "certificate" }))).toEqual({ first: null, others: ["make_agreement", "send_agreement", "waive_insurance"] });
    expect(stepsOf(loan("agreement_sent", ["make_agreement", "send_agreement"], { agreement_id: "a", signed_agreement_id: "a" }))).toEqual({ first: null, others: [] });
  });
  it("is nothing while who waits has not answered an offer, though no fee is settled", () => {
    for (const status of ["held", "waitlisted"]) {
      const offered = { ...loan(status, ["settle_fee", "decline"]), fee: { state: "to_be_settled" } } as unknown as Loan;
      expect(stepsOf(offered)).toEqual({ first: null, others: ["settle_fee", "decline"] });
    }
  });
  it("is what the API allows and nothing else", () => {
    expect(stepsOf(loan("requested", []))).toEqual({ first: null, others: [] });
    expect(stepsOf(loan("closed", []))).toEqual({ first: null, others: [] });
  });
  it("is the report of what came back, then to close once the fee is settled", () => {
    expect(stepsOf(loan("returned", []))).toEqual({ first: "report_in", others: [] });
    expect(stepsOf(loan("returned", ["inspect"], { condition_report_in_id: "r" })).first).toBe("inspect");
    expect(stepsOf({ ...loan("inspected", ["settle_fee"]), fee: { state: "to_be_settled" } } as unknown as Loan).first).toBe("settle_fee");
  });
});

describe("a booking at pass Culture", () => {
  it.each([
    ["pre_booked", "held", "confirmed"], ["confirmed", "confirmed", null], ["confirmed", "out", "done"], ["done", "closed", "reimbursed"], ["reimbursed", "closed", null],
  ] as const)("%s, of a loan that is %s: %s", (state, status, next) => expect(nextBooking(state, status)).toBe(next));
});
