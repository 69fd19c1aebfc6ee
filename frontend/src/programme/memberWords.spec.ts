import { describe, expect, it } from "vitest";
import { MEMBER_WORDS, memberWord, type MemberList } from "./memberWords";

const LISTS = Object.keys(MEMBER_WORDS.fr) as MemberList[];

describe.each(["fr", "en"] as const)("the words of the association in %s", (lang) => {
  it.each(LISTS)("tells the values of %s apart", (list) => {
    const words = Object.values(MEMBER_WORDS[lang][list]);
    expect(words.every((word) => word.trim() === word && word !== "")).toBe(true);
    expect(new Set(words).size).toBe(words.length);
  });

  it("keeps typographic apostrophes", () => expect(JSON.stringify(MEMBER_WORDS[lang])).not.toContain("'"));
});

it("reads a code that is newer than the page", () => {
  expect(memberWord(MEMBER_WORDS.fr, "office", "treasurer")).toBe("Trésorerie");
  expect(memberWord(MEMBER_WORDS.fr, "office", "auditor")).toBe("auditor");
});
