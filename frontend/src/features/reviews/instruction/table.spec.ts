import { describe, expect, it } from "vitest";
import { withMember, type DossierProgress, type MemberProgress, type MemberWrite, type Plan } from "./calls";
import { arranged, byApplication, isSplit, leftOut, owing } from "./table";

const row = (number: number, part: Partial<DossierProgress> = {}, score: Partial<NonNullable<DossierProgress["score"]>> = {}): DossierProgress => ({
  application: { id: `${number}`, number, title: `Projet ${number}`, theme: null, department: null, status: "under_review", organisation: null },
  assigned: 2, submitted: 2, conflicts: 0, has_conflict: false,
  score: { reviews: 2, mean: 3, spread: 0, out_of: 5, recommendations: { label: 2, waitlist: 0, not_label: 0 }, ...score }, ...part,
});
const numbers = (rows: readonly DossierProgress[]) => rows.map(({ application }) => application.number);

const application = (number: number) => row(number).application;
const person = (name: string) => ({ id: name, name });
const member = (name: string, assigned: number, submitted: number) => ({ account: { id: name, name }, assigned, submitted }) as MemberProgress;

describe("a committee of two minds", () => {
  it("is one whose means are far apart, or that recommends both", () => {
    expect(isSplit(row(1))).toBe(false);
    expect(isSplit(row(1, {}, { spread: 1 }))).toBe(true);
    expect(isSplit(row(1, {}, { recommendations: { label: 1, waitlist: 0, not_label: 1 } }))).toBe(true);
    expect(isSplit(row(1, {}, { reviews: 1, spread: 0 }))).toBe(false);
    expect(isSplit(row(1, { score: null, has_conflict: true }))).toBe(false);
  });
});

describe("the table", () => {
  const rows = [row(1, { assigned: 1, submitted: 0 }, { reviews: 0, mean: null, spread: null }), row(2, {}, { mean: 2 }), row(3, {}, { mean: 4.5, spread: 1.5 }), row(4, { score: null, has_conflict: true })];

  it("sorts by what is known; what is hidden comes last either way", () => {
    expect(numbers(arranged(rows, "all", 2, { key: "mean", descending: true }))).toEqual([3, 2, 1, 4]);
    expect(numbers(arranged(rows, "all", 2, { key: "mean", descending: false }))).toEqual([2, 3, 1, 4]);
  });

  it("keeps what is asked for", () => {
    const kept = (["unassigned", "waiting", "complete", "split"] as const).map((what) => numbers(arranged(rows, what, 2, { key: "number", descending: false })));
    expect(kept).toEqual([[1], [1], [2, 3, 4], [3]]);
  });
});

describe("people", () => {
  it("who owe a review are those with something left", () => {
    expect(owing([member("Anne", 2, 2), member("Bruno", 2, 1), member("Chloé", 0, 0)]).map(({ account }) => account.name)).toEqual(["Bruno"]);
  });

  it("are seated once", () => {
    const one: MemberWrite = { account_id: "1", themes: [], departments: [], organisation_ids: [], is_chair: false };
    expect(withMember([one], { ...one, is_chair: true })).toEqual([{ ...one, is_chair: true }]);
    expect(withMember([one], { ...one, account_id: "2" }).map(({ account_id: id }) => id)).toEqual(["1", "2"]);
  });
});

describe("a plan", () => {
  it("tells by person who is left out, and why", () => {
    const plan: Pick<Plan, "left_out"> = {
      left_out: [
        { application: application(1), account: person("Anne"), reason: "conflict" }, { application: application(2), account: person("Anne"), reason: "recused" },
        { application: application(2), account: person("Bruno"), reason: "conflict" },
      ],
    };
    expect(leftOut(plan, ({ number }) => `n° ${number}`)).toEqual([
      { id: "Anne", name: "Anne", conflict: ["n° 1"], recused: ["n° 2"] }, { id: "Bruno", name: "Bruno", conflict: ["n° 2"], recused: [] },
    ]);
  });

  it("is read by application", () => {
    const plan: Pick<Plan, "items"> = { items: [1, 1, 2].map((number, index) => ({ application: application(number), account: person(`${index}`), known: [] })) };
    expect(byApplication(plan).map(({ application: { number }, readers }) => [number, readers.map(({ account }) => account.id)])).toEqual([[1, ["0", "1"]], [2, ["2"]]]);
  });
});
