import { describe, expect, it } from "vitest";
import { budgetOf, totalOf } from "./budget";
import { momentOf, partsOf } from "./instants";
import { field } from "./parts.testing";
import { inputId, isAnswered, nameOf, progressOf } from "./progress";
import { centsOf, faultsOf, isSame, numberOf, textOfCents, textOfNumber } from "./values";

const NBSP = "\u00a0";

describe("numbers and amounts", () => {
  it.each([["", null], ["12", 12], ["1 234,5", 1234.5], [`1${NBSP}234`, 1234], ["-3", -3], ["douze", "douze"], ["1,2,3", "1,2,3"]])("%s is %s", (text, value) => expect(numberOf(text)).toBe(value));
  it.each([["", null], ["12", 1200], ["1 234,56 €", 123_456], ["0,1", 10], ["19.99", 1999], ["1,234", "1,234"], ["beaucoup", "beaucoup"]])("%s is %s cents", (text, value) => expect(centsOf(text)).toBe(value));
  it("stand in their field as they are read, and what is no number as it was typed", () => {
    expect(textOfCents(123_456)).toBe(`1${NBSP}234,56`);
    expect(textOfCents(120_000)).toBe(`1${NBSP}200`);
    expect(textOfCents("beaucoup")).toBe("beaucoup");
    expect(textOfNumber(0.1)).toBe("0,1");
    expect(textOfNumber(null)).toBe("");
  });
  it("come back the same from their field", () => {
    for (const cents of [0, 1, 10, 99, 100, 1999, 123_456, 999_999_999]) expect(centsOf(textOfCents(cents))).toBe(cents);
  });
});

describe("moments of sessions", () => {
  it("are read in Paris, in winter, in summer, and written by a program elsewhere", () => {
    expect(momentOf({ day: "2027-10-02", clock: "14:30" })).toBe("2027-10-02T14:30:00+02:00");
    expect(momentOf({ day: "2027-12-02", clock: "14:30" })).toBe("2027-12-02T14:30:00+01:00");
    expect(partsOf("2027-10-02T12:30:00Z")).toEqual({ day: "2027-10-02", clock: "14:30" });
  });
  it("hold on both sides of a change of hour", () => {
    expect(momentOf({ day: "2027-10-31", clock: "01:30" })).toBe("2027-10-31T01:30:00+02:00");
    expect(momentOf({ day: "2027-10-31", clock: "03:30" })).toBe("2027-10-31T03:30:00+01:00");
    expect(momentOf({ day: "2027-03-28", clock: "01:30" })).toBe("2027-03-28T01:30:00+01:00");
    expect(momentOf({ day: "2027-03-28", clock: "03:30" })).toBe("2027-03-28T03:30:00+02:00");
  });
  it("keep the half that was typed", () => {
    expect(partsOf(momentOf({ day: "2027-10-02", clock: "" }))).toEqual({ day: "2027-10-02", clock: "" });
    expect(partsOf(momentOf({ day: "", clock: "14:30" }))).toEqual({ day: "", clock: "14:30" });
    expect(momentOf({ day: "", clock: "" })).toBeNull();
  });
});

const fault = (one: ReturnType<typeof field>, value: unknown) => faultsOf(one, value).map(({ fault: each }) => each);

describe("what is not sent yet", () => {
  it.each([
    ["email", "ada@", ["email"]], ["email", "ada@x.fr", []], ["phone", "zéro", ["phone"]], ["phone", "03 22 00 00 00", []], ["url", "exemple.fr", ["url"]],
    ["url", "https://exemple.fr/a", []], ["url", "javascript:alert(1)", ["url"]], ["integer", 1.5, ["whole_number"]], ["integer", "douze", ["number"]], ["decimal", 1.5, []],
    ["amount", -1, ["negative"]], ["date", "2027-02", ["date"]], ["date", "2027-02-01", []], ["address", { postal_code: "800" }, ["postal_code"]], ["address", { street: "x" }, []],
    ["text", "x".repeat(301), ["too_long"]], ["text", null, []],
  ] as const)("%s %s", (type, value, expected) => expect(fault(field("one", { type }), value)).toEqual(expected));
  it("is named in its row", () => {
    const rows = field("rows", { type: "repetition", fields: [field("cost", { type: "amount" })] });
    expect(faultsOf(rows, [{ cost: 1 }, { cost: "cher" }])).toEqual([{ pointer: "/answers/rows/1/cost", fault: "number" }]);
    const sessions = field("sessions", { type: "sessions" });
    expect(faultsOf(sessions, [{ starts_at: "2027-10-02T", ends_at: null }, { starts_at: "2027-10-02T14:00:00+02:00", ends_at: "2027-10-02T13:00:00+02:00" }])).toEqual([
      { pointer: "/answers/sessions/0/starts_at", fault: "moment" }, { pointer: "/answers/sessions/1/ends_at", fault: "end" },
    ]);
  });
});

describe("the same answer", () => {
  it("whatever the order of names, and nothing is null", () => {
    expect(isSame({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(isSame([{ a: [1] }], [{ a: [1] }])).toBe(true);
    expect(isSame(true, 1)).toBe(false);
    expect(isSame([1], [1, 2])).toBe(false);
    expect(isSame(undefined, null)).toBe(true);
    expect(isSame("", null)).toBe(false);
  });
});

const money = (id: string, purpose: "budget_expenses" | "budget_income") => field(id, { type: "repetition", purpose, condition: { field: "asks", operator: "is", value: true }, fields: [field("what"), field("cost", { type: "amount" })] });
const definition = { sections: [{ id: "budget", title: "Budget", help: "", fields: [field("asks", { type: "boolean", required: "at_submission" }), money("out", "budget_expenses"), money("in", "budget_income"), field("wanted", { type: "amount", purpose: "requested_amount" })] }] };

describe("a budget", () => {
  it("adds up as it is typed; what is no amount yet counts for nothing", () => {
    expect(budgetOf(definition, { asks: true, out: [{ cost: 100 }, { cost: "12,", what: "x" }, { cost: 250 }], in: [{ cost: 50 }], wanted: 200 })).toEqual({ expenses: 350, income: 50, requested: 200, balance: -100 });
  });
  it("is none when it is not asked for", () => {
    expect(budgetOf(definition, { asks: false, out: [{ cost: 100 }] })).toBeNull();
    expect(totalOf(field("rows", { type: "repetition", fields: [field("what")] }), [{ what: "x" }], {})).toBeNull();
  });
});

describe("progress and places", () => {
  it("counts what is asked for before sending", () => {
    const fields = [field("a", { required: "at_submission" }), field("b", { required: "at_label" }), field("c", { required: "at_submission", type: "file" }), field("d", { required: "at_submission", type: "explanation" })];
    expect(progressOf(fields, { a: " ", b: "x" }, new Set(["c"]))).toEqual({ asked: 2, done: 1 });
  });
  it("wants rows enough", () => {
    const rows = field("rows", { type: "repetition", min_rows: 2 });
    expect(isAnswered(rows, [{ a: "x" }, { a: " " }], new Set())).toBe(false);
    expect(isAnswered(rows, [{ a: "x" }, { a: "y" }], new Set())).toBe(true);
  });
  it("names and finds the field of a pointer", () => {
    expect(nameOf(definition, "/answers/out/1/cost", (n) => `ligne ${n}`)).toBe("out, ligne 2, cost");
    expect(nameOf(definition, "/answers/asks", String)).toBe("asks");
    expect(inputId("/answers/out/1/cost")).toBe("champ-out-1-cost");
  });
});
