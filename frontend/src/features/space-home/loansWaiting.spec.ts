import { describe, expect, it } from "vitest";
import type { Me } from "@/space/kit/me";
import { loansWaiting } from "./loansWaiting";

const NOW = new Date("2027-03-15T12:00:00Z");
const person = (more: Partial<Me>): Me => ({ account: null, roles: [], organisations: [], is_demo: false, passkeys: 0, allowed_actions: [], ...more });
const borrower = person({ organisations: [{ id: "college", name: "Collège", role: "editor" }] });
type Loans = Parameters<typeof loansWaiting>[1];
const papers = (more: object = {}) => ({ agreement_id: null, signed_agreement_id: null, insurance_asked: "none", insurance_certificate_id: null, insurance_waiver: null, certificates_waiting: 0, ...more });
const loan = (id: string, status: string, more: object = {}) => ({
  id, status, starts_on: "2027-03-20", ends_on: "2027-03-25", is_late: false, is_at_risk: false, hold: null, waiting: null, extension: null, organisation: { id: "college" }, item: { title: "Abeilles", owner: null }, fee: { state: "settled" }, papers: papers(), allowed_actions: [], ...more,
});
const ids = (found: { id: string }[]) => found.map(({ id }) => id);
const loans = [
  loan("offered", "held", { allowed_actions: ["accept"] }), loan("sent", "agreement_sent", { papers: papers({ insurance_asked: "certificate" }) }), loan("given", "agreement_sent", { papers: papers({ signed_agreement_id: "a", insurance_asked: "yearly", certificates_waiting: 1 }) }),
  loan("late", "out", { is_late: true }), loan("theirs", "agreement_sent", { organisation: { id: "town" } }), loan("asked", "requested"),
] as unknown as Loans;

describe("what of the loans waits", () => {
  it("for who borrows is to answer, sign, insure, bring back and tell how it went: their own alone", () => {
    const found = loansWaiting(borrower, loans, [{ loan_id: "e1", organisation_id: "college" }, { loan_id: "e2", organisation_id: "town" }] as never, NOW);
    expect([ids(found.offered), ids(found.toSign), ids(found.toInsure), ids(found.toBringBack), found.toEvaluate.map(({ loan_id: id }) => id)]).toEqual([["offered"], ["sent"], ["sent"], ["late"], ["e1"]]);
    expect(Object.values(found.lender).every((count) => count === 0)).toBe(true);
  });
  it("for the lender is counted, all borrowers together", () => {
    expect(loansWaiting(person({ roles: ["lender"] }), loans, [], NOW).lender).toEqual({ requests: 1, extensions: 0, late: 1, certificates: 1, agreements: 0, inspections: 0 });
  });
  it("for who lends items of their own is theirs", () => {
    const owner = person({ organisations: [{ id: "museum", name: "Musée", role: "editor" }] });
    const found = loansWaiting(owner, [loan("own", "requested", { item: { title: "Os", owner: { id: "museum" } } }), loan("not", "requested")] as unknown as Loans, [], NOW);
    expect(found.lender.requests).toBe(1);
  });
});
