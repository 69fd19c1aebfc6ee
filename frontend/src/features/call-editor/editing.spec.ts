import { describe, expect, it } from "vitest";
import { allFields, newRowField, retyped } from "./definition";
import { addField, addSection, changeField, duplicateField, fieldsBefore, isSame, moveField, moveFieldTo, moveSection, removeField, slug, unnamed } from "./editing";
import { field, form, shape } from "./parts.testing";

const start = form({ one: [field("a"), field("b")], two: [field("c")], three: [] });

describe("names for programs", () => {
  it.each([
    ["Où êtes-vous né·e ?", [], "ou_etes_vous_ne_e"], ["Cœur d’œuvre", [], "coeur_d_oeuvre"], ["2028", [], "rubrique"], ["Titre", ["titre", "titre_2"], "titre_3"], ["x".repeat(80), [], "x".repeat(50)],
  ])("%s", (label, taken, name) => {
    expect(slug(label, taken)).toBe(name);
    expect(slug(label, taken)).toMatch(/^[a-z][a-z0-9_]{0,59}$/);
  });
});

describe("moving a field", () => {
  it("goes place by place, and on into the next section", () => {
    expect(shape(moveField(start, "b", -1))).toEqual({ one: "b a", two: "c", three: "" });
    expect(shape(moveField(start, "b", 1))).toEqual({ one: "a", two: "b c", three: "" });
    expect(shape(moveField(start, "c", -1))).toEqual({ one: "a b c", two: "", three: "" });
    expect(shape(moveField(start, "c", 1))).toEqual({ one: "a b", two: "", three: "c" });
  });
  it("stops at both ends of the form", () => {
    expect(moveField(start, "a", -1)).toEqual(start);
    expect(shape(moveField(form({ one: [field("a")] }), "a", 1))).toEqual({ one: "a" });
  });
  it("lands where it was dropped, in its section or another", () => {
    expect(shape(moveFieldTo(start, "a", "one", 2))).toEqual({ one: "b a", two: "c", three: "" });
    expect(shape(moveFieldTo(start, "b", "one", 0))).toEqual({ one: "b a", two: "c", three: "" });
    expect(shape(moveFieldTo(start, "a", "two", 1))).toEqual({ one: "b", two: "c a", three: "" });
  });
  it("never loses one, wherever it goes", () => {
    for (const id of ["a", "b", "c"]) for (const { id: section, fields } of start.sections) for (let place = 0; place <= fields.length; place += 1) {
      expect(allFields(moveFieldTo(start, id, section, place)).map((each) => each.id).toSorted()).toEqual(["a", "b", "c"]);
    }
  });
});

describe("writing a form", () => {
  it("adds, changes, takes away, and leaves the former as it was", () => {
    const before = structuredClone(start);
    const after = removeField(changeField(addField(addSection(moveSection(start, 0, 1), "Titre"), "titre", field("d")), "c", { label: "C !" }), "a");
    expect(shape(after)).toEqual({ two: "c", one: "b", three: "", titre: "d" });
    expect(allFields(after)[0]?.label).toBe("C !");
    expect(start).toEqual(before);
  });
  it("copies a field with another id and without its purpose, which is served once", () => {
    const { form: copied, id } = duplicateField(form({ one: [field("title", { purpose: "title", help: "aide" }), field("b")] }), "title", "Titre (copie)");
    expect(id).toBe("titre_copie");
    expect(shape(copied)).toEqual({ one: "title titre_copie b" });
    expect(allFields(copied)[1]).toEqual({ ...field("title", { help: "aide" }), id, label: "Titre (copie)" });
  });
  it("of another kind, a field keeps what that kind has", () => {
    const choice = field("a", { type: "choice", options: [{ value: "x", label: "X" }], purpose: "theme", required: "at_submission" });
    expect(retyped(choice, "choices")).toEqual({ ...choice, type: "choices", purpose: null });
    expect(retyped(choice, "explanation")).toEqual({ ...choice, type: "explanation", options: [], purpose: null, required: "never" });
    expect(retyped(field("n", { type: "integer", min: 1, max: 2 }), "date")).toEqual(field("n", { type: "date" }));
  });
});

const ids = (fields: { id: string }[]) => fields.map(({ id }) => id);

describe("what a condition may name", () => {
  const rows = field("rows", { type: "repetition", fields: [newRowField("kind", "choice", "Kind"), newRowField("price", "amount", "Price")] });
  const whole = form({ one: [field("a"), field("file", { type: "file" })], two: [rows, field("z")] });
  it("is what comes before, and has an answer", () => {
    expect(ids(fieldsBefore(whole, { field: "z" }))).toEqual(["a", "rows"]);
    expect(ids(fieldsBefore(whole, { field: "a" }))).toEqual([]);
    expect(ids(fieldsBefore(whole, { section: "two" }))).toEqual(["a"]);
  });
  it("in a row is also what comes before in the row", () => expect(ids(fieldsBefore(whole, { field: "rows", row: "price" }))).toEqual(["a", "kind"]));
});

describe("a form that cannot be kept yet", () => {
  it("has a section, a field, a choice or a field of rows without a name", () => {
    expect(unnamed(start)).toEqual([]);
    const nameless = form({ one: [field("a", { label: " " }), field("b", { options: [{ value: "x", label: "" }] }), field("c", { fields: [newRowField("r", "text", "")] })] });
    expect(unnamed({ sections: nameless.sections.map((section) => ({ ...section, title: "" })) })).toEqual(["one", "a", "b", "c"]);
  });
});

describe("the same form", () => {
  it("is so whether what is as everywhere is written or not", () => {
    expect(isSame({ id: "a", help: "", options: [], is_identifying: false, min: null }, { id: "a" })).toBe(true);
    expect(isSame({ min: 0 }, {})).toBe(false);
    expect(isSame({ field: "x", operator: "is", value: false }, { field: "x", operator: "is", value: null })).toBe(false);
  });
});
