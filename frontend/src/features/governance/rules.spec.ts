import { describe, expect, it } from "vitest";
import type { Rules } from "./calls";
import { FIELDS, rulesOf, typedOf, wrongOf } from "./rules";

const half = { base: "cast", fraction: "1/2", exceeds: true, abstentions_count: false } as const;
const body = { fraction: "1/4", second_call_fraction: "0" };
const rules = {
  minimum_posts: 10, maximum_posts: 22, term_years: 4, renewal_every_years: 2, consecutive_terms_limit: null, staff_seat: true, staff_votes: true, staff_may_hold_office: false,
  staff_ratio_maximum: "1/4", co_option: false, co_option_needs_ratification: true, required_offices: ["president", "vice_president", "treasurer"], office_years: 2,
  quorum: { general_assembly: body, board: body, bureau: body },
  proxies: { general_assembly: { per_holder: 1, same_college: false }, board: { per_holder: 2, same_college: true }, bureau: { per_holder: 0, same_college: false } },
  notice_days: { general_assembly: 15, board: 8, bureau: 3 }, majority: { ordinary: half, extraordinary: { ...half, fraction: "2/3", exceeds: false } },
  election: { majority: "relative", rounds: 1, tie: "eldest_membership", ballots: "secret" },
  vote_needs_fee: true, stand_needs_fee: true, stand_needs_months: 0, fee_grace_until: "06-30", declaration_months: 3,
} as Rules;
const words = { number: (least: number, most: number) => `${least}-${most}`, share: "part", day: "jour" };

describe("the rules of the bylaws", () => {
  it("come back from the fields as they went in", () => expect(rulesOf(typedOf(rules))).toEqual(rules));
  it("have a field for every rule", () => {
    const leaves = (value: unknown, path: string): string[] => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value).flatMap(([name, each]) => leaves(each, path ? `${path}.${name}` : name)) : [path]);
    expect(FIELDS.map(({ path }) => path).filter((path) => !path.startsWith("required.")).toSorted()).toEqual(leaves(rules, "").filter((path) => path !== "required_offices").toSorted());
  });
  it("are right as they are", () => expect(wrongOf(typedOf(rules), words)).toEqual({}));
  it.each([["minimum_posts", "", "1-22"], ["minimum_posts", "23", "1-22"], ["term_years", "4,5", "1-12"], ["staff_ratio_maximum", "25 %", "part"], ["staff_ratio_maximum", "1/0", "part"], ["fee_grace_until", "30-06", "jour"]])("%s: %s is wrong", (path, typed, told) => {
    expect(wrongOf({ ...typedOf(rules), [path]: typed }, words)).toEqual({ [path]: told });
  });
  it("may be without a limit of terms", () => expect(rulesOf({ ...typedOf(rules), consecutive_terms_limit: "" }).consecutive_terms_limit).toBeNull());
});
