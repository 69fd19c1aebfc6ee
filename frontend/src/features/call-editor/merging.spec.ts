import { describe, expect, it } from "vitest";
import { allFields, type Definition } from "./definition";
import { addField, changeField, changeSection, isSame, moveFieldTo, moveSection, removeField, removeSection } from "./editing";
import { mergeForms, settled } from "./merging";
import { field, form, shape } from "./parts.testing";

const base = form({ one: [field("a"), field("b"), field("c")], two: [field("d")] });
const label = (whole: Definition, id: string) => allFields(whole).find((each) => each.id === id)?.label;

describe("two who write at once", () => {
  it("keep both, where they wrote in different places", () => {
    const mine = addField(changeField(base, "a", { label: "A, dis-je" }), "two", field("mine"));
    const theirs = addField(removeField(changeField(base, "a", { help: "aide" }), "c"), "one", field("theirs"));
    const { merged, clashes, hasTheirs } = mergeForms(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(hasTheirs).toBe(true);
    expect(shape(merged)).toEqual({ one: "a b theirs", two: "d mine" });
    expect(allFields(merged)[0]).toEqual(field("a", { label: "A, dis-je", help: "aide" }));
  });
  it("are asked where they wrote differently in the same place", () => {
    const mine = changeSection(changeField(base, "a", { label: "mine" }), "two", { title: "Ma partie" });
    const theirs = changeSection(changeField(base, "a", { label: "theirs", help: "aide" }), "two", { title: "Leur partie" });
    const { merged, clashes } = mergeForms(base, mine, theirs);
    expect(clashes.map(({ id, part, mine: my, theirs: their }) => [id, part, my, their])).toEqual([["a", "label", "mine", "theirs"], ["two", "title", "Ma partie", "Leur partie"]]);
    const kept = settled(merged, clashes, ["theirs", "mine"]);
    expect(label(kept, "a")).toBe("theirs");
    expect(allFields(kept)[0]?.help).toBe("aide");
    expect(kept.sections[1]?.title).toBe("Ma partie");
  });
  it("are asked where one took away what the other changed: it stays until then", () => {
    const { merged, clashes } = mergeForms(base, changeField(base, "b", { label: "utile" }), removeField(base, "b"));
    expect(clashes.map(({ id, part, mine, theirs }) => [id, part, mine, theirs])).toEqual([["b", "removed", true, false]]);
    expect(shape(merged)).toEqual({ one: "a b c", two: "d" });
    expect(shape(settled(merged, clashes, ["theirs"]))).toEqual({ one: "a c", two: "d" });
    expect(shape(settled(merged, clashes, ["mine"]))).toEqual({ one: "a b c", two: "d" });
  });
  it("keep a section that one took away, for what the other put in it", () => {
    const { merged } = mergeForms(base, removeSection(base, "two"), addField(base, "two", field("new")));
    expect(shape(merged)).toEqual({ one: "a b c", two: "new" });
  });
  it("keep the order of whoever moved something", () => {
    const mine = moveFieldTo(base, "c", "one", 0);
    const theirs = moveSection(addField(base, "one", field("e")), 0, 1);
    expect(shape(mergeForms(base, mine, theirs).merged)).toEqual({ two: "d", one: "c e a b" });
  });
  it("agree without knowing where they wrote the same", () => {
    const same = changeField(base, "a", { label: "même" });
    expect(mergeForms(base, same, same)).toEqual({ merged: same, clashes: [], hasTheirs: false });
  });
  it("get each other's work alone when only one wrote", () => {
    const changed = moveFieldTo(changeField(base, "a", { label: "x" }), "d", "one", 1);
    for (const [mine, theirs] of [[changed, base], [base, changed]] as const) {
      const { merged, clashes } = mergeForms(base, mine, theirs);
      expect(clashes).toEqual([]);
      expect(isSame(merged, changed)).toBe(true);
    }
  });
});
