import { describe, expect, it } from "vitest";
import { holds, isFilled, shownRowFields, shownSections, type Condition, type Definition, type Field } from "./shown";

const field = (id: string, more: Partial<Field> = {}): Field => ({
  id, type: "text", label: id, help: "", required: "never", is_identifying: false, is_stale_on_renewal: false, ...more,
});
const is = (name: string, value: string | number | boolean | null): Condition => ({ field: name, operator: "is", value });
const ids = (definition: Definition, answers: Record<string, unknown>, isHidden?: (each: Field) => boolean) => (
  shownSections(definition, answers, isHidden).flatMap(({ fields }) => fields.map(({ id }) => id))
);

describe("an answer", () => {
  it.each([[false, true], [0, true], ["x", true], ["  ", false], [null, false], [undefined, false], [[], false], [[""], false], [{ a: "" }, false], [[{ a: 1 }], true]])("%j says something: %s", (value, filled) => {
    expect(isFilled(value)).toBe(filled);
  });
});

describe("a condition", () => {
  const answers: Record<string, unknown> = { yes: true, many: ["a", "b"], count: 5, day: "2027-10-02", none: null };
  it.each<[Condition, boolean]>([
    [is("yes", true), true], [is("count", true), false], [is("none", null), true], [{ field: "yes", operator: "is_not", value: false }, true],
    [{ field: "many", operator: "includes", value: "b" }, true], [{ field: "count", operator: "includes", value: 5 }, false],
    [{ field: "day", operator: "is_filled" }, true], [{ field: "gone", operator: "is_filled" }, false],
    [{ field: "count", operator: "is_above", value: 4 }, true], [{ field: "day", operator: "is_below", value: "2027-10-03" }, true], [{ field: "count", operator: "is_above", value: "4" }, false],
    [{ all: [is("yes", true), is("count", 5)] }, true], [{ all: [is("yes", true), is("count", 6)] }, false], [{ any: [is("yes", false), is("count", 5)] }, true], [{ any: [] }, false],
  ])("%j: %s", (condition, expected) => expect(holds(condition, (name) => answers[name])).toBe(expected));
  it("that is none always holds", () => expect(holds(null, () => undefined)).toBe(true));
});

describe("what is shown of a form", () => {
  const definition: Definition = {
    sections: [
      { id: "a", title: "A", help: "", fields: [field("first"), field("second", { condition: is("first", "yes") }), field("third", { condition: is("second", "x") })] },
      { id: "b", title: "B", help: "", condition: { field: "third", operator: "is_filled" }, fields: [field("fourth")] },
    ],
  };
  it("hangs on answers that are shown themselves", () => {
    expect(ids(definition, { first: "yes", second: "x", third: "z" })).toEqual(["first", "second", "third", "fourth"]);
    expect(ids(definition, { first: "no", second: "x", third: "z" })).toEqual(["first"]);
  });
  it("leaves out what is hidden from a reader, and trusts the answers that hang on it", () => {
    expect(ids(definition, { second: "x", fourth: "w" }, ({ id }) => id === "first")).toEqual(["second", "third"]);
    expect(ids(definition, {}, ({ id }) => id === "first")).toEqual([]);
  });
  it("of a row may hang on the row and on what is above", () => {
    const rows = [field("kind"), field("detail", { condition: is("kind", "other") }), field("far", { condition: is("above", 1) })];
    expect(shownRowFields(rows, { kind: "other" }, { above: 1 }).map(({ id }) => id)).toEqual(["kind", "detail", "far"]);
    expect(shownRowFields(rows, { kind: "x" }, { above: 2 }).map(({ id }) => id)).toEqual(["kind"]);
  });
});
