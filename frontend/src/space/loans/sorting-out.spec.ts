import { describe, expect, it } from "vitest";
import { KINDS, movementsOf, sortOut, waitingList } from "./sorting-out";

type Loan = Parameters<typeof sortOut>[0][number];

const TODAY = "2027-03-10";
const loan = (id: string, status: string, more: object = {}) => ({
  id, status, starts_on: "2027-03-15", ends_on: "2027-03-20", is_late: false, is_at_risk: false, hold: null, waiting: null, extension: null,
  item: { title: "Abeilles" }, fee: { state: "settled" }, papers: { certificates_waiting: 0 }, ...more,
}) as unknown as Loan;
const hold = (until: string, offered: string | null = null, accepted: string | null = null) => ({ hold: { until, offered_at: offered, offer_accepted_at: accepted } });
const ids = (loans: Loan[]) => loans.map(({ id }) => id);

describe("what waits for the lender", () => {
  it("is each loan under all that it waits for", () => {
    const found = sortOut([
      loan("asked", "requested"), loan("late", "out", { is_late: true, ends_on: "2027-03-01", extension: { ends_on: "2027-03-30" } }), loan("made", "approved", { is_at_risk: true, papers: { certificates_waiting: 1 } }),
      loan("sent", "agreement_sent"), loan("missed", "confirmed", { starts_on: "2027-03-09" }), loan("ready", "confirmed"), loan("back", "returned"), loan("seen", "inspected"), loan("unpaid", "inspected", { fee: { state: "to_be_settled" } }),
    ], TODAY);
    expect(Object.fromEntries(KINDS.map((kind) => [kind, ids(found[kind])]))).toEqual({
      late: ["late"], at_risk: ["made"], requests: ["asked"], extensions: ["late"], holds: [], certificates: ["made"], agreements: ["made"], not_gone: ["missed"],
      inspections: ["back"], unsigned: ["sent"], fees: ["unpaid"], to_close: ["seen"],
    });
  });
  it("is the holds that lapse first, without what the borrower has to answer", () => {
    const loans = [loan("later", "held", hold("2027-03-14T10:00:00Z")), loan("soon", "held", hold("2027-03-11T10:00:00Z", "2027-03-08T00:00:00Z", "2027-03-09T00:00:00Z")), loan("offered", "held", hold("2027-03-10T10:00:00Z", "2027-03-08T00:00:00Z"))];
    expect(ids(sortOut(loans, TODAY).holds)).toEqual(["soon", "later"]);
    expect(ids(waitingList(loans))).toEqual(["offered"]);
  });
});

describe("the waiting list", () => {
  it("has the oldest of each item first", () => {
    const waits = (id: string, title: string, since: string) => loan(id, "waitlisted", { item: { title }, waiting: { since, place: 1 } });
    expect(ids(waitingList([waits("b2", "Bulles", "2027-02-02"), waits("a", "Abeilles", "2027-03-01"), waits("b1", "Bulles", "2027-02-01"), loan("x", "requested")]))).toEqual(["a", "b1", "b2"]);
  });
});

describe("comings and goings", () => {
  it("are those of the days to come, by day", () => {
    const loans = [loan("goes", "confirmed"), loan("today", "approved", { starts_on: TODAY }), loan("back", "out", { ends_on: "2027-03-15" }), loan("far", "confirmed", { starts_on: "2027-03-17" }), loan("late", "out", { ends_on: "2027-03-09" }), loan("asked", "requested")];
    expect(movementsOf(loans, TODAY, 7).map(({ day, movements }) => [day, movements.map(({ way, loan: { id } }) => `${way} ${id}`)])).toEqual([
      [TODAY, ["out today"]], ["2027-03-15", ["out goes", "in back"]],
    ]);
  });
});
