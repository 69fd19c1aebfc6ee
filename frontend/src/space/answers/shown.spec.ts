import { describe, expect, it } from "vitest";
import type { Condition } from "./definition";
import { shownSections, type Definition, type Field } from "./shown";

const field = (id: string, more: Partial<Field> = {}): Field => ({
  id, type: "text", label: id, help: "", required: "never", is_identifying: false, is_stale_on_renewal: false, ...more,
});
const is = (name: string, value: string | number | boolean | null): Condition => ({ field: name, operator: "is", value });
const ids = (definition: Definition, answers: Record<string, unknown>, isHidden?: (each: Field) => boolean) => (
  shownSections(definition, answers, isHidden).flatMap(({ fields }) => fields.map(({ id }) => id))
);

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
});
