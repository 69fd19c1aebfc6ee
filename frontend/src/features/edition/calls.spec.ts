import { describe, expect, it } from "vitest";
import { currentEdition, policyRows, rulesWith, sheetText, type Edition, type NationalSheet, type PolicyRule } from "./calls";

const edition = (year: number): Edition => ({ id: String(year), year, theme: null, starts_on: `${year}-10-01`, ends_on: `${year}-10-11`, mastering: "here", version: 1 });
const rule = (field_group: string, phase: string, of: string, other = "free") => ({ field_group, phase, rule: of, default: other, field_group_label: field_group, phase_label: phase, rule_label: of }) as PolicyRule;

describe("the edition that one works at", () => {
  it("is the one under way or the next, else the last", () => {
    const all = [2028, 2027, 2026].map(edition);
    expect(["2026-11-22", "2027-10-11", "2027-10-12", "2030-01-01"].map((today) => currentEdition(all, today)?.year)).toEqual([2027, 2027, 2028, 2028]);
    expect(currentEdition([], "2027-01-01")).toBeUndefined();
  });
});

describe("the edit policy", () => {
  const rules = [rule("title", "before_publication", "free"), rule("title", "during", "locked", "locked"), rule("venue", "before_publication", "locked")];

  it("is a table of groups and phases", () => {
    expect(policyRows(rules).map(({ group, cells }) => [group, cells.map(({ phase }) => phase)])).toEqual([["title", ["before_publication", "during"]], ["venue", ["before_publication"]]]);
  });

  it("sends only what is not the default", () => {
    expect(rulesWith(rules, rules[1] as PolicyRule, "free")).toEqual([{ field_group: "title", phase: "during", rule: "free" }, { field_group: "venue", phase: "before_publication", rule: "locked" }]);
    expect(rulesWith(rules, rules[2] as PolicyRule, "free")).toEqual([]);
  });
});

it("writes a sheet as one text, without what is not known", () => {
  const sheet = { project_id: "p", title: "Fusées", edition: 2027, mastering: "nationally", items: [{ event_id: null, title: "Fusées à eau", is_in_feed: false, sections: [{ title: "Présentation", fields: [{ label: "Titre", value: "Fusées à eau" }, { label: "Image", value: null }] }] }] } as NationalSheet;
  expect(sheetText(sheet)).toBe("Fusées à eau\n\nPrésentation\nTitre : Fusées à eau");
});
