import { describe, expect, it } from "vitest";
import { answersOf, faultsOf, peopleOf, type Draft } from "./questionnaire";

const draft: Draft = {
  first_time: null, how_known: null, how_known_other: "", audience_method: null, audience: "", audience_types: [], satisfaction: null,
  satisfaction_welcome: null, satisfaction_logistics: null, pleased: "", content_remarks: "",
};

describe("a questionnaire", () => {
  it("needs to know how it went and who came", () => {
    expect(faultsOf(draft)).toEqual(["satisfaction", "audience_method"]);
    expect(faultsOf({ ...draft, satisfaction: "satisfied", audience_method: "counted" })).toEqual(["audience"]);
    expect(faultsOf({ ...draft, satisfaction: "satisfied", audience_method: "unknown" })).toEqual([]);
  });
  it.each([["120", 120], ["1 200", 1200], ["1\u202f200", 1200], ["0", 0], ["1.200", 1200], ["une centaine", null], ["12,5", null], ["-3", null], ["1000001", null], ["", null]])("reads %o as %o people", (text, people) => expect(peopleOf(text)).toBe(people));
  it("sends nothing that contradicts itself", () => {
    const answers = answersOf({ ...draft, satisfaction: "satisfied", audience_method: "unknown", audience: "120", how_known: "event", how_known_other: "un ami", pleased: "  " });
    expect(answers).toEqual({
      first_time: null, how_known: "event", how_known_other: null, audience_method: "unknown", audience: null, audience_types: [], satisfaction: "satisfied",
      satisfaction_welcome: null, satisfaction_logistics: null, pleased: null, content_remarks: null,
    });
  });
});
