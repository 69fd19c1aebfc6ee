import { describe, expect, it } from "vitest";
import { departmentOf, keepDraft, MOST_LINES, NO_DRAFT, readDraft, told, withItem, withLine, type Draft } from "./basket";

function storage(content: Record<string, string> = {}) {
  const kept = new Map(Object.entries(content));
  return { getItem: (name: string) => kept.get(name) ?? null, setItem: (name: string, text: string) => void kept.set(name, text), removeItem: (name: string) => void kept.delete(name), kept };
}

const bees = { ...withItem([], "abeilles", "Abeilles")[0]!, starts_on: "2027-03-01", ends_on: "2027-03-05" };

describe("items of a request", () => {
  it("stand once, and begin on the days of the one before", () => {
    const two = withItem(withItem([bees], "ciel", "Ciel"), "abeilles");
    expect(two.map(({ slug, starts_on: from, ends_on: to }) => [slug, from, to])).toEqual([["abeilles", "2027-03-01", "2027-03-05"], ["ciel", "2027-03-01", "2027-03-05"]]);
  });
  it("are no more than the API takes", () => {
    const many = Array.from({ length: MOST_LINES + 3 }, (_, place) => `outil-${place}`).reduce<Draft["loans"]>((lines, slug) => withItem(lines, slug), []);
    expect(many).toHaveLength(MOST_LINES);
  });
  it("take what the address says of them, where it can be", () => {
    expect(told({ item: "ciel", format: "f", modules: "1,3", starts_on: "2027-03-01", ends_on: "2027-03-05" })).toEqual({ format_id: "f", modules: [1, 3], starts_on: "2027-03-01", ends_on: "2027-03-05" });
    expect(told({ item: "ciel", modules: "x", starts_on: "2027-03-05", ends_on: "2027-03-01" })).toEqual({});
  });
  it("change one by one", () => expect(withLine([bees, ...withItem([], "ciel")], "ciel", { modules: [2] }).map(({ modules }) => modules)).toEqual([[], [2]]));
});

describe("the department of a commune", () => {
  it.each([["80021", "80"], ["2A004", "2A"], ["97411", "974"], ["8002", null], ["", null]])("%s is in %s", (insee, department) => expect(departmentOf(insee)).toBe(department));
});

describe("a request that is kept on the device", () => {
  it("comes back as it was, to whoever wrote it alone", () => {
    const there = storage();
    const draft: Draft = { ...NO_DRAFT, loans: [bees], message: "Merci", channel: "pass_culture" };
    expect(keepDraft("ada", draft, there)).toBe(true);
    expect(readDraft("ada", there)).toEqual(draft);
    expect(readDraft("bob", there)).toEqual(NO_DRAFT);
    keepDraft("ada", null, there);
    expect(there.kept.size).toBe(0);
  });
  it.each(["", "{", "null", "[]", '{"loans":[{"slug":3}],"message":7,"channel":"pigeon"}'])("is empty when it reads %s", (text) => {
    expect(readDraft("ada", storage({ "ombelle.demande-de-pret.ada": text }))).toEqual(NO_DRAFT);
  });
  it("says when the device keeps nothing", () => {
    const full = { setItem: () => { throw new Error("full"); }, removeItem: () => undefined };
    expect(keepDraft("ada", NO_DRAFT, full)).toBe(false);
  });
});
