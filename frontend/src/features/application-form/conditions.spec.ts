import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { holds, shownAnswers, shownRowFields, shownSections } from "./conditions";
import type { Condition, Definition } from "./definition";
import { field } from "./parts.testing";

interface Case {
  note: string;
  condition: Condition | null;
  answers: Record<string, unknown>;
  holds: boolean;
}

const CASES = JSON.parse(readFileSync(new URL("../../../../services/events/tests/forms/shown.json", import.meta.url), "utf8")) as Case[];

const when = (name: string, value: Condition["value"]): Condition => ({ field: name, operator: "is", value });
const form = (...sections: Definition["sections"]): Definition => ({ sections });

describe("conditions", () => {
  it.each(CASES)("$note, as the API has it", ({ condition, answers, holds: expected }) => {
    expect(holds(condition, (id) => answers[id])).toBe(expected);
  });
});

describe("what is shown", () => {
  const definition = form(
    { id: "first", title: "First", help: "", fields: [field("asks", { type: "boolean" }), field("why", { condition: when("asks", true) })] },
    { id: "second", title: "Second", help: "", condition: when("asks", true), fields: [field("more"), field("last", { condition: when("why", "art") })] },
    { id: "third", title: "Third", help: "", fields: [field("hidden", { condition: when("why", "art") })] },
  );
  const ids = (answers: Record<string, unknown>) => shownSections(definition, answers).map(({ section, fields }) => [section.id, ...fields.map(({ id }) => id)]);
  it("is everything whose conditions hold", () => {
    expect(ids({ asks: true, why: "art" })).toEqual([["first", "asks", "why"], ["second", "more", "last"], ["third", "hidden"]]);
  });
  it("leaves out what hangs on an answer that is not shown any more, and sections without a field", () => {
    expect(ids({ asks: false, why: "art" })).toEqual([["first", "asks"]]);
    expect(shownAnswers(definition, { asks: false, why: "art" })).toEqual({ asks: false });
  });
  it("reads a row's own answers before those above it", () => {
    const fields = [field("kind"), field("price", { condition: when("kind", "paid") }), field("note", { condition: when("asks", true) })];
    const shown = (row: Record<string, unknown>) => shownRowFields(fields, row, { kind: "paid", asks: true }).map(({ id }) => id);
    expect(shown({ kind: "free" })).toEqual(["kind", "note"]);
    expect(shown({ kind: "paid" })).toEqual(["kind", "price", "note"]);
    expect(shown({})).toEqual(["kind", "note"]);
  });
});
