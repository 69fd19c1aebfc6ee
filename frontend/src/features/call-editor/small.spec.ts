import { describe, expect, it } from "vitest";
import { shares, toBody, toTyped } from "./criteria";
import { inserted, moved, replaced, without } from "./lists";
import { field, form } from "./parts.testing";
import { unknownNames } from "./placeholders";
import { problemsByPlace } from "./problems";

describe("names between braces", () => {
  const known = ["title", "amount", "rank"];
  it.each([
    ["Bonjour {{ title }} {{title}}", []], ["{{ titre }} et {{ nom }} et {{ titre }}", ["titre", "nom"]], ["{% if amount %}x{% endif %}", []], ["{% if montant and not rank %}", ["montant"]],
    ["{% if title == \"inconnu\" %}", []], ["on écrit {{ tit", []], ["aucune { accolade }", []],
  ])("%s", (text, unknown) => expect(unknownNames(text, known)).toEqual(unknown));
});

describe("criteria", () => {
  it("share the mean by their weights, once all are numbers", () => {
    expect(shares([{ weight: 3 }, { weight: 1 }])).toEqual([75, 25]);
    expect(shares([{ weight: 3 }, { weight: "" }])).toBeNull();
  });
  it("are sent in order, new ones without an id", () => {
    const typed = [...toTyped([{ id: "1", name: " Qualité ", help: "", weight: 2, scale: 5 }]), { key: "new", id: null, name: "Neuf", help: " aide ", weight: "1.5", scale: "10" }];
    expect(toBody(typed)).toEqual({ items: [{ id: "1", name: "Qualité", help: "", weight: 2, scale: 5 }, { id: null, name: "Neuf", help: "aide", weight: 1.5, scale: 10 }] });
  });
});

describe("lists", () => {
  it("are put in order without being changed", () => {
    const items = ["a", "b", "c"];
    expect([moved(items, 0, 2), moved(items, 2, 0), moved(items, 0, -1), moved(items, 2, 3), without(items, 1), replaced(items, 1, "x"), inserted(items, 3, "d")])
      .toEqual([["b", "c", "a"], ["c", "a", "b"], items, items, ["a", "c"], ["a", "x", "c"], ["a", "b", "c", "d"]]);
    expect(items).toEqual(["a", "b", "c"]);
  });
});

const problem = (pointer: string) => ({ pointer, code: "x", message: pointer });

describe("problems of a form", () => {
  it("go to the field or the section that they are about", () => {
    const whole = form({ one: [field("a"), field("b")] });
    const found = problemsByPlace(whole, ["/sections/0/fields/1/fields/0/type", "/sections/0/condition", "/sections", "/sections/0/fields/9"].map(problem));
    expect([...found]).toEqual([["b", ["/sections/0/fields/1/fields/0/type"]], ["section:one", ["/sections/0/condition"]], ["", ["/sections", "/sections/0/fields/9"]]]);
  });
});
