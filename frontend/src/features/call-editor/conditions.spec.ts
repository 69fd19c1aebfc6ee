import { describe, expect, it, vi } from "vitest";
import { conditionWords, firstLine, fromLines, operatorsOf, toLines } from "./conditions";
import { FIELD_TYPES, newField, type Condition } from "./definition";
import { field } from "./parts.testing";

vi.mock("@/lib/i18n", () => ({ useWords: () => ({ t: {}, lang: "fr" }) }));
const { useFormWords } = await import("./formWords");

const is = (name: string, value: Condition["value"]): Condition => ({ field: name, operator: "is", value });

describe("a condition as lines", () => {
  it.each<[string, Condition]>([
    ["one", is("a", 1)], ["several, all", { all: [is("a", 1), is("b", true)] }], ["several, any", { any: [is("a", 1), is("b", "x")] }], ["one of any", { any: [is("a", 1)] }],
    ["filled", { field: "a", operator: "is_filled", value: null }],
  ])("%s: read and written back it is the same", (_name, condition) => {
    const lines = toLines(condition);
    expect(lines && fromLines(lines)).toEqual(condition);
  });
  it("of several levels has none", () => expect(toLines({ all: [is("a", 1), { any: [is("b", 2)] }] })).toBeNull());
  it("without lines is none", () => expect(fromLines({ join: "any", lines: [] })).toBeNull());
});

describe("a new line", () => {
  it.each(FIELD_TYPES.filter((type) => type !== "file" && type !== "explanation"))("on a field of type %s asks what it can be asked", (type) => {
    const of = { ...newField("a", type, "A"), options: [{ value: "x", label: "X" }] };
    const line = firstLine(of, "2027-10-01");
    expect(operatorsOf(of)).toContain(line.operator);
    const value = { boolean: true, choice: "x", choices: "x", date: "2027-10-01", integer: 0, decimal: 0, amount: 0, commune: "" }[type as string] ?? null;
    expect(line.value).toBe(value);
  });
});

describe("a condition in words", () => {
  const { w } = useFormWords();
  const fields = [
    field("format", { label: "Format", type: "choice", options: [{ value: "single", label: "Animation simple" }] }), field("free", { label: "Gratuit", type: "boolean" }),
    field("amount", { label: "Montant", type: "amount" }), field("day", { label: "Jour", type: "date" }),
  ];
  const said = (condition: Condition) => conditionWords(condition, fields, w, (cents) => `${cents / 100} €`, (day) => day).replaceAll("\u00a0", " ");
  it.each<[Condition, string]>([
    [is("format", "single"), "« Format » est Animation simple"], [is("free", false), "« Gratuit » est non"], [{ field: "amount", operator: "is_above", value: 5000 }, "« Montant » est plus grand que 50 €"],
    [{ field: "day", operator: "is_below", value: "2027-10-01" }, "« Jour » est avant le 2027-10-01"], [{ field: "gone", operator: "is_filled" }, "« gone » est remplie"],
    [{ all: [is("free", true), { any: [is("format", "single"), is("free", false)] }] }, "« Gratuit » est oui, et (« Format » est Animation simple, ou « Gratuit » est non)"],
  ])("%j", (condition, words) => expect(said(condition)).toBe(words));
});
